"""The accessibility statement, `/om/tillganglighet/`, from the list of tests and shortcomings in a data file.

The parts are those that Digg asks for; what has not been tried is said too.
"""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from macros.drawing import draw
from macros.model.base import Datum
from macros.ord import words
from macros.own_files import own_yaml
from macros.pages.page import Page

SOURCE = "om/tillganglighet.md"
DATA = "macros/tillganglighet.yml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Provning(_Strict):
    """Something that was tried: what, how and when."""

    vad: str
    hur: str
    nar: str


class Brist(_Strict):
    """A known shortcoming: what it is, what follows for the reader, the requirement, and what is to be done."""

    vad: str
    foljd: str
    krav: str
    plan: str


class Redogorelse(_Strict):
    """What the statement says."""

    status: Literal["helt", "delvis", "inte"]
    bedomd: Datum
    uppdaterad: Datum
    provningar: list[Provning]
    inte_provat: list[str]
    brister: list[Brist]


@cache
def statement() -> Redogorelse:
    """The data behind the page. Raises pydantic's ValidationError when the file does not hold."""
    return Redogorelse.model_validate(own_yaml("macros", "tillganglighet.yml"))


def statement_page() -> Page:
    """The page. Its dates are those of the data."""
    texts = words()["tillganglighet"]
    data = statement()
    body = draw("sidor/tillganglighet.md", r=data, texter=texts)
    meta = {
        "malgrupp": texts["malgrupp"],
        "sokord": texts["sokord"],
        "andrad": str(data.uppdaterad),
        "granskad": str(data.bedomd),
    }
    return Page(SOURCE, texts["titel"], texts["sammanfattning"], body, "vagledning", DATA, meta)
