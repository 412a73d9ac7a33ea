"""Easy-to-read HTML: a line for each sentence, nothing raised in the text, and the sources last."""

from macros.engine.easy_html import easy_html

SOURCES = '<section class="kallista" lang="sv"><h2 id="kallor">Källor</h2><ol><li>En\nkälla</li></ol></section>'


def test_each_sentence_stands_on_a_line_of_its_own() -> None:
    assert easy_html("<p>Ett.\nTvå.\nTre.</p>") == "<p>Ett.<br>Två.<br>Tre.</p>"
    assert easy_html("<ul>\n<li>Ett.\nTvå.</li>\n</ul>") == "<ul>\n<li>Ett.<br>Två.</li>\n</ul>"


def test_no_note_is_left_in_the_text_and_the_sources_have_easier_words_over_them() -> None:
    made = easy_html(f'<p>Ett <sup class="kallnot"><a href="#kalla-1">1</a></sup>.\nTvå.</p>{SOURCES}')
    assert made.startswith("<p>Ett.<br>Två.</p>")
    assert '<h2 id="kallor">Det här har vi läst</h2>' in made
    assert "<li>En\nkälla</li>" in made


def test_a_number_is_not_divided() -> None:
    assert easy_html("<p>År 2023: 49 000 kronor.</p>") == "<p>År 2023: 49\u00a0000 kronor.</p>"
    assert easy_html('<svg viewBox="0 0 240 232"></svg>') == '<svg viewBox="0 0 240 232"></svg>'


def test_links_to_the_glossary_become_words_and_other_links_stay() -> None:
    term = '<a class="begrepp" href="/ordlista.md#krav" data-forklaring="Svårt">krav</a>'
    assert easy_html(f'<p>Ett {term}, <a href="/x/">mer</a>.</p>') == '<p>Ett krav, <a href="/x/">mer</a>.</p>'
