"""HTML is taken out of Markdown as Python-Markdown does it, whether templates write it so or a contributor does."""

import pytest
from markdown import Markdown
from markdown.preprocessors import HtmlBlockPreprocessor

from macros.kunskapsbank import Kunskapsbank
from macros.markdown_ext.raw_html import RawHtmlPreprocessor
from macros.pages.site import generated_pages

CASES = (
    "Text utan HTML & med 1 < 2.",
    "<div>\n<p>Ett.</p>\n</div>\n\nText.",
    "<div>\n<p>Ett.</p>\n</div>\nText på raden efter.",
    "<p>Ett</p> <p>Två</p><ul><li>a</li></ul>\n\nText.",
    "<p>Ett</p> &amp; <b>mer</b>\n\nText.",
    "<p>Ett</p> mer <div><p>Två</p></div>\n",
    "   <section>\n\nMed tomma rader\n\n</section>   \n\nText.",
    "    <div>fyra blanksteg</div>\n",
    'Text <b>fet</b> och <span class="a">mer</span>.',
    "Text <div>mitt i</div> raden.",
    "<div><p>Utan slut</div>\n\nText",
    "<div>Aldrig stängd\n\nText",
    "</div>\nSlut utan början.",
    '<div><br><img src="a.png" alt=""></div>\n\nText',
    "<DIV>Stort</DIV>\n\nText",
    "<div>\n<!-- anmärkning -->\n</div>",
    "<div hidden data-x='enkla'>x</div>\n",
    "<br/>\n<hr>\n<p>x</p>",
    "<script>if (a < b) {}</script>\n\nText",
    "Kod: `<div>` och `</div>`.\n\n<p>x</p>",
    "Tecknet &#39 utan slut.\n\n<p>x</p>",
    "<p>a</p>\n\n\n<p>b</p>\n \n<p>c</p>",
)


def both(text: str) -> list[tuple[list[str], list[str]]]:
    found = []
    for rule in (HtmlBlockPreprocessor, RawHtmlPreprocessor):
        md = Markdown()
        lines = rule(md).run(md.preprocessors["normalize_whitespace"].run(text.split("\n")))
        found.append((lines, list(map(str, md.htmlStash.rawHtmlBlocks))))
    return found


@pytest.mark.parametrize("text", CASES)
def test_html_is_taken_out_as_python_markdown_does_it(text: str) -> None:
    theirs, ours = both(text)
    assert ours == theirs


def test_so_it_is_on_generated_pages(bank: Kunskapsbank) -> None:
    for page in generated_pages(bank, ()):
        theirs, ours = both(page.body)
        assert ours == theirs, page.source
