"""A source that a page of our own cites cannot be removed unnoticed."""

from pathlib import Path

from tests.cases import check, errors, small_site


def test_sources_that_are_there_give_no_problem(tmp_path: Path) -> None:
    assert errors(check(small_site(tmp_path / "site"))) == []


def test_a_removed_source_is_told_with_the_page_that_cites_it(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    (root / "data" / "kallor" / "dos.yml").unlink()
    told = (
        "data/kallor/dos.yml:1:1: fel: Källan ”dos” saknas, men sidan /om/tillganglighet/ hänvisar till den. → "
        "Lägg tillbaka filen. Ska källan bort ändras först sidans mall i overrides/sidor/."
    )
    assert errors(check(root)) == [told]
