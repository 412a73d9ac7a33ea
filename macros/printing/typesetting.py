"""Makes PDFs with Typst: tagged (PDF/UA-1 and PDF/A-3a), the same bytes for the same input, kept in a cache.

A product is a template and its values. Its cache key is made of everything that decides its bytes:
the engine's version, templates, typefaces and values. So only what changed is made again.
"""

import hashlib
import io
import json
import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from multiprocessing import forkserver, get_context
from pathlib import Path
from threading import Lock
from typing import Any

import pikepdf
import typst

from macros.kept import read_marked, write_marked
from macros.language.glyphs import COMMON, STANDARDS, drawable
from macros.printing.colours import as_typst
from macros.printing.errors import PrintError
from macros.printing.finishing import finish
from macros.printing.layout import TYPST
from macros.printing.shapes import Values

# Raised by hand when `finishing` changes what it does, so that the cache forgets what was made before.
_FINISHING = 1
# Guides hold many pages and take seconds. The newest edition of each product is kept under its name too.
_SLOW, _LATEST = "bok.typ", "senast"
# A kept file is a PDF after a mark of its content, so it is not called one.
_ENDING = ".sparad"
_KEPT_SECONDS = 7 * 24 * 3600
# The typesetter never forgets what it has set, so a process sets one book, or this many small products, and ends.
_SMALL_EACH = 12
# A guide to several sections has its chapters one level down.
_SEVERAL_SECTIONS = 2
_one_long = Lock()


@dataclass(frozen=True)
class Job:
    """A PDF to make: its file name, template, values, and files that the template reads or attaches."""

    name: str
    template: str
    values: Values
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """A finished PDF."""

    name: str
    content: bytes
    pages: int


class TypesettingError(PrintError):
    """Typst could not make a product."""


@cache
def _templates() -> Mapping[str, bytes]:
    written = {path.name: path.read_bytes() for path in sorted(TYPST.glob("*.typ"))}
    return {**written, "farger.typ": as_typst()}


@cache
def _fonts() -> tuple[typst.Fonts, str]:
    """The typefaces, and a mark of their content. Typst's own typefaces stand in for signs that ours lack."""
    folder = TYPST / "fonts"
    content = b"".join(path.read_bytes() for path in sorted(folder.glob("*.ttf")))
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])
    return fonts, hashlib.sha256(content).hexdigest()


def data_of(job: Job) -> bytes:
    """The values of a job as the template reads them: with signs that the typefaces have."""
    text = json.dumps(job.values, ensure_ascii=False, sort_keys=True)
    if not COMMON.fullmatch(text):
        text = json.dumps(drawable(job.values), ensure_ascii=False, sort_keys=True)
    return text.encode()


@cache
def engine_mark() -> str:
    """A mark of what decides a product beside its pages and records: the engine, templates, typefaces and styles."""
    digest = hashlib.sha256(f"{version('typst')} {version('pikepdf')} {_FINISHING} {_fonts()[1]} {STANDARDS}".encode())
    styles = {path.name: path.read_bytes() for path in sorted(TYPST.glob("*.css"))}
    for name, content in (*_templates().items(), *styles.items()):
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def key_of(job: Job) -> str:
    """A mark that changes whenever anything that decides the bytes changes."""
    digest = hashlib.sha256(f"{engine_mark()} {job.template}".encode())
    for name, content in (*sorted(job.files.items()), ("data.json", data_of(job))):
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _input(job: Job) -> Any:
    """The files of a job, the main one first. The engine takes them in memory; its types do not say so."""
    files = {**_templates(), **job.files, "data.json": data_of(job)}
    return {"main": files[job.template], **files}


def make(job: Job) -> Made:
    """Typesets a product. Raises TypesettingError with Typst's reason, naming the product."""
    year, month, day = job.values["meta"]["date"]
    compiler = typst.Compiler(font_paths=_fonts()[0], ignore_system_fonts=True)
    moment = datetime(year, month, day, tzinfo=UTC)
    try:
        content = compiler.compile(_input(job), format="pdf", pdf_standards=list(STANDARDS), timestamp=moment)
    except typst.TypstError as error:
        message = f"utskrift/{job.name}: fel: {error.message}\n{error.diagnostic}"
        raise TypesettingError(message) from error
    if not isinstance(content, bytes):
        message = f"utskrift/{job.name}: fel: Typst gav ingen PDF."
        raise TypesettingError(message)
    return Made(job.name, *finish(content))


