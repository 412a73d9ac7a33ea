"""Whatever an address holds: the page works, nothing reaches it as markup, and what is left out is told."""

from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.compare.chosen import MOST
from macros.kunskapsbank import Kunskapsbank
from tests.browser.jamfor import OWN, chosen, compare, left_out


def test_different_kinds_are_explained_and_what_can_be_compared_is_offered(page: Page) -> None:
    page.goto("/jamfor/?valda=bebo,totalmetodiken,belok")
    expect(page.get_by_role("heading", name=OWN["blandatRubrik"])).to_be_visible()
    said = page.locator(".jamfor-blandat p").inner_text()
    assert "BeBo och Belok är grupper" in said
    assert "Totalmetodiken är en norm" in said
    assert page.locator(".jamfor-ut").count() == 0
    assert chosen(page) == ["bebo", "totalmetodiken", "belok"], "the address is kept for what it is"
    page.get_by_role("link", name="Jämför BeBo och Belok").click()
    expect(page.locator(".jamfor-ut table thead a")).to_have_text(["BeBo", "Belok"])
    page.go_back()
    page.get_by_role("link", name="Välj fler normer att jämföra med Totalmetodiken").click()
    expect(page.locator("input[data-valj=totalmetodiken]")).to_be_checked()


@pytest.mark.parametrize(
    ("identifier", "reason"),
    [("permanent", "Kännetecken jämförs inte"), ("lou", "Begrepp förklaras"), ("bebo-hist", "Källor belägger")],
)
def test_kinds_that_cannot_be_compared_are_explained(identifier: str, reason: str, page: Page) -> None:
    compare(page, "bebo", "belok", identifier)
    assert reason in left_out(page)
    page.locator(".jamfor-utelamnat a").click()
    page.wait_for_url(lambda address: urlsplit(address).path != "/jamfor/")
    expect(page.locator("h1")).to_be_visible()


def test_unknown_repeated_and_too_many_are_left_out_in_words(page: Page, bank: Kunskapsbank) -> None:
    eight = list(bank.grupp)[:8]
    table = compare(page, *eight, eight[0], "finns-inte")
    assert table.locator("thead th a").count() == MOST
    said = left_out(page)
    assert "Finns inte i kunskapsbanken: ”finns-inte”." in said
    assert f"räknas en gång: ”{eight[0]}”" in said
    for identifier in eight[MOST:]:
        assert bank.grupp[identifier].namn in said


PASTED = [
    "valda=bebo,belok.",
    "valda=bebo,belok)",
    "valda=bebo,belok%29.",
    "valda=(bebo,belok)",
    "valda=BeBo,Belok",
    "valda=BEBO;BELOK",
    "valda=bebo|belok",
    "valda=bebo%252Cbelok",
    "valda=bebo%25252Cbelok",
    "valda=bebo%2C%20belok",
    "valda=BeBo+Belok",
    "valda=%22bebo%22,%22belok%22",
    "valda=bebo,%20belok&slag=grupp.",
    "valda=bebo,belok>",
    "valda=&valda=bebo&valda=belok",
]


@pytest.mark.parametrize("query", PASTED)
def test_addresses_pasted_from_a_mail_are_understood(query: str, page: Page) -> None:
    page.goto(f"/jamfor/?{query}")
    expect(page.locator(".jamfor-ut table thead a")).to_have_text(["BeBo", "Belok"])
    assert page.locator(".jamfor-utelamnat").count() == 0
    page.get_by_role("button", name=OWN["excel"]).is_visible()
    assert chosen(page) == ["bebo", "belok"], "the address that is copied on is the plain one"


def test_a_name_may_be_written_as_on_the_page(page: Page) -> None:
    page.goto("/jamfor/?valda=4S Ledningsnät,Svenskt Vatten Utveckling")
    expect(page.locator(".jamfor-ut table thead a")).to_have_text(["4S Ledningsnät", "Svenskt Vatten Utveckling"])


@pytest.mark.parametrize(
    ("written", "meant"), [("beob", "BeBo"), ("belokk", "Belok"), ("hylk", "HyLok"), ("totalmetoden", "Totalmetodiken")]
)
def test_a_mistyped_name_gets_near_names(written: str, meant: str, page: Page) -> None:
    page.goto(f"/jamfor/?valda={written}")
    told = page.locator(".jamfor-utelamnat")
    expect(told).to_contain_text(f"Finns inte i kunskapsbanken: ”{written}”")
    told.get_by_role("link", name=meant, exact=True).click()
    expect(page.locator("[data-valjbar] [role=status]")).to_contain_text(meant)


def test_a_name_like_no_other_gets_no_suggestion(page: Page) -> None:
    compare(page, "bebo", "belok", "qqqqqq")
    assert page.locator(".jamfor-utelamnat a").count() == 0


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "%00",
    "\u202ebebo",
    "a" * 5000,
    ",".join(f"x{number}" for number in range(300)),
    "bebo;belok",
    "BEBO",
]


MARKUP = "document.querySelectorAll('img, script:not([src]), b, iframe').length"


@pytest.fixture(scope="module")
def usual(browser: Browser, server: str) -> int:
    """How much of such markup a comparison holds of itself."""
    page = browser.new_page()
    page.goto(f"{server}/jamfor/?valda=bebo,belok")
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    held: int = page.evaluate(MARKUP)
    page.close()
    return held


@pytest.mark.parametrize("hostile", HOSTILE, ids=[text[:20] for text in HOSTILE])
def test_whatever_stands_in_the_address_is_only_text(hostile: str, page: Page, usual: int) -> None:
    everywhere = "&".join(
        f"{name}={quote(hostile)}" for name in ("slag", "bara", "punkter", "sortera", "f-land", "f-omraden")
    )
    for address in ("/jamfor/", "/jamfor/grupper/", "/grupper/"):
        page.goto(f"{address}?valda=bebo,{quote(hostile)},belok&{everywhere}")
        expect(page.locator("[data-valjbar] [role=status]")).to_contain_text("BeBo, Belok")
        expect(page.locator(".jamfor-utelamnat").first).to_be_visible()
        assert page.evaluate(MARKUP) == usual, address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.evaluate("({}).polluted") is None


@pytest.mark.parametrize(
    "query", ["?valda=%E0%A4%A", "?valda=", "?valda=,,,", "?valda", "?", "?valda=bebo&valda=belok"]
)
def test_broken_addresses_give_a_page_that_works(query: str, page: Page) -> None:
    page.goto(f"/jamfor/{query}")
    expect(page.locator("input[data-valj=bebo]")).to_be_attached()
    if "belok" in query:
        expect(page.locator(".jamfor-ut table")).to_be_visible()
