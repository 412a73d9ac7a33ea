"""The sums in the browser: the same as Python's in many cases, kept in the address, and refused with the row named."""

import math
import random
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.ord import words
from macros.tools.returns import Measure, factor, steps
from macros.tools.shares import Rule, shares

TEXTS = words()["verktyg"]
TOTAL, COSTS = TEXTS["totalmetoden"], TEXTS["kostnader"]
BOTH = ["/rakna/totalmetoden/", "/rakna/kostnader/"]


def _cases(number: int) -> list[dict[str, Any]]:
    dice = random.Random(11)  # noqa: S311 - only the same cases at every run
    return [
        {
            "requirement": dice.uniform(0, 0.15),
            "growth": dice.choice([0, dice.uniform(-0.05, 0.05)]),
            "measures": [
                {
                    "name": str(place),
                    "investment": dice.uniform(1_000, 5_000_000),
                    "saving": dice.uniform(500, 400_000),
                    "life": dice.randint(1, 60),
                }
                for place in range(dice.randint(1, 12))
            ],
        }
        for _ in range(number)
    ]


def test_totalmetoden_agrees_with_python_over_many_cases(page: Page) -> None:
    cases = _cases(300)
    page.goto("/rakna/totalmetoden/")
    found = page.evaluate(
        """(cases) => cases.map(({ measures, requirement, growth }) => {
          const made = window.kbVerktyg.delar.steps(measures, requirement, growth);
          return made && made.map((step) => [step.measure.name, step.own, step.rate, step.value, step.within]);
        })""",
        cases,
    )
    tried = 0
    for case, told in zip(cases, found, strict=True):
        made = steps([Measure(**each) for each in case["measures"]], case["requirement"], case["growth"])
        assert (told is None) == (made is None)
        for step, (name, own, rate, value, within) in zip(made or [], told or [], strict=True):
            tried += 1
            assert (name, within) == (step.measure.name, step.within)
            assert math.isclose(own, step.own_rate, rel_tol=1e-6, abs_tol=1e-9)
            assert math.isclose(rate, step.rate, rel_tol=1e-6, abs_tol=1e-9)
            assert math.isclose(value, step.net_present_value, rel_tol=1e-6, abs_tol=0.01)
    assert tried > 1000


def test_factors_agree_with_python(page: Page) -> None:
    grid = [[r / 200, q / 100, n] for r in range(0, 60, 3) for q in (-3, 0, 2, 5) for n in (1, 7, 30, 100)]
    page.goto("/rakna/totalmetoden/")
    found = page.evaluate("(grid) => grid.map((each) => window.kbVerktyg.delar.factor(...each))", grid)
    assert found == [pytest.approx(factor(rate, growth, int(years)), rel=1e-12) for rate, growth, years in grid]


def test_shares_agree_with_python_over_many_cases(page: Page) -> None:
    dice = random.Random(5)  # noqa: S311 - only the same cases at every run
    cases: list[Any] = []
    for _ in range(600):
        sizes = [dice.randint(1, 400_000) for _ in range(dice.randint(1, 30))]
        total = dice.randint(1, 4_000_000)
        model = dice.choice(["lika", "storlek", "golv-tak", "fast-rorlig"])
        floor, cap = dice.randint(0, 60_000), dice.choice([None, dice.randint(1_000, 500_000)])
        cases.append([total, sizes, {"model": model, "floor": floor, "cap": cap, "fixed": dice.random()}])
    page.goto("/rakna/kostnader/")
    found = page.evaluate(
        """(cases) => cases.map(([total, sizes, rule]) =>
          window.kbVerktyg.delar.shares(total, sizes, { ...rule, cap: rule.cap === null ? Infinity : rule.cap }))""",
        cases,
    )
    refused = 0
    for case, told in zip(cases, found, strict=True):
        total, sizes, rule = case
        highest = math.inf if rule["cap"] is None else rule["cap"]
        made = shares(total, sizes, Rule(rule["model"], rule["floor"], highest, rule["fixed"]))
        assert told == made, (total, sizes, rule)
        refused += made is None
    assert refused > 10


def _fill(page: Page, name: str, rows: list[list[str]]) -> None:
    """Pastes rows as from a spreadsheet."""
    fold = page.locator(f"details:has(#{name}-klistra)")
    fold.locator("summary").click()
    page.locator(f"#{name}-klistra").fill("\n".join("\t".join(row) for row in rows))
    fold.get_by_role("button", name=TEXTS["gemensamt"]["klistra_knapp"]).click()


def test_the_made_up_case_is_marked_and_its_carried_measure_named(page: Page) -> None:
    page.goto("/rakna/totalmetoden/")
    page.get_by_role("button", name=TEXTS["gemensamt"]["exempel_knapp"]).click()
    result = page.locator(".verktyg-ut")
    expect(result.locator("h2")).to_be_focused()
    expect(result.locator(".verktyg-mening")).to_have_text(
        TOTAL["alla_ryms"].format(antal=6, ranta="7,07", krav="5,00")
    )
    expect(result).to_contain_text(TOTAL["pahittat"])
    expect(result).to_contain_text("Paketet bär Nya fönster.")
    expect(result).to_contain_text("752\u00a0821 kronor")
    assert result.locator(".verktyg-figur g[tabindex='0']").count() == 6
    page.reload()
    expect(page.locator(".verktyg-mening")).to_contain_text("7,07 procent")


