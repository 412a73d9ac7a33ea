"""Pages have the structure that CommonMark gives, as in the previews of code hosts, or the check speaks."""

import html5lib
import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown_it import MarkdownIt

from macros.checks import structure
from macros.guidance.passages import Line, Passage
from macros.kunskapsbank import Kunskapsbank
from macros.markdown_ext.frames import FramePreprocessor
from macros.pages.site import generated_pages
from tests.markdown_ext.rules import OWN

EXTENSIONS: list[str | Extension] = ["attr_list", "toc", OWN]
# What our own rules add (frames, captions, labels) is no part of it.
_STRUCTURE = {
    *("p", "ul", "ol", "li", "table", "tr", "td", "blockquote", "pre", "code"),
    *("em", "strong", "h2", "h3", "hr", "br"),
}

PUBLIC_HABITS = [
    "Ni behöver:\n- ett\n- två\n",
    "Så här:\n1. ett\n2. två\n",
    "- ett\n  - under\n    - djupare\n- två\n",
    "* ett\n * två\n  * tre\n",
    "1. ett\n   - under\n   - under\n2. två\n",
    "1. ett\n\n   stycke\n\n2. två\n",
    "- ett\n- två\n\n1. ett\n2. två\n",
    "5. fem\n6. sex\n",
    "1) ett\n2) två\n",
    "- ett\n\n  ```yaml\n  a: 1\n\n  b: 2\n  ```\n- två\n",
    "> - ett\n>   - under\n>\n> text\n",
    "| a | b |\n|---|:-:|\n| 1 | 2 |\n\nText\n",
    "Text\n| a | b |\n|---|---|\n| 1 | 2 |\n- lista\n",
    "- [ ] kalla\n- [x] boka\n  - [ ] salen\n",
    "Rad ett  \nrad två\\\nrad tre\n",
    "## Rubrik\nText\n### Under\n- punkt\n",
    "*kursiv* **fet** ***båda*** ord_med_streck `kod`\n",
    "+ ett\n\n+ två\n\ntext\n",
    "10. tio\n    - under\n11. elva\n",
    "- ett\ntext som hör till\n- två\n",
]


def _skeleton(html: str) -> list[str]:
    """The structure of HTML as a list of openings, closings and words."""
    found: list[str] = []

    def walk(element: object) -> None:
        for child in element:  # type: ignore[attr-defined]
            name = child.tag.rsplit("}", 1)[-1] if isinstance(child.tag, str) else ""
            # The first cell of a row is made its header, and a caption is added.
            name = "td" if name == "th" else name
            if name != "caption":
                start = child.get("start")
                mark = f"{name}{start or ''}" if name in _STRUCTURE else ""
                found.extend([f"<{mark}>"] if mark else [])
                found.extend(_words(child.text))
                walk(child)
                found.extend([f"</{mark}>"] if mark else [])
            found.extend(_words(child.tail))

    walk(html5lib.parse(html))
    return found


def _words(text: str | None) -> list[str]:
    """The words of a text; a box to tick is drawn, not written."""
    return (text or "").replace("[ ]", "").replace("[x]", "").split()


def page(text: str) -> list[str]:
    """The structure that the page gets."""
    return _skeleton(markdown.markdown(text, extensions=EXTENSIONS))


def preview(text: str) -> list[str]:
    """The structure that code hosts show."""
    return _skeleton(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def _told(text: str) -> bool:
    lines = tuple(Line(number, 1, line) for number, line in enumerate(text.split("\n"), 1))
    return any(structure.problems(Passage("docs/prov.md", "guide", lines)))


@pytest.mark.parametrize("text", PUBLIC_HABITS)
def test_habits_from_public_pages_look_as_in_the_preview(text: str) -> None:
    assert page(text) == preview(text)


_TEXTS = st.sampled_from(
    ["ord", "läs avtalet", "**fet**", "*kursiv text*", "`kod`", "ett (två)", "5 procent", "a_b", "å̈"]
)
_LINES = st.one_of(
    st.tuples(st.integers(0, 5), st.sampled_from(["- ", "* ", "+ ", "1. ", "2. ", "3) ", "- [ ] "]), _TEXTS).map(
        lambda part: " " * part[0] + part[1] + part[2]
    ),
    st.tuples(st.integers(0, 5), _TEXTS).map(lambda part: " " * part[0] + part[1]),
    st.lists(_TEXTS, min_size=1, max_size=4).map(lambda cells: f"| {' | '.join(cells)} |"),
    st.sampled_from(["", "", "|---|---|", "> citat", "## Rubrik", "```", "---", "**fet", "ord  ", "ord\\"]),
)


@pytest.mark.long
@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.lists(_LINES, min_size=1, max_size=14), st.sampled_from(["\n", "\r\n"]))
def test_any_text_looks_as_in_the_preview(lines: list[str], end: str) -> None:
    text = end.join(lines)
    assert page(text) == preview(text)


