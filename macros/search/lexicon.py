"""What words mean the same here: from the glossary and from the everyday words in `lexikon.yml`.

A concept stands in the index as a term of its own, `#name`, wherever one of its forms occurs in a text.
A reader's words that are one of its forms or triggers find that term too. So ”LOU” finds ”lagen om
offentlig upphandling”, in any inflected form, and ”vem betalar” finds ”finansiering”.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import SWEDISH, spoken
from macros.model import Begrepp
from macros.model.plain import Json
from macros.own_files import own_yaml

# How much a hit through a concept counts beside a hit on the reader's own word, which counts 1.
SAME_MEANING = 1.4
SEARCH_WORD = 0.4
EVERYDAY_WORD = 0.6
# A phrase of several words is hardly typed by chance.
PHRASE = 0.55


@dataclass(frozen=True)
class Concept:
    """Words with one meaning: `forms` are looked for in texts, `forms` and `triggers` in what readers type."""

    name: str
    forms: tuple[str, ...]
    triggers: tuple[str, ...]
    form_weight: float
    trigger_weight: float


def lexicon_file() -> Json:
    """The edited word lists in the language of now: stop words and everyday words."""
    return _lexicon_file("lexikon.yml" if spoken() == SWEDISH else f"lexikon.{spoken()}.yml")


@cache
def _lexicon_file(name: str) -> Json:
    loaded: Json = own_yaml("macros.search", name)
    return loaded


def word_list(name: str) -> frozenset[str]:
    """One of the lists in the file: ”stoppord”, ”svaga_ord”, ”inga_delar” or ”korta_forled”."""
    return frozenset(lexicon_file()[name].split())


def concepts(bank: Kunskapsbank) -> Iterator[Concept]:
    """All concepts, those of the glossary first."""
    for identifier, term in bank.begrepp.items():
        yield Concept(f"#{identifier}", _forms(term), term.sokord, SAME_MEANING, SEARCH_WORD)
    for number, row in enumerate(lexicon_file()["vardagsord"]):
        yield Concept(f"#{number}", tuple(row["menar"]), tuple(row["skriver"]), 0.0, EVERYDAY_WORD)


def _forms(term: Begrepp) -> tuple[str, ...]:
    others = tuple(word for word in (term.forkortning, term.engelska) if word)
    return (term.namn, *term.bojningar, *term.synonymer, *others)
