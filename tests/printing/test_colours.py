"""One place for colours: screen, print, figures, Word and the icon name what the style sheet sets."""

import re

import pytest

from macros.printing.colours import as_typst, in_colour, paper_colours
from macros.site.colours import COLOURS

ROOT = COLOURS.parents[3]
_LIBRARY = ROOT / "overrides/assets/js/verktyg-yaml.js"
_SET = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}\b(?!\")|\b(?:rgba?|hsla?|oklch|RGBColor|luma|cmyk)\(\s*\"?#?[0-9]")
_PLACES = ("overrides/**/*.css", "overrides/**/*.typ", "macros/**/*.py", "overrides/assets/js/*.js")


def _colours_set(text: str) -> list[str]:
    return [
        line.strip()
        for line in text.splitlines()
        if _SET.search(line) and "href" not in line and "@supports" not in line
    ]


def test_no_colour_is_set_but_in_the_style_sheet() -> None:
    read = [path for place in _PLACES for path in sorted(ROOT.glob(place)) if path not in (COLOURS, _LIBRARY)]
    assert len(read) > 300
    found = {str(path.relative_to(ROOT)): _colours_set(path.read_text("utf-8")) for path in read}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line", ["a { color: #0f4c4a; }", "a { color: #fff }", 'fill: rgb("#0f4c4a")', "RGBColor(0x0F, 1, 2)"]
)
def test_a_colour_that_is_set_elsewhere_is_seen(line: str) -> None:
    assert _colours_set(line) == [line]


def test_the_icon_has_the_colours_of_the_site() -> None:
    used = set(re.findall(r'"(#[0-9a-f]+)"', (ROOT / "overrides/assets/ikon.svg").read_text("utf-8")))
    assert used
    known = {*paper_colours().values(), "#fff"}
    assert used <= known


def test_print_is_drawn_in_the_light_colours() -> None:
    light = re.search(r"^  --tall: light-dark\((#[0-9a-f]{6}),", COLOURS.read_text("utf-8"), re.MULTILINE)
    assert light
    assert light[1] == paper_colours()["tall"]
    assert f'  tall: rgb("{paper_colours()["tall"]}"),\n'.encode() in as_typst()
    assert in_colour("a { fill: var(--tall); }") == f"a {{ fill: {paper_colours()['tall']}; }}"


def test_a_name_that_is_no_colour_stops_the_print() -> None:
    with pytest.raises(KeyError):
        in_colour("a { fill: var(--finns-inte); }")


def test_every_colour_that_a_template_of_print_names_is_set() -> None:
    named = {
        name
        for path in (ROOT / "overrides/typst").glob("*.typ")
        for name in re.findall(r"\bfarg\.([\w-]+)", path.read_text("utf-8"))
    }
    assert named
    assert named <= set(paper_colours())
    in_colour((ROOT / "overrides/typst/figur.css").read_text("utf-8"))