def overflow(job: Job) -> float:
    """The height in millimetres of a sheet that did not fit on its page."""
    fonts: Any = [str(TYPST / "fonts")]
    found = typst.query(_input(job), "<for-langt>", field="value", font_paths=fonts, ignore_system_fonts=True)
    return float(next(iter(json.loads(found)), 0.0))


def page_count(content: bytes) -> int:
    """The number of pages in a PDF."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


def make_ready() -> None:
    """Starts the process that all others begin as; it reads the typesetter while values are made."""
    get_context("forkserver").set_forkserver_preload([__name__])
    forkserver.ensure_running()


def make_all(jobs: Sequence[Job], cache_folder: Path, *, hurry: bool = False) -> list[Made]:
    """Every product, from the cache where it holds it; what is new is made in processes that end, and kept.

    Long books are made one at a time, so that memory never holds two of them.
    In a hurry (while serving) a product that was made before is used as it is. A cache that cannot be
    written is done without.
    """
    found = [_kept(job, cache_folder, hurry=hurry) for job in jobs]
    missing = [job for job, made in zip(jobs, found, strict=True) if made is None]
    fresh = {made.name: made for made in _made(missing)}
    for job in missing:
        _keep(job, fresh[job.name], cache_folder)
    _forget_unused(cache_folder)
    return [made or fresh[job.name] for job, made in zip(jobs, found, strict=True)]


def _made(jobs: Sequence[Job]) -> list[Made]:
    """The products of some jobs, in no certain order, two processes at a time."""
    if not jobs:
        return []
    make_ready()
    with ThreadPoolExecutor(2) as pool:
        return [made for batch in pool.map(_made_apart, _batches(jobs)) for made in batch]


def _batches(jobs: Sequence[Job]) -> list[Sequence[Job]]:
    """What each process sets, in turn: one book or some small products, and small ones between two long books.

    The long ones come early, while the steps that are taken meanwhile have not filled the memory yet.
    """
    books = [[job] for job in jobs if job.template == _SLOW]
    long, short = [[book for book in books if _is_long(book) is wanted] for wanted in (True, False)]
    small = [job for job in jobs if job.template != _SLOW]
    some = [small[start : start + _SMALL_EACH] for start in range(0, len(small), _SMALL_EACH)]
    return [*long[:1], *some[:2], *long[1:], *some[2:], *short]


def _is_long(batch: Sequence[Job]) -> bool:
    """Whether a batch is a guide to several sections."""
    return batch[0].template == _SLOW and bool(batch[0].values["top"] == _SEVERAL_SECTIONS)


def _made_apart(batch: Sequence[Job]) -> list[Made]:
    """Makes a batch in a process of its own. Raises TypesettingError, also when there is no memory for one."""
    turn = _one_long if _is_long(batch) else nullcontext()
    try:
        with turn, ProcessPoolExecutor(1, get_context("forkserver")) as process:
            return process.submit(_make_batch, batch).result()
    except BrokenProcessPool as error:
        names = ", ".join(job.name for job in batch)
        message = f"utskrift/{names}: fel: Sättningen avbröts, troligen för att minnet tog slut. Bygg igen."
        raise TypesettingError(message) from error


def _make_batch(jobs: Sequence[Job]) -> list[Made]:
    return [make(job) for job in jobs]


def product_kept(key: str, cache_folder: Path) -> bytes | None:
    """A PDF that was made before, by its key; it is marked as used."""
    path = cache_folder / f"{key}{_ENDING}"
    with suppress(OSError):
        os.utime(path)
    return read_marked(path, key)


def _kept(job: Job, cache_folder: Path, *, hurry: bool) -> Made | None:
    """A product that was made before, marked as used; nothing when there is none, or it is not whole."""
    content = product_kept(key_of(job), cache_folder)
    if content is None and hurry:
        content = read_marked(cache_folder / _LATEST / f"{job.name}{_ENDING}", job.name)
    return None if content is None else Made(job.name, content, page_count(content))


def _keep(job: Job, made: Made, cache_folder: Path) -> None:
    """Keeps a product by its content, and under its name for those in a hurry."""
    key = key_of(job)
    places = {cache_folder / f"{key}{_ENDING}": key, cache_folder / _LATEST / f"{job.name}{_ENDING}": job.name}
    for place, mark in places.items():
        with suppress(OSError):
            write_marked(place, made.content, mark)


def _forget_unused(cache_folder: Path) -> None:
    """Removes kept files that no build has asked for in a long time."""
    oldest = time.time() - _KEPT_SECONDS
    for path in cache_folder.glob(f"*{_ENDING}"):
        if path.stat().st_mtime < oldest:
            with suppress(OSError):
                path.unlink()
