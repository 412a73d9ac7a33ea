"""Ways of writing numbers, lists, dates, capital letters and alphabetical order: the Swedish ones.

While pages of another language are made, numbers, lists and dates are written as in that language
(`macros.language.english`). The order stays: it holds for letters of all languages here.
"""

from collections.abc import Iterable
from datetime import date

from macros.language import english
from macros.language.speaking import ENGLISH, spoken

NBSP = "\u00a0"
_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
# The three characters after z in ASCII stand in for the three letters after z in Swedish.
_ORDER = {"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y"}


def number(value: float) -> str:
    """A number with no-break spaces between groups of three digits and a decimal comma."""
    whole, _, decimals = f"{value:.10f}".rstrip("0").rstrip(".").partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    # Four digits are grouped too, so that columns of figures read alike.
    groups = [digits[max(end - 3, 0) : end] for end in range(len(digits), 0, -3)][::-1]
    if spoken() == ENGLISH:
        return english.number(sign, groups, decimals)
    return sign + NBSP.join(groups) + (f",{decimals}" if decimals else "")


def quoted(text: str) -> str:
    """A text in quotation marks."""
    return f"“{text}”" if spoken() == ENGLISH else f"”{text}”"


def fixed(value: float, decimals: int) -> str:
    """A number with as many decimals as told."""
    text = f"{value:.{decimals}f}"
    return text if spoken() == ENGLISH else text.replace(".", ",")


def with_unit(value: str, unit: str) -> str:
    """A number that is written already, with its unit on the same line."""
    return english.with_unit(value, unit) if spoken() == ENGLISH else f"{value}{NBSP}{unit}"


def listing(words: Iterable[str], last: str = "och") -> str:
    """Words joined as in running text: ”a, b och c”."""
    if spoken() == ENGLISH:
        last = english.JOINING.get(last, last)
    *first, final = list(words) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def sort_key(text: str) -> str:
    """A key that sorts as Swedish does, with å, ä and ö last and letter case ignored.

    It begins with the initial, so that all words under one letter of an index stand together.
    """
    return "".join(_ORDER.get(letter, letter) for letter in f"{initial(text)} {text}".lower())


def initial(text: str) -> str:
    """The letter under which a word stands in an index; digits stand under ”0–9”."""
    first = next((letter for letter in text if letter.isalnum()), "0").upper()
    first = {"É": "E", "Ü": "Y"}.get(first, first)
    return "0–9" if first.isdigit() else first


def long_date(day: date) -> str:
    """A date as in running text, ”23 november 2026”."""
    if spoken() == ENGLISH:
        return english.long_date(day)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
