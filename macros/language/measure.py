"""Readability as a number: LIX, which grows with long sentences and long words."""

from collections.abc import Iterable, Sequence

# A word is long when it has more letters than this.
LONG_WORD = 6


def lix(sentences: Iterable[Sequence[str]]) -> float:
    """Words per sentence plus the percentage of long words; 0 for a text without words."""
    lengths = [[letters(word) for word in sentence] for sentence in sentences if sentence]
    count = sum(map(len, lengths))
    if not count:
        return 0.0
    long_words = sum(length > LONG_WORD for sentence in lengths for length in sentence)
    return count / len(lengths) + 100 * long_words / count


def letters(word: str) -> int:
    """How many letters and digits a word has, hyphens left out."""
    return len(word) - word.count("-")
