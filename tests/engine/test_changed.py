"""While the site is shown, a changed file's own pages are made at once, and the page that a reader has open."""

from pathlib import Path

from macros.engine.changed import page_of_record, sources_of
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.pages.records import RECORD_KINDS, record_page

DOCS, DATA = Path("/x/docs"), Path("/x/data")


def test_a_page_of_guidance_is_its_own_page() -> None:
    assert sources_of([DOCS / "om/kontakt.md"], DOCS, DATA, (), "") == ("om/kontakt.md",)


def test_a_record_has_its_page_and_its_easy_one() -> None:
    found = sources_of([DATA / "grupper/bebo.yml"], DOCS, DATA, (), "")
    assert found == ("grupper/bebo.md", "lattlast/grupper/bebo.md")
    assert sources_of([DATA / "kallor/bebo-hist.yml"], DOCS, DATA, (), "") == ()


def test_the_open_page_comes_last_and_once() -> None:
    every = ("index.md", "om/index.md", "om/kontakt.md")
    assert sources_of([DOCS / "index.md"], DOCS, DATA, every, "/om/") == ("index.md", "om/index.md")
    assert sources_of([DOCS / "om/index.md"], DOCS, DATA, every, "/om/") == ("om/index.md",)


def test_the_page_of_every_record_is_the_one_of_the_whole_build(bank: Kunskapsbank) -> None:
    for kind in RECORD_KINDS:
        for name in bank.records(kind):
            assert page_of_record(bank, f"{KINDS[kind].page_folder}/{name}.md") == record_page(bank, kind, name)


def test_other_pages_are_made_of_no_record(bank: Kunskapsbank) -> None:
    for source in ("index.md", "grupper/index.md", "grupper/finns-inte.md", "lattlast/grupper/finns-inte.md"):
        assert page_of_record(bank, source) is None


def test_an_easy_page_is_made_of_its_record(bank: Kunskapsbank) -> None:
    name = next(name for name, record in bank.grupp.items() if record.lattlast)
    made = page_of_record(bank, f"lattlast/grupper/{name}.md")
    assert made is not None
    assert made.source == f"lattlast/grupper/{name}.md"
