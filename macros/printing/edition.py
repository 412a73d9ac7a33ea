"""The edition that a build prints: its date is the newest change in the content, never the day of the build."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from macros.language.swedish import long_date
from macros.ord import words

_DISTRIBUTION = "kunskapsbank-bestallargrupper"


@dataclass(frozen=True)
class Edition:
    """The date and version of what is printed, and the site's public address (empty while it has none)."""

    day: date
    version: str
    public: str = ""

    @property
    def text(self) -> str:
        """The edition in words: ”Utgåva 23 november 2026, version 0.1.0”."""
        shown: str = words()["utskrift"]["utgava"].format(datum=long_date(self.day), version=self.version)
        return shown


def edition(changed: Iterable[str], public: str) -> Edition:
    """The edition of content whose parts changed on the days `changed` (ISO dates)."""
    return Edition(date.fromisoformat(max(changed)), version(_DISTRIBUTION), public)


def meta(title: str, summary: str, edition: Edition, language: str = "sv") -> dict[str, object]:
    """What every product says about itself in its properties."""
    texts = words()["utskrift"]
    day = edition.day
    return {
        "title": f"{title} – {texts['webbplats']}" if title != texts["webbplats"] else title,
        "author": texts["webbplats_lang"],
        "description": summary,
        "keywords": [texts["webbplats"]],
        "date": [day.year, day.month, day.day],
        "lang": language,
    }
