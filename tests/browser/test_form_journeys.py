"""Journeys through the form for records: a new group, every kind of mistake, hostile text, and any edit at all."""

import json
import random
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.checks import gather
from macros.checks.material import Material
from macros.contribute.proposal import Proposal, check_proposals
from macros.loading.yaml_source import parse
from macros.model import KINDS
from macros.ord import words
from tests.browser.axe import violations
from tests.conftest import ROOT

TEXTS = words()["verktyg"]["redigera"]
FORM = "/bidra/redigera/"


@pytest.fixture(scope="module")
def material() -> Material:
    return gather(ROOT, ROOT / "data")


def _open(page: Page, field: str, within: str = "[data-post=post]") -> None:
    row = page.locator(f"{within} details[data-falt={field}]")
    if row.get_attribute("open") is None:
        row.locator("summary").first.focus()
        page.keyboard.press("Enter")


def _pick(page: Page, identifier: str, typed: str) -> None:
    """Chooses the first suggestion for what is typed, by keyboard alone."""
    page.locator(f"#{identifier}").focus()
    page.keyboard.type(typed)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def _review(page: Page) -> None:
    page.get_by_role("button", name=TEXTS["granska"]).focus()
    page.keyboard.press("Enter")


def _files(page: Page) -> dict[str, str]:
    """The files that the form gives, by place."""
    expect(page.get_by_role("heading", name=TEXTS["granska_rubrik"])).to_be_focused()
    names = [heading.split(": ", 1)[1] for heading in page.locator(".redigera-filblock h3").all_inner_texts()]
    texts = [area.input_value() for area in page.locator(".redigera-fil").all()]
    return dict(zip(names, texts, strict=True))


def _problems(material: Material, made: dict[str, str]) -> list[str]:
    """What the check says of the form's files, as if they lay among the others."""
    kinds = {kind.folder: kind for kind in KINDS.values()}
    proposals = [Proposal(kinds[Path(name).parts[1]], Path(name).stem, text) for name, text in made.items()]
    return [f"{problem.path}: {problem.message}" for problem in check_proposals(material, proposals)]


def test_a_group_with_two_sources_of_which_one_is_new_is_added_by_keyboard(page: Page, material: Material) -> None:
    page.goto(FORM)
    page.get_by_role("button", name=TEXTS["nya"]["grupp"]).focus()
    page.keyboard.press("Enter")
    for field, text in {
        "namn": "Skolmåltidsgruppen i provet",
        "sammanfattning": "En påhittad grupp som bara finns i provet av formuläret.",
    }.items():
        page.locator(f"#f-{field}").focus()
        page.keyboard.type(text)
    expect(page.locator("#f-filnamn")).to_have_value("skolmaltidsgruppen-i-provet")
    page.locator("#f-slag").select_option("bestallargrupp")
    page.locator("#f-land").select_option("sverige")
    page.locator("#f-omraden input").first.check()
    _open(page, "bildad")
    page.locator("[data-falt=bildad] input[value=uppgift]").check()
    page.locator("#f-bildad-varde").fill("2019")
    _pick(page, "f-bildad-kallor", "bebo-hist")
    page.locator("[data-falt=bildad]").get_by_role("button", name=TEXTS["ny_kalla"]).press("Enter")
    new = ".redigera-ny-kalla"
    page.locator(f"{new} #f-k1-titel").fill("Årsberättelse 2024 för provet")
    page.locator("#f-k1-utgivare").fill("Skolmåltidsgruppen")
    page.locator("#f-k1-slag").select_option("rapport")
    page.locator("#f-k1-ar").fill("2024")
    page.locator("#f-k1-adress").fill("https://exempel.se/arsberattelse")
    page.locator("#f-k1-sprak").select_option("sv")
    page.locator("#f-k1-last").select_option("hel")
    _review(page)
    made = _files(page)
    group, source = "data/grupper/skolmaltidsgruppen-i-provet.yml", "data/kallor/arsberattelse-2024-for-provet.yml"
    assert sorted(made) == [group, source]
    said: Any = parse(made[group], "").data
    assert said["bildad"]["kallor"] == ("bebo-hist", "arsberattelse-2024-for-provet")
    told = page.get_by_label(TEXTS["forslag"], exact=True).input_value()
    assert "Bildad: 2019" in told
    assert "Årsberättelse 2024 för provet" in told
    assert _problems(material, made) == []


