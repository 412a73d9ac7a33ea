"""A larger project for timing: the real one, and altered copies of its groups, norms, projects and their sources.

Every copy passes the check. Its name is its own, it cites copies of its own of the sources, and in its running text
some words are exchanged for others of the same text, chosen by a seed, so that no two texts are alike and the same
sizes give the same files.
"""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = "kallor"
FOLDERS = ("grupper", "normer", "projekt", SOURCES)
SEED = 2026
# One word in this many is exchanged.
ONE_IN = 6
_WORD = re.compile(r"(?<![\w@/.-])[a-zåäö]{5,}(?![\w/.-])")
_NAME = re.compile(r"^(namn|fullt_namn|titel): (.+)$", re.MULTILINE)
# Lines of running text: inside a block, or a summary; nothing with a key, a citation's key or a link in it.
_PROSE = re.compile(r"^(?:  +|sammanfattning: )(?!- )[^:\[\](){}\"]+(?:\[@[^\]]+\][^:\[\](){}\"]*)*$", re.MULTILINE)
_CITATION = re.compile(r"(\[@[^\]]+\])")
# Where a record names its sources: in its text, and beside its facts.
_CITED = re.compile(r"\[@[^\]]+\]|(?<=kallor: )\[[^\]]*\]")
_KEY = re.compile(r"[\w-]+")
# The Swedish comes first, and no word goes from one language to the other.
_ENGLISH = "\npa_engelska:"
_ADDRESS = re.compile(r"^(adress: \"?https?://[^\"\s]+)", re.MULTILINE)


def make(target: Path, times: int) -> Path:
    """Writes the project `times` as large into a new folder, which it gives back: `docs`, `data` and settings."""
    for folder in ("docs", "data"):
        shutil.copytree(ROOT / folder, target / folder)
    for name in ("macros", "overrides"):
        (target / name).symlink_to(ROOT / name)
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    for path, text in copied().items():
        for number in range(2, times + 1):
            copy = target / "data" / path.parent.name / f"{path.stem}-{number}.yml"
            copy.write_text(altered(text, number, f"{SEED} {path.stem} {number}"), "utf-8")
    return target


def copied() -> dict[Path, str]:
    """The files that there are copies of, with their text: records that stand where they are, and what they cite."""
    texts = {path: path.read_text("utf-8") for name in FOLDERS for path in sorted((ROOT / "data" / name).glob("*.yml"))}
    records = {path: text for path, text in texts.items() if "flyttad_till" not in text and path.parent.name != SOURCES}
    cited = {key for text in records.values() for list_of in _CITED.findall(text) for key in _KEY.findall(list_of)}
    return records | {path: text for path, text in texts.items() if path.parent.name == SOURCES and path.stem in cited}


def altered(text: str, number: int, seed: str) -> str:
    """A record's text with a name, and sources, of its own and some words in other places."""
    chance = random.Random(seed)  # noqa: S311 - the same every time, on purpose
    swedish, mark, english = text.partition(_ENGLISH)
    named = _NAME.sub(lambda found: f"{found[1]}: {_with_number(found[2], number)}", swedish)
    named = _ADDRESS.sub(rf"\1{'-' if '#' in swedish else '#'}{number}", named)
    mixed = _mixed(named, chance) + mark + _mixed(english, chance)
    return _CITED.sub(lambda found: _KEY.sub(rf"\g<0>-{number}", found[0]), mixed)


def _mixed(text: str, chance: random.Random) -> str:
    """A text with some words of its prose in other places of it."""
    words = sorted({word for line in _PROSE.findall(text) for word in _WORD.findall(_CITATION.sub("", line))})

    def line(found: re.Match[str]) -> str:
        head, mark, rest = found[0].partition("sammanfattning: ")
        start, prose = (head + mark, rest) if mark else ("", head)
        return start + "".join(_exchanged(prose, words, chance))

    return _PROSE.sub(line, text)


def _exchanged(prose: str, words: list[str], chance: random.Random) -> Iterator[str]:
    for part in _CITATION.split(prose):
        yield part if part.startswith("[@") else _WORD.sub(lambda found: _other(found[0], words, chance), part)


def _other(word: str, words: list[str], chance: random.Random) -> str:
    return word if chance.randrange(ONE_IN) else chance.choice(words)


def _with_number(name: str, number: int) -> str:
    return f'{name[:-1]} {number}"' if name.endswith('"') else f"{name} {number}"
