"""A figure of a record in words: its value with the unit, and the year that it speaks of."""

from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing, number, with_unit
from macros.model.base import UNKNOWN, Siffra
from macros.ord import words


def figure_text(figure: Siffra) -> str:
    """A figure with its unit as shown: ”upp till 70 procent”, ”70–110 kronor”."""
    return figure_in_words(figure.varde, figure.till, figure.forled, figure.enhet)


def figure_in_words(value: float, upper: float | None, before: str | None, unit: str) -> str:
    """A number, or the span up to an upper one, with the word before it and its unit."""
    span = number(value) + (f"–{number(upper)}" if upper is not None else "")
    lead = words()["forled"][before] if before else ""
    return " ".join(part for part in (lead, with_unit(span, unit)) if part)


def figure_year(bank: Kunskapsbank, figure: Siffra) -> str:
    """The year a figure speaks of; where the record gives none, the year of its sources, said to be theirs.

    Only when no source has a year, not even a remark on it, is the figure said to have none.
    """
    texts = words()["sida"]
    if figure.avser:
        return str(figure.avser)
    sources = [bank.kalla[key] for key in figure.kallor]
    years = [str(source.ar) for source in sources if source.ar != UNKNOWN]
    if not years:
        years = [source.arkommentar for source in sources if source.arkommentar]
    if not years:
        return str(texts["ar_saknas"])
    return str(texts["ar_kalla" if len(years) == 1 else "ar_kallor"].format(ar=listing(sorted(set(years)))))
