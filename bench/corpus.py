"""A larger project for timing: the real one, and altered copies of its groups, norms and projects.

Every copy passes the check. Its name is its own, and in its running text some words are exchanged for others of the
same record kind, chosen by a seed, so that no two texts are alike and the same sizes give the same files.
"""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("grupper", "normer", "projekt")
SEED = 2026
# One word in this many is exchanged.
ONE_IN = 6
_WORD = re.compile(r"(?<![\w@/.-])[a-zåäö]{5,}(?![\w/.-])")
_NAME = re.compile(r"^(namn|fullt_namn): (.+)$", re.MULTILINE)
# Lines of running text: inside a block, or a summary; nothing with a key, a citation's key or a link in it.
_PROSE = re.compile(r"^(?:  +|sammanfattning: )(?!- )[^:\[\](){}\"]+(?:\[@[^\]]+\][^:\[\](){}\"]*)*$", re.MULTILINE)
_CITATION = re.compile(r"(\[@[^\]]+\])")


def make(target: Path, times: int) -> Path:
    """Writes the project `times` as large into a new folder, which it gives back: `docs`, `data` and settings."""
    for folder in ("docs", "data"):
        shutil.copytree(ROOT / folder, target / folder)
    for name in ("macros", "overrides"):
        (target / name).symlink_to(ROOT / name)
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    for folder in FOLDERS:
        for path in sorted((ROOT / "data" / folder).glob("*.yml")):
            text = path.read_text("utf-8")
            for number in range(2, times + 1) if "flyttad_till" not in text else ():
                copy = target / "data" / folder / f"{path.stem}-{number}.yml"
                copy.write_text(altered(text, number, f"{SEED} {path.stem} {number}"), "utf-8")
    return target


def altered(text: str, number: int, seed: str) -> str:
    """A record's text with a name of its own and some words in other places."""
    chance = random.Random(seed)  # noqa: S311 - the same every time, on purpose
    words = sorted(set(_WORD.findall(text)))
    named = _NAME.sub(lambda found: f"{found[1]}: {_with_number(found[2], number)}", text)

    def line(found: re.Match[str]) -> str:
        head, mark, rest = found[0].partition("sammanfattning: ")
        start, prose = (head + mark, rest) if mark else ("", head)
        return start + "".join(_exchanged(prose, words, chance))

    return _PROSE.sub(line, named)


def _exchanged(prose: str, words: list[str], chance: random.Random) -> Iterator[str]:
    for part in _CITATION.split(prose):
        yield part if part.startswith("[@") else _WORD.sub(lambda found: _other(found[0], words, chance), part)


def _other(word: str, words: list[str], chance: random.Random) -> str:
    return word if chance.randrange(ONE_IN) else chance.choice(words)


def _with_number(name: str, number: int) -> str:
    return f'{name[:-1]} {number}"' if name.endswith('"') else f"{name} {number}"
