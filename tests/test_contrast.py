import pytest

from macros.pages.contrast import PAIRS, Pair, contrast, pairs
from macros.site.colours import COLOURS, colours

MEASURED = pairs(COLOURS.read_text("utf-8"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#0000ff", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.005)
    assert contrast(second, first) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("pair", MEASURED, ids=lambda pair: f"{pair.front}-on-{pair.back}")
def test_colours_that_meet_can_be_told_apart(pair: Pair) -> None:
    assert pair.light >= pair.least
    assert pair.dark >= pair.least


def test_every_pair_is_measured() -> None:
    assert len(MEASURED) == len(PAIRS) > 30


def test_colours_are_read_in_light_and_dark() -> None:
    assert colours("--text: light-dark(#102030, #f0e0d0);") == {"text": ("#102030", "#f0e0d0")}
    assert colours("--vit: #ffffff;") == {"vit": ("#ffffff", "#ffffff")}


def test_colour_that_is_not_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        pairs("--text: light-dark(#102030, #f0e0d0);")
