"""One grid: every kind of page has the same left edge, and its blocks end at one of three right edges.

The three are the end of running text, the end of what may be wider beside the contents list, and the page's own
right edge. They are read off one page, and every other kind of page must share them.
"""

from playwright.sync_api import Page

from tests.browser.drawn import resize

# Narrower than this there is one column, and a block ends where the screen does or before.
WITH_ROOM = 992
# One page of each kind.
PAGES = (
    "/", "/bilda-en-grupp/", "/arbetssatt/stalla-krav/", "/bilda-en-grupp/finansiering/", "/grupper/bebo/",
    "/normer/totalmetodiken/", "/exempel/rorskarvar/", "/samverkansformer/bestallargrupp/",
    "/framgangsfaktorer/kontinuitet/", "/jamfor/", "/jamfor/grupper/", "/jamfor/par/bebo-och-belok/", "/grupper/",
    "/exempel/", "/behov/", "/kallor/", "/ordlista/", "/a-o/", "/skriv-ut/", "/rakna/totalmetoden/", "/sok/",
    "/404.html", "/lattlast/", "/en/groups/bebo/", "/en/compare/",
)  # fmt: skip
# The blocks that a page is made of, each with its edges.
EDGES = """() => {
  const blocks = ".varumarke, main .ingress, .sidtopp > *, .ga-vidare, .spalt, div.text > *, .sidslut > *, "
    + ".sidfot-inre > :first-child, .sok-form, .sok-svar > section";
  const found = [];
  for (const block of document.querySelectorAll(blocks)) {
    const box = block.getBoundingClientRect();
    if (box.width < 2 || !block.checkVisibility() || getComputedStyle(block).position === "absolute") continue;
    const beside = block.matches(".spalt") && box.left > innerWidth / 2;
    const own = block.matches(".varumarke, .sidfot-inre *, h1");
    found.push([block.outerHTML.slice(0, 80), beside ? null : box.left, own ? null : box.right]);
  }
  return found;
}"""
RIGHT = "() => document.querySelector('.sidhuvud-rad').getBoundingClientRect().right"
LEFT = "() => document.querySelector('.varumarke').getBoundingClientRect().left"
# The ends of a paragraph and of a table on a page of guidance.
ENDS = """() => [".text > p", ".sidfakta"].map(
  (name) => document.querySelector(name).getBoundingClientRect().right)"""


WIDTHS = (320, 768, 1024, 1440, 1920)


def _own_edges(page: Page, width: int) -> tuple[float, list[float]]:
    resize(page, width, 900)
    left = page.evaluate(LEFT)
    outer = page.evaluate("() => document.documentElement.clientWidth") - left
    return left, [*page.evaluate(ENDS), outer]


def test_blocks_of_every_kind_of_page_share_their_edges(page: Page) -> None:
    page.goto("/arbetssatt/stalla-krav/")
    edges = {width: _own_edges(page, width) for width in WIDTHS}
    wrong: list[tuple[object, ...]] = []
    for address in PAGES:
        page.goto(address)
        for width, (left, ends) in edges.items():
            resize(page, width, 900)
            found = page.evaluate(EDGES)
            assert len(found) > 3, address
            for block, start, end in found:
                if start is not None and abs(start - left) > 1:
                    wrong.append((address, width, block, "starts", start, left))
                # Easy text has shorter lines.
                if end is None or address.startswith("/lattlast/"):
                    continue
                shared = any(abs(end - known) <= 1 for known in ends)
                if end > max(ends) + 1 or (width > WITH_ROOM and not shared):
                    wrong.append((address, width, block, "ends", end, ends))
    assert wrong == []
