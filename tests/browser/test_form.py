"""The form for records: what nobody changes stays byte for byte, and what comes out passes the check."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from macros.kunskapsbank import Kunskapsbank
from macros.loading.yaml_source import parse
from macros.model import KINDS
from macros.ord import words
from tests.conftest import ROOT

TEXTS = words()["verktyg"]["redigera"]
FORM = "/bidra/redigera/"


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def _files(bank: Kunskapsbank) -> list[tuple[str, str, Path]]:
    return [
        (kind.name, identifier, ROOT / "data" / kind.folder / f"{identifier}.yml")
        for kind in KINDS.values()
        for identifier in bank.records(kind.name)
    ]


def test_every_record_is_read_as_the_check_reads_it_and_saved_unchanged(page: Page, bank: Kunskapsbank) -> None:
    files = _files(bank)
    page.goto(FORM)
    told = page.evaluate(
        """(files) => files.map(([kind, , text]) => {
          const { text: engine, regler, data } = window.kbVerktyg;
          const values = engine.read(text);
          const known = (name) => new Set(Object.keys(data.namn[name]));
          const { nod } = data.slag[kind];
          const saved = engine.rewrite(text, JSON.parse(JSON.stringify(values)), nod);
          return [values, saved === text, regler.faults(nod, values, known)];
        })""",
        [[kind, identifier, path.read_bytes().decode()] for kind, identifier, path in files],
    )
    assert len(told) > 500
    for (kind, identifier, path), (values, unchanged, faults) in zip(files, told, strict=True):
        assert values == _plain(parse(path.read_text("utf-8"), "").data), (kind, identifier)
        assert unchanged, (kind, identifier)
        assert faults == [], (kind, identifier)


def test_one_figure_is_corrected_by_keyboard_alone(page: Page) -> None:
    page.goto("/grupper/bebo/")
    page.get_by_role("link", name=words()["sida"]["redigera"]).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=TEXTS["andra_post"].format(namn="BeBo"))).to_be_focused()
    row = page.locator("[data-falt=antal_medlemmar]")
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(row.locator(".redigera-idag")).to_contain_text("17 (2011)")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Värde")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("18")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=TEXTS["granska_rubrik"])).to_be_focused()
    expect(page.get_by_label(TEXTS["forslag"])).to_have_value(re.compile(r"17 \(2011\) → 18 \(2011\)"))
    before = (ROOT / "data/grupper/bebo.yml").read_text("utf-8").split("\n")
    after = page.get_by_label(TEXTS["filens_text"]).input_value().split("\n")
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [pair for pair in changed if not pair[0].startswith("andrad:")] == [("  varde: 17", "  varde: 18")]


def test_the_last_step_follows_the_host_that_the_site_names(page: Page) -> None:
    page.goto(FORM)
    asked = """(redigera) => {
      const way = window.kbVerktyg.slut.host({ redigera });
      return way && [way.edit("data/a.yml"), way.make && way.make("data/a.yml", "a: å\\n"), way.fills];
    }"""
    named = "filename=data%2Fa.yml&value=a%3A%20%C3%A5%0A"
    cases = {
        "https://github.com/a/b/edit/main": ["edit/main/data/a.yml", f"new/main?{named}", True],
        "https://git.exempel.se/a/b/_edit/main/": ["_edit/main/data/a.yml", f"_new/main?{named}", True],
        "https://gitlab.com/a/b/-/edit/main": ["-/edit/main/data/a.yml", "-/new/main?file_name=data%2Fa.yml", False],
    }
    for address, (edited, made, fills) in cases.items():
        top = re.sub(r"(/-)?/_?edit/main/?$", "", address)
        assert page.evaluate(asked, address) == [f"{top}/{edited}", f"{top}/{made}", fills]
    assert page.evaluate(asked, "") is None