# What is written in a field of BeBo, the kind of mistake that it is, and the field where it is told.
MISTAKES = [
    ("namn", "f-namn", "x" * 121, "string_too_long"),
    ("sammanfattning", "f-sammanfattning", "För kort", "string_too_short"),
    ("webb", "f-webb", "www.bebostad.se", "adress"),
    ("granskad", "f-granskad", "2026-02-30", "datum"),
    ("fullt_namn", "f-fullt_namn", " Blanksteg först", "flera_rader"),
    ("sokord", "f-sokord", "\n".join(f"ord {number}" for number in range(13)), "sokord"),
    ("antal_medlemmar", "f-antal_medlemmar-varde", "många", "float_type"),
    ("antal_medlemmar", "f-antal_medlemmar-avser", "år 2011", "string_pattern_mismatch"),
    ("bildad", "f-bildad-varde", "1700", "greater_than_equal"),
    ("initiativ", "f-initiativ-0-varde", "Osynligt\u200btecken", "otillatet_tecken"),
    ("medlemskrets", "f-medlemskrets-varde", "uppgift saknas", "okand_med_kalla"),
    ("syfte", "f-syfte-varde", "", "tom"),
    ("utvarderad", "f-utvarderad-kommentar", "En <b>fet</b> kommentar", "html_tagg"),
    ("privata_medlemmar", "f-privata_medlemmar-kommentar", "Källan [@bebo-hist] säger det.", "kalla_i_rad"),
    ("finansiering", "f-finansiering-kommentar", "Läs [mer](/grupper/belok.md).", "lank_i_rad"),
]


def test_every_kind_of_mistake_is_told_at_its_field_in_the_words_of_the_check(page: Page, material: Material) -> None:
    page.goto(f"{FORM}?post=grupper/bebo")
    before = {}
    for field, identifier, wrong, _ in MISTAKES:
        _open(page, field)
        control = page.locator(f"#{identifier}")
        before[identifier] = control.input_value()
        control.fill(wrong)
    _open(page, "samordning")
    page.locator("[data-falt=samordning] .redigera-valda button").first.click()
    _open(page, "berattelse")
    page.locator("[data-falt=berattelse] .redigera-del summary").first.click()
    story = page.locator("#f-berattelse-0-text")
    told_before = story.input_value()
    story.fill("Ett påstående [@finns-inte].")
    _open(page, "kannetecken")
    page.locator("[data-falt=kannetecken] .redigera-del summary").first.click()
    evidence = page.locator("[data-falt=kannetecken] textarea[id$=kommentar]").first
    evidence_before = evidence.input_value()
    evidence.fill("")
    _review(page)
    expect(page.get_by_role("heading", name=words()["verktyg"]["gemensamt"]["fel_rubrik"])).to_be_visible()
    expect(page.locator("[data-fel]")).to_be_focused()
    kinds = page.eval_on_selector_all("[data-felrad]", "lines => lines.map((line) => line.dataset.felrad)")
    expected = [*(kind for *_, kind in MISTAKES), "too_short", "okand_referens", "belagg"]
    assert sorted(kinds) == sorted(expected)
    for _, identifier, _, kind in MISTAKES:
        control = page.locator(f"#{identifier}")
        assert control.get_attribute("aria-invalid") == "true"
        line = page.locator(f"#{(control.get_attribute('aria-describedby') or '').split()[-1]}")
        assert line.get_attribute("data-felrad") == kind
    # The check tells the same of the file, in the same words.
    text = page.evaluate("window.kbVerktyg.redigerar.file(window.kbVerktyg.redigerar.main).text")
    said = {problem.split(": ", 2)[-1] for problem in _problems(material, {"data/grupper/bebo.yml": text})}
    here = page.locator("[data-felrad]").all_inner_texts()
    missing_here = [message for message in said if not any(line.startswith(message) for line in here)]
    assert [message for message in missing_here if "saknas." not in message] == []
    # Each link of the summary leads to its field; mended, the file is as the check wants it.
    page.locator("[data-fel] a").first.click()
    assert page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
    for identifier, value in before.items():
        page.locator(f"#{identifier}").fill(value)
    story.fill(told_before)
    evidence.fill(evidence_before)
    _pick(page, "f-samordning-kallor", "kostym")
    _review(page)
    expect(page.locator("[data-felrad]")).to_have_count(0)


HOSTILE = [
    "{{ 7*7 }}",
    'a: "b" # c',
    "- en punkt: [x]",
    "!!python/object:os.system",
    "*alias &ankare",
    "=cmd|'/c calc'!A0",
    "__proto__",
    "| > %",
]


def test_hostile_text_ends_as_text(page: Page) -> None:
    page.goto(f"{FORM}?post=grupper/bebo")
    _open(page, "avgift")
    page.locator("[data-falt=avgift] input[value=uppgift]").check()
    _pick(page, "f-avgift-kallor", "bebo-hist")
    for text in HOSTILE:
        page.locator("#f-avgift-varde").fill(text)
        _review(page)
        made = _files(page)
        data = parse(made["data/grupper/bebo.yml"], "").fields
        assert data["avgift"] == {"varde": text, "kallor": ("bebo-hist",)}
        assert page.get_by_label(TEXTS["forslag"], exact=True).input_value().count(text) == 1
        assert page.locator("main img, main script").count() == 0


