"""The addresses of pages in both languages: a table for pages made from data, and what guidance says it translates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from macros.kept import digest
from macros.language.speaking import ENGLISH, SWEDISH
from macros.own_files import own_yaml

HOME, ENGLISH_HOME = "/", "/en/"
FOLDER = "en/"


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = own_yaml("macros.translation", "adresser.yml")
    return loaded


def english_address(address: str) -> str | None:
    """The English address of a page that is made from data, by its Swedish one; None for pages that have none."""
    pages = _table()["sidor"]
    if address in pages:
        return pages[address]
    folder, _, stem = address.strip("/").rpartition("/")
    below = pages.get(f"/{folder}/") if folder else None
    for swedish, english in _table()["ord"].items():
        stem = stem.replace(swedish, english) if folder == "jamfor/par" else stem
    return f"{below}{stem}/" if below and folder != "jamfor" else None


def menu_heading(title: str) -> str | None:
    """The English heading of a section of the menu."""
    return _table()["meny"].get(title)


@dataclass(frozen=True)
class Twin:
    """A page in the other language, not the `same` when it only is that language's start page (`home`)."""

    address: str
    same: bool
    home: str


@dataclass(frozen=True)
class Twins:
    """The pages that exist in both languages: English addresses by the Swedish, and titles of the English pages."""

    english: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    anchors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, address: str) -> Twin | None:
        """The page in the other language, or that language's start page where there is none; None without any."""
        others = self.swedish if is_english(address) else self.english
        home = HOME if is_english(address) else self.english.get(HOME)
        return Twin(others.get(address, home), address in others, home) if home else None

    @cached_property
    def mark(self) -> str:
        """A mark of where every link leads."""
        return digest(repr(self))

    @cached_property
    def swedish(self) -> Mapping[str, str]:
        """Swedish addresses by the English."""
        return {english: swedish for swedish, english in self.english.items()}


def language_of(address: str) -> str:
    """The language of the page at an address."""
    return ENGLISH if is_english(address) else SWEDISH


def is_english(address: str) -> bool:
    """Whether a page is an English one."""
    return address.startswith(ENGLISH_HOME)


def twins_of(pairs: Iterable[tuple[str, str, str]]) -> Twins:
    """The twins of (Swedish address, English address, English title)."""
    pairs = list(pairs)
    return Twins({one: other for one, other, _ in pairs}, {one: title for one, _, title in pairs})
