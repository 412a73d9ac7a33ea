"""Scripts keep to what the browsers of locked-down computers have: Firefox ESR 78, Chrome 80, Safari 13.

A list of what came later, by how it is written. What a script asks for before it uses it is named beside it.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.site.code import published
from tests.conftest import ROOT

SCRIPTS = sorted((ROOT / "overrides" / "assets" / "js").glob("*.js"))
LATER = {
    "optional chaining": r"\?\.(?=[a-zA-Z_$\[(])",
    "nullish coalescing": r"\?\?",
    "logical assignment": r"(?:\|\||&&)=",
    "private members": r"(?:this|\w)\.#\w|^\s*#\w+\s*[(=;]",
    "class fields": r"^\s*static\s+\{",
    "numeric separators": r"\b\d+_\d",
    "import": r"^\s*(?:import|export)\b|\bimport\(",
    "looking behind": r"\(\?<[!=]",
    "flags of patterns": r"/[gimsuy]*[dv][gimsuy]*(?=\.(?:test|exec)\()",
    "methods of lists": r"(?<!\.)\.(?:at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with)\(",
    "methods of texts": r"\.(?:replaceAll|isWellFormed|toWellFormed)\(",
    "methods of objects": r"\bObject\.(?:hasOwn|groupBy)\b",
    "promises": r"\bPromise\.(?:any|allSettled|withResolvers|try)\b",
    "copies": r"\bstructuredClone\b",
    "identities": r"\brandomUUID\b",
    "segments": r"\bIntl\.(?:Segmenter|ListFormat|DurationFormat)\b",
    "weak references": r"\b(?:WeakRef|FinalizationRegistry)\b",
    "dialogues": r"\.(?:showModal|requestSubmit|checkVisibility|moveBefore|setHTML)\(",
    "methods of files": r"\b(?:file|blob|chosen|files\[0\])\.(?:text|arrayBuffer|stream)\(",
    "signals": r"\b(?:AbortSignal\.(?:any|timeout)|scheduler\.)",
    "media that tell of changes": r"matchMedia\([^;]*?\)\.addEventListener",
    "selectors": r"""["'`][^"'`\n;{}]*:(?:has|is|where|focus-visible|popover-open|user-invalid)\b""",
    "lists in :not()": r""":not\((?:[^()\n"'`]|\([^()]*\))*,""",
}
# What is asked for before it is used, or tried, and why that is enough.
ASKED = {
    ("sida.js", "selectors"): "tried, and taken to be yes where it is not known",
    ("verktyg-yaml.js", "looking behind"): "the library tries it and does without",
}
# Elements that scripts make new children for: what sida.js gives those that have no such method.
GIVEN = "replaceChildren"


def later(code: str) -> dict[str, str]:
    """What of a script came later, with the text that shows it."""
    found = {name: re.search(pattern, code, re.MULTILINE) for name, pattern in LATER.items()}
    return {name: each[0] for name, each in found.items() if each}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("a?.b", "optional chaining"),
        ("a ?? b", "nullish coalescing"),
        ("a ||= b", "logical assignment"),
        ("this.#kept = 1", "private members"),
        ("x = 1_000", "numeric separators"),
        ("import { a } from 'b'", "import"),
        ("/(?<!a)b/", "looking behind"),
        ("list.at(-1)", "methods of lists"),
        ("text.replaceAll('a', 'b')", "methods of texts"),
        ("Object.hasOwn(a, 'b')", "methods of objects"),
        ("Promise.allSettled(all)", "promises"),
        ("structuredClone(a)", "copies"),
        ("box.showModal()", "dialogues"),
        ("file.text()", "methods of files"),
        ('matchMedia("(x)").addEventListener("change", f)', "media that tell of changes"),
        ('all("ul:has(li)")', "selectors"),
        ('all("details:not([open], .a)")', "lists in :not()"),
    ],
)
def test_what_came_later_is_told(code: str, name: str) -> None:
    assert name in later(code)


@pytest.mark.parametrize(
    "code",
    [
        "a ? .5 : b",
        "const at = (place) => place;",
        "Object.prototype.hasOwnProperty.call(a, b)",
        'all("details:not([open]):not(.a)")',
        "/(?<name>a)b/",
        "text.replace(/a/g, 'b')",
        "const area = within;",
    ],
)
def test_what_they_have_is_let_through(code: str) -> None:
    assert later(code) == {}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_needs_what_came_later(path: Path) -> None:
    found = later(published(path.read_text("utf-8")))
    asked = {name for file, name in ASKED if file == path.name}
    assert set(found) == asked, found


def test_a_browser_without_new_children_gets_them(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<body><ul><li>förr</li></ul></body>")
    page.evaluate(f"delete Element.prototype.{GIVEN}")
    assert not page.evaluate(f"'{GIVEN}' in Element.prototype")
    page.add_script_tag(content=(ROOT / "overrides/assets/js/sida.js").read_text("utf-8"))
    page.evaluate("document.querySelector('ul').replaceChildren('nu', document.createElement('b'))")
    assert page.inner_html("ul") == "nu<b></b>"
    page.close()
