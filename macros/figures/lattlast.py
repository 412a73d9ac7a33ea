"""The drawings of the easy-to-read pages: a few large signs with words, the same for every reader."""

from collections.abc import Callable, Mapping
from functools import partial

from macros.kunskapsbank import Kunskapsbank
from macros.ord import words


def _values(name: str, _bank: Kunskapsbank) -> Mapping[str, object]:
    """The words of a drawing."""
    return {"texter": words()["figurer"][name]}


FIGURES: Mapping[str, Callable[[Kunskapsbank], Mapping[str, object]]] = {
    name: partial(_values, name) for name in ("lattlast-grupp", "lattlast-kop", "lattlast-steg", "lattlast-pengar")
}
