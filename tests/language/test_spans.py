"""Lists by letter: nobody is left out, no span is too large, and a span keeps its letters when there are more names."""

import pytest

from macros.language.spans import spans


def _names(*names: str) -> dict[str, str]:
    return {f"id-{number:04}": name for number, name in enumerate(names)}


MANY = _names(*(f"{first}{second}n {number}" for first in "abgklmsåö" for second in "aeio" for number in range(30)))


@pytest.mark.parametrize("most", [1, 15, 100])
def test_everyone_stands_in_one_span_and_none_is_too_large(most: int) -> None:
    found = spans(MANY, most)
    assert sorted(one for span in found for one in span.held) == sorted(MANY)
    assert max(len(span.held) for span in found) <= most
    assert len({span.stem for span in found}) == len({span.label for span in found}) == len(found)


def test_few_names_are_one_span() -> None:
    (whole,) = spans(_names("Alfa", "Ö"), 2)
    assert (whole.stem, whole.within) == ("", ())


def test_names_stand_by_thirds_of_the_alphabet_first_and_then_by_fewer_letters() -> None:
    names = _names("3D", "Alfa", "Beta", "Delta", "Kappa", "Ärlig", "Öppen")
    assert [span.stem for span in spans(names, 3)] == ["0-9", "a-i", "j-r", "s-oe"]
    narrower = spans(names, 2)
    assert [span.stem for span in narrower] == ["0-9", "a-c", "d-f", "j-r", "s-oe"]
    assert [span.label for span in narrower] == ["0–9", "A–C", "D–F", "J–R", "S–Ö"]
    assert narrower[1].within == narrower[2].within == ("a-i",)


def test_a_span_that_is_not_full_holds_the_same_letters_after_a_name_is_added() -> None:
    before = spans(MANY, 15)
    for added in ("Aan 100", "Kon 100", "Ö"):
        after = {span.stem: span for span in spans(MANY | {"ny": added}, 15)}
        divided = {stem for span in after.values() for stem in span.within}
        for span in before:
            assert span.stem in after or span.stem in divided, added
            if span.stem in after:
                assert set(after[span.stem].held) - {"ny"} == set(span.held)


def test_the_same_name_many_times_is_told_apart_by_identifier() -> None:
    names = {f"grupp-{number}": "Grupp" for number in range(40)}
    assert max(len(span.held) for span in spans(names, 15)) <= 15


def test_addresses_hold_plain_letters_only() -> None:
    names = _names(*(f"Å {number}" for number in range(20)), *(f"É{number}" for number in range(20)), "Ön")
    assert all(span.stem.isascii() and " " not in span.stem for span in spans(names, 5))
