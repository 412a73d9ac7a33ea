"""Every class in the styles is on some page or set by some script, and every class of a template is used."""

import re
from pathlib import Path

from macros.site.code import LIBRARIES
from tests.conftest import ROOT

STYLES = sorted((ROOT / "overrides" / "assets" / "css").glob("*.css"))
SCRIPTS = [path for path in (ROOT / "overrides" / "assets" / "js").glob("*.js") if path.name not in LIBRARIES]
TEMPLATES = [path for ending in ("html", "md") for path in (ROOT / "overrides").rglob(f"*.{ending}")]
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTORS = re.compile(r"([^{}]+)\{")
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ATTRIBUTE = re.compile(r"\bclass=\"([^\"]*)\"")


def styled(css: str) -> set[str]:
    """The classes that a style sheet names in its selectors."""
    selectors = (each for each in _SELECTORS.findall(_COMMENT.sub("", css)) if not each.strip().startswith("@"))
    return {name for selector in selectors for name in _CLASS.findall(selector)}


def set_on(html: str) -> set[str]:
    """The classes of some HTML, of a template those that are written out."""
    plain = _TEMPLATE.sub(" ", html)
    return {name for value in _ATTRIBUTE.findall(plain) for name in value.split()}


def told(name: str, code: str) -> bool:
    """Whether some code has a class as a word, or what it begins with before the rest is put to it."""
    beginnings = [name[: found.end()] for found in re.finditer("-", name)]
    whole = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", code)
    return bool(whole) or any(re.search(rf"(?<![\w-]){begun}[\"'`$]", code) for begun in beginnings)


def read(paths: list[Path]) -> str:
    return "\n".join(path.read_text("utf-8") for path in paths)


def test_classes_are_found_in_selectors_and_pages() -> None:
    css = "/* .no */ .a > .b-c:hover { x: 0.5em } @media (min-width: 1.5em) { .d::after { y: url(e.svg) } }"
    assert styled(css) == {"a", "b-c", "d"}
    assert set_on('<p class="a b-c"><i class="d {{ x }} e-{{ y }}">') == {"a", "b-c", "d", "e-"}
    assert told("svar-ja", 'el("span", { class: "svar svar-" + kind })')
    assert not told("svar-ja", 'el("span", { class: "svar" })')
    assert not told("kort", 'el("span", { class: "kort-post" })')


def test_every_class_of_the_styles_is_used(site: Path) -> None:
    pages = set().union(*(set_on(page.read_text("utf-8")) for page in site.rglob("*.html")))
    # What a page has only in some sites, such as a notice of an old translation, stands in a template.
    code = read([*SCRIPTS, *TEMPLATES])
    named = {path.name: styled(path.read_text("utf-8")) - pages for path in STYLES}
    unused = {style: sorted(name for name in names if not told(name, code)) for style, names in named.items()}
    assert {style: names for style, names in unused.items() if names} == {}


def test_every_class_of_a_template_is_used() -> None:
    named = styled(read(STYLES) + read([ROOT / "overrides" / "skillnad.css"]))
    code = read([*SCRIPTS, *(ROOT / "macros").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])
    unused = {
        f"{path.name}: {name}"
        for path in TEMPLATES
        for name in set_on(path.read_text("utf-8"))
        if name not in named and not name.endswith("-") and not told(name, code)
    }
    assert sorted(unused) == []
