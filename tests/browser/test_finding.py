"""What helps a reader who is lost: easy Swedish and English in the header, a page for lost addresses, kept ticks."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize(
    ("name", "address"), [("Lättläst", "/lattlast/vad-kostar-det/"), ("English", "/en/form-a-group/financing/")]
)
def test_easy_swedish_and_english_stand_in_the_header(name: str, address: str, width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/bilda-en-grupp/finansiering/")
    link = page.get_by_role("banner").get_by_role("link", name=name, exact=True)
    expect(link).to_be_in_viewport()
    link.click()
    expect(page).to_have_url(re.compile(rf"^http://[^/]+{address}$"))


def test_a_lost_address_offers_a_search_for_its_words_and_the_menu(page: Page, site: Path) -> None:
    lost = (site / "404.html").read_text("utf-8")
    page.route("**/normer/total-metoden/", lambda route: route.fulfill(body=lost, content_type="text/html"))
    page.goto("/normer/total-metoden/")
    offer = page.locator("[data-sok-adressen] a")
    expect(offer).to_contain_text("”total metoden”")
    assert page.locator("#huvudmeny a").count() > 4
    offer.click()
    expect(page.locator("#sok-resultat li").first).to_be_visible()


def test_ticks_of_a_checklist_stand_in_the_address(page: Page) -> None:
    page.goto("/bilda-en-grupp/checklista-forsta-motet/")
    boxes = page.locator(".checklista input")
    boxes.nth(0).check()
    boxes.nth(3).check()
    assert page.url.endswith("#klart=1,4")
    page.reload()
    assert [number for number in range(boxes.count()) if boxes.nth(number).is_checked()] == [0, 3]
    boxes.nth(0).uncheck()
    boxes.nth(3).uncheck()
    assert "#" not in page.url
