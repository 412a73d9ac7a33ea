"""Builds the site: into a folder of its own, then a check of the result, and only then it replaces `site/`.

The engine checks data and guidance first. A build that fails leaves the previous site as it
was; a site that was made from what there is now is left alone.
"""

import errno
import fcntl
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.engine.own_process import run_engine
from macros.kept import FOLDER, code_mark, digest, files_mark, write_whole
from macros.places import data_folder, package_folder

WORK, LOCK, OLD = ".bygge-", "pagar", "forra"
# What was built last: for each folder a mark of what it was made from and one of what was made.
STATE = FOLDER / "byggen.json"
# Settings that change what is built.
_SETTINGS = "KUNSKAPSBANK_"
_STILL = " Den tidigare webbplatsen är kvar som den var.\n"
# What the system says when a build cannot write, and what to do.
_REASONS = {
    errno.ENOSPC: "bygget: fel: Disken är full. Ta bort något som inte behövs och bygg igen.",
    errno.EDQUOT: "bygget: fel: Utrymmet för ditt konto är slut. Ta bort något som inte behövs och bygg igen.",
    errno.EROFS: "bygget: fel: Mappen går inte att skriva i. Bygg i en annan mapp med --till MAPP.",
    errno.EACCES: "bygget: fel: Du får inte skriva i mappen. Bygg i en annan mapp med --till MAPP.",
}


def build_if_changed(root: Path, target: Path, engine: str) -> tuple[bool, str]:
    """Builds the site when something has changed since it was made: whether it was built, and what was wrong."""
    try:
        sweep(target)
        mark = inputs_mark(root, engine)
        if _state().get(str(target)) == [mark, files_mark([target])]:
            return False, ""
        complaints = build(root, target, engine)
    except OSError as error:
        if error.errno not in _REASONS:
            raise
        return False, _REASONS[error.errno] + _STILL
    if not complaints:
        _remember(target, mark)
    return not complaints, complaints


def inputs_mark(root: Path, engine: str) -> str:
    """A mark of everything that a build reads."""
    settings = [f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(_SETTINGS)]
    beside = package_folder().parent
    read = (root / "docs", data_folder(root), root / "mkdocs.yml", beside / "overrides", beside / "hosting")
    return digest(engine, code_mark(), files_mark(path for path in read if path.exists()), *settings)


def build(root: Path, target: Path, engine: str) -> str:
    """Builds beside `target` and swaps it in when everything holds. An empty text, or what was wrong."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with _work_folder(target.parent) as work:
        made = work / "site"
        complaints = _run_engine(root, made, engine)
        if complaints:
            return complaints
        _swap(made, target, work / OLD)
    return ""


@contextmanager
def _work_folder(parent: Path) -> Iterator[Path]:
    """A folder to build in, locked while a build is at work in it."""
    with tempfile.TemporaryDirectory(prefix=WORK, dir=parent) as name, (Path(name) / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield Path(name)


def sweep(target: Path) -> None:
    """Removes what builds that were killed left beside `target`; a site that one of them had moved away comes back."""
    for work in target.parent.glob(f"{WORK}*"):
        with suppress(OSError), (work / LOCK).open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not target.exists() and (work / OLD).is_dir():
                (work / OLD).rename(target)
            shutil.rmtree(work, ignore_errors=True)


def _run_engine(root: Path, made: Path, engine: str) -> str:
    """Runs the site engine; an empty text when it succeeded, otherwise what it complained about."""
    code, told = run_engine(engine, ["build", "--site-dir", str(made)], root)
    lines = told.splitlines()
    if not code:
        # What the build warns of is told even when all went well.
        sys.stderr.writelines(f"{line}\n" for line in lines if ": varning: " in line or line.startswith("VARNING:"))
        return ""
    reason = next((text for number, text in _REASONS.items() if f"[Errno {number}]" in told), "")
    return reason + _STILL if reason else "\n".join(line for line in lines if not line.startswith("INFO")) + "\n"


def _swap(made: Path, target: Path, old: Path) -> None:
    """Puts the new site in place of the old one with two renames, so that a half site is never seen."""
    if target.exists():
        target.rename(old)
    made.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _state() -> Mapping[str, Sequence[str]]:
    try:
        found = json.loads(STATE.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(target: Path, mark: str) -> None:
    state = {**_state(), str(target): [mark, files_mark([target])]}
    kept = {name: value for name, value in state.items() if Path(name).is_dir()}
    with suppress(OSError):
        write_whole(STATE, json.dumps(kept, ensure_ascii=False, indent=1).encode())
