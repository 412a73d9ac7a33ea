"""The age of translations: each state of a page and of a record's text is told, with what to do."""

from pathlib import Path

import pytest

from macros.cli import main
from macros.problems.problem import Problem
from macros.translation.guidance import age, parts, with_marks
from tests.cases import check, small_site

SWEDISH = {"title": "Sida", "sammanfattning": "En sida."}
BODY = "Inledning.\n\n## Ett\n\nText.\n\n```\n## Kod\n```\n\n## Två\n\nMer.\n"
ENGLISH_BODY = "Opening.\n\n## One\n\nText.\n\n## Two\n\nMore.\n"
PAGE = """---
title: {title}
sammanfattning: En sida som bara finns för att prova översättningar.
malgrupp: [alla]
andrad: "2026-11-23"
granskad: "2026-11-23"
{more}---

{body}
- [Ordlistan](/ordlista.md)
"""


def _meta(body: str = BODY) -> dict[str, object]:
    return {"oversatt": "2026-11-23", "svenska_delar": [part.mark for part in parts(SWEDISH, body)]}


def test_a_translation_of_the_page_as_it_is() -> None:
    assert age(_meta(), ENGLISH_BODY, (SWEDISH, BODY)).state == "samma"


def test_line_breaks_and_spaces_make_nothing_older() -> None:
    assert age(_meta(), ENGLISH_BODY, (SWEDISH, BODY.replace("Text.", "  Text.\n"))).state == "samma"


def test_the_part_that_changed_is_told_with_its_english_heading() -> None:
    found = age(_meta(), ENGLISH_BODY, (SWEDISH, BODY.replace("Mer.", "Annat.")))
    assert (found.state, [(part.heading, english) for part, english in found.older]) == ("aldre", [("Två", "Two")])


def test_title_and_summary_belong_to_the_first_part() -> None:
    found = age(_meta(), ENGLISH_BODY, ({**SWEDISH, "title": "Annan"}, BODY))
    assert [part.heading for part, _ in found.older] == [""]


def test_other_sections_no_mark_and_no_page() -> None:
    assert age(_meta(), ENGLISH_BODY, (SWEDISH, BODY + "\n## Tre\n")).state == "andra-delar"
    assert age(_meta(), "Only this.", (SWEDISH, BODY)).state == "andra-delar"
    assert age({"oversatt": "2026-11-23"}, ENGLISH_BODY, (SWEDISH, BODY)).state == "utan-marke"
    assert age(_meta(), ENGLISH_BODY, None).state == "borta"


def test_marks_are_written_once() -> None:
    text = '---\ntitle: x\nsvenska_delar: ["00000000"]\n---\nText\n'
    assert with_marks(text, ["12345678"]) == '---\ntitle: x\nsvenska_delar: ["12345678"]\n---\nText\n'


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site with a page and its translation, marked by the command."""
    root = small_site(tmp_path)
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (root / "docs" / "en").mkdir()
    (root / "docs" / "sida.md").write_text(
        PAGE.format(title="Sida", more="", body=BODY.replace("## Kod", "Kod")), "utf-8"
    )
    more = 'sprak: en\noversattning_av: sida.md\noversatt: "2026-11-23"\n'
    (root / "docs" / "en" / "page.md").write_text(PAGE.format(title="Page", more=more, body=ENGLISH_BODY), "utf-8")
    monkeypatch.chdir(root)
    return root


def _told(root: Path) -> list[Problem]:
    return [each for each in check(root) if each.rule in {"oversattning", "engelska"}]


def test_the_check_tells_whoever_changes_the_swedish_page(pages: Path) -> None:
    assert [(each.path, each.level) for each in _told(pages)] == [("docs/en/page.md", "varning")]
    assert main(["oversattningar", "--markera", "docs/en/page.md"]) == 0
    assert _told(pages) == []
    swedish = pages / "docs" / "sida.md"
    swedish.write_text(swedish.read_text("utf-8").replace("Mer.", "Annat."), "utf-8")
    (found,) = _told(pages)
    line = swedish.read_text("utf-8").splitlines().index("## Två") + 1
    assert (found.path, found.line, found.level) == ("docs/sida.md", line, "varning")
    assert "docs/en/page.md" in found.hint
    swedish.unlink()
    (found,) = _told(pages)
    assert (found.path, found.level) == ("docs/en/page.md", "fel")


@pytest.mark.usefixtures("pages")
def test_the_command_lists_what_is_behind_and_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["oversattningar"]) == 0
    behind, _, missing = capsys.readouterr().out.partition("Svenska som inte finns")
    assert "docs/en/page.md: " in behind
    assert "data/grupper/alfa.yml: sammanfattning" in missing
    assert "docs/sida.md" not in missing


GROUP = "data/grupper/alfa.yml"


def _with_block(root: Path, *rows: str) -> Path:
    path = root / GROUP
    block = 'pa_engelska:\n  oversatt: "2026-11-23"\n  texter:\n' + "".join(f"    {row}\n" for row in rows)
    path.write_text(path.read_text("utf-8") + block, "utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "level", "told"),
    [
        ('sammanfattning: {svensk: "00000000", text: A group for the tests of data.}', "varning", "äldre"),
        ('samanfattning: {svensk: "00000000", text: A group.}', "fel", "samanfattning"),
        ('slag: {svensk: "00000000", text: A group.}', "fel", "slag"),
        ('berattelse.9.text: {svensk: "00000000", text: A story.}', "varning", "finns inte längre"),
        ('sammanfattning: {svensk: "00000000", text: Short.}', "fel", "På engelska"),
        ('berattelse.0.text: {svensk: "00000000", text: "No such source [@finns-inte]."}', "fel", "På engelska"),
        ("sammanfattning: {text: A group for the tests of data.}", "fel", "pa_engelska"),
    ],
)
def test_what_is_wrong_with_an_english_text_is_told_on_its_line(
    tmp_path: Path, row: str, level: str, told: str
) -> None:
    root = small_site(tmp_path)
    path = _with_block(root, row)
    found = [each for each in check(root) if each.path == GROUP and told in each.message]
    last = len(path.read_text("utf-8").splitlines())
    assert found
    assert {(each.level, each.line) for each in found} == {(level, last)}, found