def test_what_the_check_refuses_in_a_story_is_told_in_the_same_words(page: Page, material: Material) -> None:
    wrong = {
        "<img src=x onerror=alert(1)> [@bebo-hist].": "html_tagg",
        "Se javascript:alert(1) [@bebo-hist].": "skriptadress",
        "Se &nbsp; här [@bebo-hist].": "teckenkod",
        "Se [sidan](https://exempel.se) [@bebo-hist].": "lank_ut",
        "Se [sidan](belok.md) [@bebo-hist].": "lank_form",
        "Ett påstående [@bebo-hist] [@Bebo Hist].": "kalla_felskriven",
        "Ett påstående utan källa.": "kalla_saknas",
    }
    page.goto(f"{FORM}?post=grupper/bebo")
    _open(page, "berattelse")
    for place, text in enumerate(wrong):
        page.locator("[data-falt=berattelse] .redigera-del summary").nth(place).click()
        page.locator(f"#f-berattelse-{place}-text").fill(text)
    _review(page)
    told = page.eval_on_selector_all(
        "[data-felrad]", "lines => lines.map((each) => [each.dataset.felrad, each.textContent])"
    )
    assert [kind for kind, _ in told] == list(wrong.values())
    assert page.locator("main img, main script").count() == 0
    made = page.evaluate("window.kbVerktyg.redigerar.file(window.kbVerktyg.redigerar.main).text")
    for message in {each.split(": ")[-1] for each in _problems(material, {"data/grupper/bebo.yml": made})}:
        assert any(line.startswith(message) for _, line in told), message


def test_any_edit_gives_the_record_that_the_same_edit_gives_in_python(page: Page) -> None:
    """Random values, added, changed and taken away parts: the text that the form writes holds exactly them."""
    dice = random.Random(15)  # noqa: S311 - only the same cases at every run
    files = sorted((ROOT / "data").glob("[!a.]*/*.yml"))
    cases = []
    for path in (dice.choice(files) for _ in range(400)):
        text = path.read_text("utf-8")
        after = json.loads(json.dumps(parse(text, "").data))
        for _ in range(dice.choice([1, 1, 2, 4])):
            after = _edited(after, dice)
        folder = path.parent.name
        cases.append({"folder": folder, "text": text, "after": after})
    page.goto(FORM)
    made = page.evaluate(
        """(cases) => cases.map(({ folder, text, after }) => {
          const { text: engine, data } = window.kbVerktyg;
          const kind = Object.values(data.slag).find((each) => each.mapp === folder);
          return engine.rewrite(text, after, kind.nod);
        })""",
        cases,
    )
    for case, text in zip(cases, made, strict=True):
        parsed = parse(text, "")
        assert [problem for problem in parsed.problems if problem.level == "fel"] == []
        assert json.loads(json.dumps(parsed.data)) == case["after"]


WORDS = [
    *HOSTILE,
    "ja",
    "null",
    "2011",
    "true",
    "1.5",
    "rad ett\nrad två\n",
    "hej  då",
    "x\n\ny\n",
    "tab\there",
    " före",
    "☃",
    "",
]


def _value(dice: random.Random) -> Any:
    return dice.choice([dice.choice(WORDS), dice.choice(WORDS), dice.randint(-5, 3000), 1.25])


def _edited(value: Any, dice: random.Random) -> Any:
    """The value with one change somewhere in it."""
    if isinstance(value, dict) and value:
        key = dice.choice(list(value))
        chance = dice.random()
        if chance < 0.15 and len(value) > 1:
            return {name: inner for name, inner in value.items() if name != key}
        if chance < 0.25:
            return {**value, "nytt": dice.choice([_value(dice), [_value(dice)], {"a": _value(dice), "b": [{"c": 1}]}])}
        return {**value, key: _edited(value[key], dice)}
    if isinstance(value, list) and value:
        place = dice.randrange(len(value))
        instead = dice.choice([[], [_edited(value[place], dice)], [value[place], value[place]], [_value(dice)]])
        return [*value[:place], *instead, *value[place + 1 :]]
    return _value(dice)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_the_open_form_holds_at_every_size_and_for_everyone(
    browser: Browser, server: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(base_url=server, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{FORM}?post=grupper/bebo")
    for field in ("namn", "bildad", "omraden", "siffror", "kannetecken", "berattelse"):
        _open(page, field)
    page.locator("[data-falt=berattelse] .redigera-del summary").first.click()
    page.locator("#f-namn").fill("")
    _review(page)
    expect(page.locator("[data-fel]")).to_be_focused()
    page.locator("#f-bildad-kallor").focus()
    page.keyboard.type("bebo")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.locator("#f-namn").fill("BeBo i provet")
    _review(page)
    expect(page.get_by_role("heading", name=TEXTS["granska_rubrik"])).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    context.close()
