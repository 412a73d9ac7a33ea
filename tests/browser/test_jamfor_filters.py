"""The filters of a comparison: what each shows, how they work together, and the address that keeps them."""

import re

import pytest
from playwright.sync_api import Page, expect

from macros.compare.filters import filters
from macros.kunskapsbank import Kunskapsbank
from macros.pages.comparisons import comparison_tables
from tests.browser.jamfor import OWN, TEXTS, left_out, open_tools


def test_unknown_filter_values_in_the_address_are_told(page: Page) -> None:
    page.goto("/jamfor/utomlands/?f-land=atlantis,norge&f-hittepa=1")
    expect(page.locator(".jamfor-ut table thead th a, .jamfor-ut table tbody th a")).to_have_count(1)
    assert "”atlantis”" in left_out(page)
    assert "”1”" in left_out(page)


# Each box of each filter ticked and cleared again: what it says, the columns that there are then, and the address.
# The table is out of sight meanwhile, since to lay it out hundreds of times is what costs.
TICKED_IN_TURN = """(sets) => {
  document.querySelector("[data-jamfor-ut]").style.display = "none";
  return sets.map((set) => [...set.querySelectorAll("label")].map((label) => {
    const box = label.querySelector("input");
    const said = label.innerText.trim();
    box.click();
    const columns = document.querySelectorAll(".jamfor-ut :is(thead, tbody) th a").length;
    const { search } = location;
    box.click();
    return [said, columns, search];
  }));
}"""


@pytest.mark.parametrize("name", ["grupper", "utomlands", "normer", "exempel", "samverkansformer"])
def test_each_filter_says_how_many_and_shows_them(name: str, page: Page, bank: Kunskapsbank) -> None:
    made = comparison_tables(bank)[name]
    identifiers = [column.identifier for column in made.columns]
    page.goto(f"/jamfor/{name}/")
    open_tools(page)
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    shown = page.locator(".jamfor-filter fieldset")
    wanted = filters(bank, made.kind, identifiers, TEXTS["filter"])
    assert shown.locator("legend").all_inner_texts() == [each.name for each in wanted]
    assert shown.get_by_role("checkbox").count() == sum(len(each.options) for each in wanted), "all can be seen"
    for group, each in zip(shown.evaluate_all(TICKED_IN_TURN), wanted, strict=True):
        expected = [(f"{option.name} ({len(option.records)})", len(option.records)) for option in each.options]
        assert [(said, columns) for said, columns, _ in group] == expected
        for option, (said, _, search) in zip(each.options, group, strict=True):
            assert re.search(rf"[?&]f-{each.identifier}={option.identifier}(&|$)", search), (
                f"{said}: whoever gets the address sees the same"
            )


def test_a_filter_is_chosen_and_left_by_its_box(page: Page) -> None:
    page.goto("/jamfor/utomlands/")
    open_tools(page)
    columns = page.locator(".jamfor-ut table th[data-id]")
    expect(columns).not_to_have_count(0)
    whole = columns.count()
    box = page.locator(".jamfor-filter").get_by_role("checkbox", name=re.compile(r"^Norge \(1\)$"))
    box.check()
    expect(columns).to_have_count(1)
    box.uncheck()
    expect(columns).to_have_count(whole)


def test_filters_narrow_each_other_and_are_kept_in_the_address(page: Page) -> None:
    page.goto("/jamfor/exempel/?f-omraden=bostader&f-metod=matning")
    table = page.locator(".jamfor-ut table")
    expect(table).to_be_visible()
    names = table.locator("th a").all_inner_texts()
    assert names
    page.goto("/jamfor/exempel/?f-omraden=bostader")
    expect(table).to_be_visible()
    assert set(names) < set(table.locator("th a").all_inner_texts())


def test_an_empty_result_says_which_filter_to_loosen(page: Page) -> None:
    page.goto("/jamfor/utomlands/?f-land=norge&f-slag=koparprogram&f-omraden=livsmedel")
    empty = page.locator(".jamfor-tomt")
    expect(empty).to_contain_text(OWN["tomt"])
    remedies = empty.get_by_role("button")
    assert remedies.last.inner_text() == OWN["lossaAlla"]
    for remedy in remedies.all()[:-1]:
        assert re.fullmatch(r"Ta bort filtret .+ \(då visas [1-9]\d*\)", remedy.inner_text())
    remedies.first.click()
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    expect(page.locator(".jamfor-ut > .jamfor-status")).to_be_focused()


def test_the_list_to_choose_from_is_filtered_too(page: Page) -> None:
    page.goto("/jamfor/")
    page.get_by_text(OWN["filtrera"]).click()
    page.get_by_role("checkbox", name=re.compile("^Norge")).check()
    expect(page.locator(".jamfor-lista li:visible")).to_have_count(1)
    expect(page.locator(".jamfor-lista .jamfor-status")).to_contain_text("Visar 1 av")
