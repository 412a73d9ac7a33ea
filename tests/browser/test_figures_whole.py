"""On the screens of ordinary laptops and desktops a figure is whole: nothing of it has to be scrolled to."""

import pytest
from playwright.sync_api import Page

WIDTHS = (1024, 1220, 1280, 1310, 1366, 1440)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/om-bestallargrupper/skillnad-mot-andra-former/",
        "/om-bestallargrupper/gemensamma-behov/",
        "/om-bestallargrupper/bakgrund-och-historia/",
        "/bilda-en-grupp/moten-och-arbetsformer/",
    ],
)
def test_a_figure_is_whole(page: Page, address: str) -> None:
    page.goto(address)
    assert page.locator(".figuryta").count() > 0
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        sizes = page.eval_on_selector_all(".figuryta", "found => found.map(one => [one.scrollWidth, one.clientWidth])")
        assert all(needed <= given for needed, given in sizes), (width, sizes)
