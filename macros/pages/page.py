"""A generated page, and the templates that draw it as Markdown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.compare.chosen import MOST_BOXES
from macros.model.base import UNKNOWN
from macros.ord import words_in
from macros.speaking import spoken
from macros.swedish import listing, long_date
from macros.translation.signs import SWEDISH_FROM, SWEDISH_TO

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "overrides"
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()#!])")
_EMPTY_LINES = re.compile(r"\n{3,}")


def address_of(source: str) -> str:
    """The root-relative address of the page whose Markdown file is `source`."""
    stem = source.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"/{stem}/" if stem else "/"


@dataclass(frozen=True)
class Page:
    """A page: `source` is its place among the Markdown files, `edit` the data file behind it."""

    source: str
    title: str
    summary: str
    body: str
    kind: str
    edit: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The root-relative address of the page."""
        return address_of(self.source)

    @property
    def markdown(self) -> str:
        """The page as a Markdown file with front matter; its text is never read as a template."""
        meta = {
            "title": self.title,
            "sammanfattning": self.summary,
            "description": self.summary,
            "slag": self.kind,
            "render_macros": False,
            **self.meta,
        }
        head = yaml.dump(dict(meta), Dumper=_DUMPER, allow_unicode=True, sort_keys=False)
        return f"---\n{head}---\n{self.body}"


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
    made.globals["hogst_rutor"] = MOST_BOXES
    # What a record says when nothing is known; the word shown is the language's own.
    made.globals["okand"] = UNKNOWN
    return made


def draw(template: str, **values: Any) -> str:
    """The text that a template under `overrides/` makes of some values."""
    return _EMPTY_LINES.sub("\n\n", environment(spoken()).get_template(template).render(**values)).strip() + "\n"
