"""The English knowledge base, made from the Swedish: each text is replaced by its English, and nothing else changes.

A text without English stays Swedish between two signs, one that is older than the Swedish stands between two
others; `macros.translation.html` makes them into marks for eyes and screen readers when the page is done.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from macros.kunskapsbank import Kunskapsbank
from macros.language import english
from macros.language.signs import OLDER_FROM, OLDER_TO, SWEDISH_FROM, SWEDISH_TO
from macros.language.speaking import ENGLISH, spoken
from macros.model import KINDS
from macros.model.base import Bas
from macros.model.begrepp import Begrepp
from macros.translation.matching import Found, matched
from macros.translation.texts import Steps, changed, is_own, is_wanted, texts


@lru_cache(maxsize=4)
def in_english(bank: Kunskapsbank) -> Kunskapsbank:
    """The same knowledge base with English texts."""
    made: dict[str, Mapping[str, Bas]] = {}
    for kind in KINDS.values():
        found = {name: _record(bank, kind.name, name, record) for name, record in bank.records(kind.name).items()}
        made[kind.name] = MappingProxyType(found)
    return bank.with_records(**made)


def in_spoken(bank: Kunskapsbank) -> Kunskapsbank:
    """The knowledge base in the language of now."""
    return in_english(bank) if spoken() == ENGLISH else bank


def _record(bank: Kunskapsbank, kind: str, identifier: str, record: Bas) -> Bas:
    block = bank.engelska.get(kind, {}).get(identifier)
    found = matched(texts(kind, type(record), record), block) if block else {}
    made = changed(kind, type(record), record, lambda path, text: _text(kind, found.get(path), path, text))
    return _term(made, record) if isinstance(made, Begrepp) and isinstance(record, Begrepp) else made


def _text(kind: str, found: Found | None, path: Steps, text: str) -> str | None:
    if found is not None:
        return f"{OLDER_FROM}{found.text}{OLDER_TO}" if found.older else found.text
    if is_own(path):
        return None
    return f"{SWEDISH_FROM}{text}{SWEDISH_TO}" if is_wanted(kind, path) else text


def _term(made: Begrepp, swedish: Begrepp) -> Begrepp:
    """A term under its English name, with the forms that link to it; what is told beside it is the Swedish name."""
    name = made.namn if made.namn != swedish.namn else swedish.engelska
    if not name:
        return made.model_copy(update={"namn": f"{SWEDISH_FROM}{swedish.namn}{SWEDISH_TO}", "engelska": None})
    # English text uses the Swedish word too where there is no good English one.
    forms = (*made.bojningar, *english.forms(name), swedish.namn)
    told = swedish.namn if swedish.namn.lower() != name.lower() else None
    return made.model_copy(update={"namn": name, "bojningar": forms, "engelska": told})
