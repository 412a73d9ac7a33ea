"""A long list is filtered on its own page while one types, and stands whole without a script."""

import pytest
from playwright.sync_api import Browser, Page

LISTS = {
    "/kallor/": "totalmetod",
    "/ordlista/": "förstudie",
    "/a-o/": "bebo",
    "/exempel/": "tvätt",
    "/grupper/": "vatten",
}
POINTS = ".kallregister > li, .register > li, .kort > li, h3.begrepp"
SHOWN = f"[...document.querySelectorAll('{POINTS}')].filter(each => !each.hidden).length"


@pytest.mark.parametrize(("address", "word"), LISTS.items(), ids=list(LISTS))
def test_what_does_not_fit_is_hidden_and_how_many_stand_is_said(
    page: Page, server: str, address: str, word: str
) -> None:
    page.goto(server + address)
    whole = page.evaluate(SHOWN)
    field = page.locator("[data-filtrera]")
    field.fill(word)
    left = page.evaluate(SHOWN)
    assert 0 < left < whole
    status = page.locator("[data-filtrera-antal]")
    assert status.inner_text() == f"{left} av {whole} visas."
    assert status.get_attribute("role") == "status"
    assert field.evaluate("field => field.labels.length") == 1
    plain = word.replace("ä", "a").replace("ö", "o").upper()
    field.fill(plain)
    assert page.evaluate(SHOWN) == left, "marks on letters and case do not matter"
    field.fill("finns inte alls")
    assert page.evaluate(SHOWN) == 0
    field.fill("")
    assert page.evaluate(SHOWN) == whole


def test_without_a_script_there_is_no_field_and_everything_stands(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        for address in LISTS:
            page.goto(server + address)
            assert not page.locator("[data-filtrera]").is_visible()
    finally:
        context.close()
