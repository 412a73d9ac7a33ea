"""Which books there are, and which pages each holds: by number of pages, the same for page feet and print."""

from macros.ord import words
from macros.pages.print_plan import MOST_IN_VOLUME, MOST_IN_WHOLE, plan_of
from macros.pages.print_products import SHORT, THE_GUIDE, WHOLE, page_products


def _files(address: str, section: str, addresses: list[str]) -> list[str]:
    titles = {section: "Avsnitt", address: "Sida"}
    return [product.file for product in page_products(address, section, titles, plan_of(addresses))]


def _groups(count: int) -> list[str]:
    return ["/grupper/", *(f"/grupper/g{number:04}/" for number in range(count))]


def test_the_whole_is_a_book_only_while_someone_can_hold_it() -> None:
    few, many = _groups(MOST_IN_WHOLE - 1), _groups(MOST_IN_WHOLE)
    assert WHOLE in _files("/grupper/", "/grupper/", few)
    assert WHOLE not in _files("/grupper/", "/grupper/", many)


def test_few_records_stand_in_the_guide_to_their_section() -> None:
    addresses = _groups(MOST_IN_VOLUME)
    assert plan_of(addresses).volumes == {}
    assert "vagledning-grupper.pdf" in _files("/grupper/g0001/", "/grupper/", addresses)


def test_many_records_stand_in_volumes_of_their_own_each_in_one() -> None:
    addresses = _groups(2 * MOST_IN_VOLUME + 1)
    volumes = plan_of(addresses).volumes
    assert volumes.keys() == set(addresses) - {"/grupper/"}
    held = [list(volumes.values()).count(("grupper", number)) for number in (1, 2, 3)]
    assert held == [MOST_IN_VOLUME, MOST_IN_VOLUME, 1]
    assert "vagledning-grupper-3.pdf" in _files("/grupper/g0120/", "/grupper/", addresses)
    assert "vagledning-grupper.pdf" not in _files("/grupper/g0120/", "/grupper/", addresses)
    assert "vagledning-grupper.pdf" in _files("/grupper/", "/grupper/", addresses)


def test_the_order_in_which_pages_are_met_does_not_matter() -> None:
    addresses = _groups(150)
    assert plan_of(reversed(addresses)) == plan_of(addresses)


def test_english_guidance_makes_a_book_in_english_and_counts_in_no_other() -> None:
    english = ["/en/", "/en/form-a-group/", *(f"/en/groups/g{number:04}/" for number in range(200))]
    assert _files("/en/form-a-group/", "/en/form-a-group/", ["/", *english]) == [THE_GUIDE]
    assert plan_of(["/", *english]).whole
    assert _files("/en/", "", ["/", "/en/"]) == []


def test_a_volume_is_named_with_its_number() -> None:
    titles = {"/grupper/": "Grupper", "/grupper/g0070/": "G"}
    products = page_products("/grupper/g0070/", "/grupper/", titles, plan_of(_groups(100)))
    assert words()["utskrift"]["namn"]["del"].format(namn="Avsnittet Grupper", nummer=2) in {p.title for p in products}


def test_the_short_guide_holds_what_a_new_group_reads_and_its_words() -> None:
    for section in ("/", "/om-bestallargrupper/", "/bilda-en-grupp/", "/arbetssatt/"):
        assert SHORT in _files(f"{section}sida/" if section != "/" else section, section, [section])
    for glossary in ("/ordlista/", "/ordlista/a/"):
        assert SHORT in _files(glossary, "/om/", [glossary])
    for other in ("/grupper/bebo/", "/kallor/", "/om/tillganglighet/"):
        assert SHORT not in _files(other, "/om/", [other])


def test_the_english_guide_holds_the_same() -> None:
    parts = ("/en/about-client-groups/", "/en/form-a-group/", "/en/ways-of-working/")
    every = ["/en/", *parts, *(f"{part}page/" for part in parts), "/en/glossary/", "/en/groups/bebo/"]
    held = [address for address in every if THE_GUIDE in _files(address, "", every)]
    assert held == every[:-1]
