import pytest

from macros.language.swedish import capital, initial, listing, number, sort_key


@pytest.mark.parametrize(
    ("value", "shown"),
    [(7500, "7\u00a0500"), (1.05, "1,05"), (3523031, "3\u00a0523\u00a0031"), (0, "0"), (-12.5, "−12,5"), (85.0, "85")],
)
def test_numbers_are_written_as_in_swedish(value: float, shown: str) -> None:
    assert number(value) == shown


def test_lists_are_joined_as_in_running_text() -> None:
    assert listing([]) == ""
    assert listing(["a"]) == "a"
    assert listing(["a", "b"]) == "a och b"
    assert listing(["a", "b", "c"], "eller") == "a, b eller c"


def test_words_sort_as_in_a_swedish_dictionary() -> None:
    assert sorted(["örn", "Anka", "ål", "zebra", "ärt"], key=sort_key) == ["Anka", "zebra", "ål", "ärt", "örn"]


def test_digits_share_a_letter_of_their_own() -> None:
    assert initial("4S Ledningsnät") == "0–9"
    assert initial("ål") == "Å"
    assert initial("”citat”") == "C"


def test_capital_changes_only_the_first_letter() -> None:
    assert capital("lOU") == "LOU"
