"""Templates to text: the only place that knows Jinja, and what values become in Markdown."""

import re
from datetime import date
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.language.signs import SWEDISH_FROM, SWEDISH_TO
from macros.language.speaking import spoken
from macros.language.swedish import listing, long_date
from macros.model.base import UNKNOWN
from macros.ord import words_in
from macros.places import package_folder

TEMPLATES = package_folder().parent / "overrides"
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#!])")
_EMPTY_LINES = re.compile(r"\n{3,}")


def as_markdown(text: str) -> Markup:
    """A record's text as Markdown in which the signs of HTML and of attribute lists are only text."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("{", r"\{").strip()
    if escaped.startswith(SWEDISH_FROM):
        escaped = draw("sidor/annat-sprak.md", text=Markup(escaped.strip(SWEDISH_FROM + SWEDISH_TO)))  # noqa: S704
    return Markup(escaped.strip())  # noqa: S704 - escaped above


def letter_anchor(letter: str) -> str:
    """The anchor of a letter's heading, in characters that any address can hold."""
    return "bokstav-" + {"Å": "aa", "Ä": "ae", "Ö": "oe", "0–9": "0-9"}.get(letter, letter.lower())


def as_line(text: str) -> Markup:
    """A record's line of text as Markdown that shows every character as it is."""
    escaped = _MARKDOWN_SIGNS.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
    return Markup(escaped)  # noqa: S704 - escaped on the line above


@cache
def environment(language: str) -> Environment:
    """The templates for generated pages in a language: values are escaped, undefined names stop the build."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["md"] = as_markdown
    made.filters["rad"] = as_line
    made.filters["datum"] = lambda iso: long_date(date.fromisoformat(iso))
    made.filters["uppraknat"] = listing
    made.filters["bokstavsid"] = letter_anchor
    made.globals["ord"] = words_in(language)
    made.globals["sprak"] = language
    # What a record says when nothing is known; the word shown is the language's own.
    made.globals["okand"] = UNKNOWN
    return made


def draw(template: str, **values: object) -> str:
    """The text that a template under `overrides/` makes of some values."""
    return _EMPTY_LINES.sub("\n\n", environment(spoken()).get_template(template).render(**values)).strip() + "\n"