_TABLES = st.lists(st.lists(st.sampled_from(["a", "b c", "`d`"]), min_size=1, max_size=4), min_size=1, max_size=4)


@settings(deadline=None, max_examples=100)
@given(st.integers(2, 4), _TABLES)
def test_no_cell_is_lost_in_silence(width: int, rows: list[list[str]]) -> None:
    head = [f"| {' | '.join('rubrik' for _ in range(width))} |", f"|{'---|' * width}"]
    text = "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows)])
    assert _told(text) == any(len(row) != width for row in rows)


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 8), st.sampled_from(["tips", "viktigt"]))
def test_the_text_of_a_box_is_in_the_box_or_the_check_speaks(indent: int, kind: str) -> None:
    text = f'!!! {kind} "Obs"\n{" " * indent}Rutans text.\n'
    html = markdown.markdown(text, extensions=EXTENSIONS)
    inside = "Rutans text." in html.split("</div>")[0] and "<pre>" not in html
    assert inside or _told(text)


def test_what_html_frames_is_read_as_markdown() -> None:
    inner = ['<div class="a" markdown="1">', "", "- [ett](/a.md)", "", "</div>"]
    framed = "\n".join(
        ['<details markdown="1">', "<summary>S</summary>", "", *inner, "", "## Rubrik", "", "</details>"]
    )
    html = markdown.markdown(framed, extensions=[OWN])
    assert '<div class="a">' in html
    assert "markdown=" not in html
    assert '<li><a href="/a.md">ett</a></li>' in html.replace("\n", "")
    assert '<h2 id="rubrik">' in html
    assert (
        html.index("<details>")
        < html.index("<div")
        < html.index("</div>")
        < html.index("<h2")
        < html.index("</details>")
    )
    plain = '<div class="b">\n<p>**inget**</p>\n</div>'
    assert "**inget**" in markdown.markdown(plain, extensions=[OWN])


HTML = (
    "Text utan HTML & med 1 < 2.",
    "<div>\n<p>Ett.</p>\n</div>\n\nText.",
    "Text.\n<div>\n<p>Ett.</p>\n</div>\nText på raden efter.",
    "<table>\n<tr><td>Ett</td></tr>\n</table>\n<details><summary>Mer</summary>\n<p>Två</p>\n</details>",
    "<p>Ett</p> <p>Två</p><ul><li>a</li></ul>\n\nText.",
    "<p>Ett</p> mer <div><p>Två</p></div>\n",
    "<section>\n\nMed tomma rader\n\n</section>   \n\nText.",
    "<div>\n\n<div>a</div>\n\n<div>b</div>\n\n</div>\n\nText.",
    "   <section>\n\nText\n\n</section>\n",
    "    <div>fyra blanksteg</div>\n",
    'Text <b>fet</b> och <span class="a">mer</span>.',
    "<span>Ett</span>\n\nText <div>mitt i</div> raden.",
    "<div><p>Utan slut</div>\n\nText",
    "<div>Aldrig stängd\n\nText",
    "</div>\nSlut utan början.",
    '<div><br><img src="a.png" alt=""></div>\n\nText',
    "<div hidden data-x='enkla'>x</div>\n",
    "Kod: `<div>` och `</div>`.\n\n<p>x</p>",
    "```\n<div>\n\n</div>\n```\n\n<p>x</p>",
    "<p>a</p>\n\n\n<p>b</p>\n \n<p>c</p>",
)


@pytest.mark.parametrize("text", [*HTML, "every page"])
def test_html_of_templates_is_read_as_the_engine_reads_it(
    text: str, bank: Kunskapsbank, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [page.body for page in generated_pages(bank, ())] if text == "every page" else [text]
    md = markdown.Markdown(extensions=[OWN])
    ours = [md.reset().convert(each) for each in texts]
    monkeypatch.setattr(FramePreprocessor, "_without_elements", lambda _, whole: whole)
    for each, found in zip(texts, ours, strict=True):
        assert found == md.reset().convert(each)
