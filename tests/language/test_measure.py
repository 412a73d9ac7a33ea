"""LIX against values worked out by hand."""

import pytest

from macros.language.measure import lix
from macros.language.text import blocks, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 4 words, 2 sentences, no word of more than six letters: 4/2 + 0.
        ("Vi ses. Vi hörs.", 2.0),
        # 5 words, 1 sentence, 2 long (kommuner 8, tillsammans 11): 5 + 40. Köper has 5 letters.
        ("Många kommuner köper rör tillsammans.", 45.0),
        # 8 words, 2 sentences, 1 long (beställare 10): 4 + 12.5. Möte and sex letters are short.
        ("En beställare håller möte. Sedan köper de maskin.", 16.5),
        # Six letters are short and seven are long: 2 + 50.
        ("Maskin maskins.", 52.0),
        # The hyphen of VA-näten is no letter: 7 letters, so long. 1 + 100.
        ("VA-näten.", 101.0),
        ("", 0.0),
        ("## Upphandlingsmyndigheten", 0.0),
    ],
)
def test_lix_is_as_worked_out_by_hand(text: str, expected: float) -> None:
    running = [block for block in blocks([text]) if block.kind == "text"]
    assert lix(sentence.words for block in running for sentence in sentences(block)) == pytest.approx(expected)
