"""A mark of a text that another text follows: when the mark no longer fits, the other text may be out of date.

Lättläst carries the mark of what it was written from, as a translation does of each text. How lines are broken and
spaces are set does not change a mark; any other sign does.
"""

from macros.model.base import NOT_APPLICABLE, Post, facts
from macros.translation.texts import mark

# The texts of a record that say what its facts mean.
_TEXTS = ("namn", "sammanfattning", "problem", "gjort", "resultat")


def mark_of_text(*parts: str) -> str:
    """The mark of some texts in order, as translations have it."""
    return mark("\0".join(" ".join(part.split()) for part in parts))


def mark_of_record(record: Post) -> str:
    """The mark of what a record says in short: its name, its summary, its facts with their years, its three answers."""
    said: list[str] = []
    for name in type(record).model_fields:
        value = getattr(record, name)
        # What is unknown says nothing, so that a new field that no record knows yet changes no mark.
        if name in _TEXTS or value == NOT_APPLICABLE:
            said.append(f"{name} {value}")
        else:
            said += [f"{name} {fact.varde} {fact.avser or ''}" for fact in facts(value)]
    return mark_of_text(*said)
