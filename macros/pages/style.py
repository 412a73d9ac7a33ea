"""The style page, `/om/formsprak/`: every component once, and the colours with their contrast."""

from macros.drawing import draw
from macros.figures import figure
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.pages.contrast import pairs
from macros.pages.page import Page
from macros.site.colours import COLOURS, colours

SOURCE = "om/formsprak.md"


def style_page(bank: Kunskapsbank) -> Page:
    """The page; its examples are the templates' own, so that it cannot show something that the site does not use."""
    texts = words()["formsprak"]
    css = COLOURS.read_text("utf-8")
    body = draw(
        "sidor/formsprak.md",
        texter=texts,
        farger=[(name, each) for name, each in sorted(colours(css).items()) if each.is_solid],
        par=[(pair, _decimal(pair.light), _decimal(pair.dark), _decimal(pair.least)) for pair in pairs(css)],
        figur=figure(bank, "arbetssatt"),
    )
    meta = {"malgrupp": texts["malgrupp"], "sokord": texts["sokord"]}
    return Page(SOURCE, texts["titel"], texts["sammanfattning"], body, "vagledning", None, meta)


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