def test_kwh_are_priced_and_a_short_residual_life_caps_every_life(page: Page) -> None:
    page.goto("/rakna/totalmetoden/?krav=5&pris=0&energipris=1,50&restliv=6&atgard=A;100%20000;20000;kwh;20")
    expect(page.locator(".verktyg-ut tbody tr").first).to_contain_text("30\u00a0000")
    expect(page.locator(".verktyg-mening")).to_contain_text("19,91 procent")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A;100;0;kr;5", "besparingen måste vara större än noll"),
        ("A;100;10;kr;0", "livslängden måste vara ett helt antal år"),
        ("A;-5;10;kr;5", "investeringen måste vara större än noll"),
        ("A;1000000000;1;kr;1", "ingen internränta"),
        ("A;100;10;kwh;5", "skriv ett energipris"),
        ("A;mycket;10;kr;5", "investeringen måste"),
    ],
)
def test_what_cannot_be_computed_is_refused_with_its_row(row: str, said: str, page: Page) -> None:
    page.goto(f"/rakna/totalmetoden/?atgard=Bra;100;50;kr;5&atgard={row}")
    told = page.locator("[data-fel]")
    expect(told).to_contain_text("Rad 2 (A)")
    expect(told).to_contain_text(said)
    assert page.locator(".verktyg-ut").count() == 0
    page.get_by_role("button", name=TOTAL["rakna"]).click()
    expect(told).to_be_focused()
    told.get_by_role("link").click()
    expect(page.locator("[aria-invalid=true]:focus")).to_be_visible()


def test_the_shares_of_a_pasted_budget(page: Page) -> None:
    page.goto("/rakna/kostnader/")
    _fill(page, "kop", [["Samordnare", "100", "timmar", "800"], ["Möten", "20 000", "kronor", ""]])
    _fill(page, "kom", [["Alfa", "10 000"], ["Beta", "30 000"], ["Gamma", "60 000"]])
    page.get_by_role("button", name=COSTS["rakna"]).click()
    expect(page.locator(".verktyg-ut h2")).to_be_focused()
    rows = page.locator(".verktyg-ut table").first.locator("tbody tr")
    expect(rows.nth(0)).to_contain_text("10\u00a0000")
    expect(rows.nth(2)).to_contain_text("60\u00a0000")
    page.get_by_label(COSTS["lamnar"]).select_option("Gamma")
    expect(page.locator(".verktyg-ut table").nth(1)).to_contain_text("75\u00a0000")
    assert "Alfa 10\u00a0000 kronor" in page.locator("#ko-avtal").input_value()
    page.go_back()
    expect(page.get_by_label(COSTS["lamnar"])).to_have_value("")
    expect(page.locator(".verktyg-ut table").nth(1)).not_to_contain_text("75\u00a0000")


def test_a_floor_that_is_too_high_says_how_high_it_may_be(page: Page) -> None:
    page.goto("/rakna/kostnader/?post=A;900;kr;&medlem=X;1&medlem=Y;2&modell=golv-tak&golv=500")
    expect(page.locator("[data-fel]")).to_contain_text("högst 450 kronor")


@pytest.mark.parametrize("address", BOTH)
def test_unknown_parts_of_an_address_are_named_and_dropped(address: str, page: Page) -> None:
    page.goto(f"{address}?gammal=1")
    expect(page.locator("[data-borttaget]")).to_contain_text("”gammal”")
    assert urlsplit(page.url).query == ""


@pytest.mark.parametrize("address", BOTH)
def test_hostile_rows_are_only_text(address: str, page: Page) -> None:
    hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    page.goto(f"{address}?atgard={hostile};100;50;kr;5&post={hostile};5;kr;&medlem={hostile};7&medlem=__proto__;8")
    expect(page.locator(".verktyg-ut")).to_contain_text("<img")
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("address", BOTH)
def test_the_file_to_download_guards_against_formulas_and_can_be_read_back(address: str, page: Page) -> None:
    page.goto(f"{address}?atgard==1%2B1;100;50;kr;5&post==1%2B1;5;kr;&medlem=X;7")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=TEXTS["gemensamt"]["hamta_csv"]).click()
    text = waiting.value.path().read_text("utf-8-sig")
    assert '"\'=1+1"' in text
    read = page.evaluate("(text) => window.kbVerktyg.delar.parseTable(text)", text)
    assert any("=1+1" in row for row in read)


@pytest.mark.parametrize("address", BOTH)
def test_all_of_it_by_keyboard(address: str, page: Page) -> None:
    page.goto(address)
    button = page.get_by_role("button", name=TEXTS["gemensamt"]["exempel_knapp"])
    for _ in range(120):
        page.keyboard.press("Tab")
        if button.evaluate("(element) => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".verktyg-ut h2")).to_be_focused()


@pytest.mark.parametrize("address", BOTH)
def test_without_script_the_page_is_whole(address: str, without_script: Page) -> None:
    without_script.goto(address)
    expect(without_script.get_by_role("heading", name="Så räknar verktyget")).to_be_visible()
    assert without_script.locator("main table:visible").count() >= 2


@pytest.mark.parametrize("address", BOTH)
def test_a_result_is_one_sheet(address: str, page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    page.goto(address)
    page.get_by_role("button", name=TEXTS["gemensamt"]["exempel_knapp"]).click()
    expect(page.locator(".verktyg-ut")).to_be_visible()
    target = tmp_path_factory.mktemp("print") / "resultat.pdf"
    page.pdf(path=target, format="A4")
    assert target.read_bytes().count(b"/Type /Page\n") == 1
