"""Passive forms are found, and words that only look like them are not."""

import pytest

from macros.language.passive import passives


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kraven ska användas av alla.", ["användas"]),
        ("Rören köps, tas hem och används.", ["köps", "tas", "används"]),
        ("Gruppen bildades och kostnaden delades (mättes).", ["bildades", "delades", "mättes"]),
        ("Den har beskrivits och godkänts.", ["beskrivits", "godkänts"]),
        ("Ordföranden blev vald. Testet blir inte gjort.", ["blev vald", "blir inte gjort"]),
        ("Den kan bli vald och har blivit byggd.", ["bli vald", "blivit byggd"]),
    ],
)
def test_passive_forms_are_found(text: str, found: list[str]) -> None:
    assert passives(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Gruppens och kommunernas behov, användarnas krav och alla medlemmars röster.",
        "De träffas, enades, lyckas och hoppas att uppgift inte saknas.",
        "Det finns, behövs och krävs hos oss.",
        "En arbetsplats med databas, slutsats, konstgräs, licens och kompetens.",
        "Det blir en kostnad, blev resultat och blir det bästa.",
        "Beloks och Uppsalas Grupper i Västerås.",
    ],
)
def test_words_that_only_look_passive_are_left_alone(text: str) -> None:
    assert passives(text) == []
