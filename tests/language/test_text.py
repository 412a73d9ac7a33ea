"""Markdown becomes sentences and words: no markup left, every word in its place."""

import pytest

from macros.language.text import Sentence, blocks, clean, sentences, words


def _sentences(*lines: str) -> list[str]:
    return [" ".join(sentence.words) for block in blocks(lines) for sentence in sentences(block)]


@pytest.mark.parametrize(
    ("markdown", "left"),
    [
        ("BeBo startade 1989 [@bebo-hist; @rr-uppsala].", "BeBo startade 1989 ."),
        ("Läs om [gruppen *Alfa*](/grupper/alfa.md) nu", "Läs om gruppen Alfa nu"),
        ("- [ ] **Bjud in** alla", "Bjud in alla"),
        ("1. Börja", "Börja"),
        ("### Rubrik", "Rubrik"),
        ('!!! tips "Börja här"', '"Börja här"'),
        ('{{ figur("samverkan") }}', ""),
        ("Skriv `sammanfattning` så", "Skriv så"),
        ("Se https://www.example.se/sida och a.b@example.se eller docplayer.net.", "Se och eller ."),
        ("Affärs- och 4–5 kap. är kvar", "Affärs- och 4–5 kap. är kvar"),
    ],
)
def test_markup_is_gone_and_the_rest_keeps_its_place(markdown: str, left: str) -> None:
    text = clean(markdown)
    assert text.split() == left.split()
    assert len(text) == len(markdown)
    assert all(sign in {" ", markdown[place]} for place, sign in enumerate(text))


def test_a_sentence_may_go_over_lines_but_not_over_blocks() -> None:
    assert _sentences("En mening", "på två rader. En till", "", "Ett stycke", "- en punkt", "- två") == [
        "En mening på två rader",
        "En till",
        "Ett stycke",
        "en punkt",
        "två",
    ]


def test_a_full_stop_inside_a_sentence_does_not_end_it() -> None:
    assert _sentences("Se 4 kap. 1 § och bl.a. Lagen om 4.0 nu. Ja!") == ["Se 4 kap 1 och bl a Lagen om 4.0 nu", "Ja"]


def test_a_sentence_ends_before_a_citation_and_inside_quotation_marks() -> None:
    assert _sentences("”Vi köper.” Sedan då? [@a] Jo [@b].") == ["Vi köper", "Sedan då", "Jo"]


def test_a_sentence_knows_its_line_and_place() -> None:
    block = next(blocks(["Ja. Nej", "tack."]))
    assert list(sentences(block)) == [Sentence(0, 0, "Ja."), Sentence(0, 4, "Nej tack.")]


def test_headings_captions_links_alone_and_tables_are_no_running_text() -> None:
    lines = ["## Rubrik", "", "Text.", "", "Tabell: Vad", "", "| a | b |", "", "- **Fråga**", "  [Svar](/svar.md)"]
    assert [block.kind for block in blocks(lines)] == ["label", "text", "label", "table", "label", "label"]


def test_a_number_with_groups_and_a_word_with_a_hyphen_are_one_word_each() -> None:
    assert words("7\u00a0500 kWh, 3,5 procent i EU:s VA-nät") == [
        "7\u00a0500",
        "kWh",
        "3,5",
        "procent",
        "i",
        "EU:s",
        "VA-nät",
    ]
