"""The page *Regler*, `/bidra/regler/`: why each rule of the check is there, with an example that is wrong and right."""

from macros.drawing import draw
from macros.ord import words
from macros.pages.page import Page
from macros.problems.told import PAGE, rules_told


def rules_page() -> Page:
    """The page; each rule has an anchor, the name that its problems carry."""
    texts = words()["regler"]
    body = draw("sidor/regler.md", texter=texts, regler=rules_told())
    meta = {"malgrupp": texts["malgrupp"], "sokord": texts["sokord"]}
    return Page(f"{PAGE}.md", texts["titel"], texts["sammanfattning"], body, "vagledning", None, meta)
