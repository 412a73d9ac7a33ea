"""Scripts are published without what is written for those who read them, and say the same."""

import re
from pathlib import Path

import pytest

from macros.site.code import LIBRARIES, published
from tests.conftest import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "js"
OWN = sorted(path for path in SCRIPTS.glob("*.js") if path.name not in LIBRARIES)


@pytest.mark.parametrize(
    ("written", "made"),
    [
        (
            "// What it is for.\n(function () {\n  // Why.\n  /** @param {string} a */\n  one(a);\n})();\n",
            "(function () {\none(a);\n})();\n",
        ),
        ("/**\n * Two lines.\n */\none();\n\n\ntwo();\n", "one();\ntwo();\n"),
        ("list.map((/** @type {string} */ each) => each);\n", "list.map((each) => each);\n"),
        ("let a = 1; // beside code\n", "let a = 1; // beside code\n"),
        (
            'const host = "https://example.org"; // not a comment\n',
            'const host = "https://example.org"; // not a comment\n',
        ),
        ('const glob = "/** any */";\n', 'const glob = "/** any */";\n'),
    ],
)
def test_comments_types_and_indents_go_and_code_stays(written: str, made: str) -> None:
    assert published(written) == made
    assert published(made) == made


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_no_text_of_a_script_runs_over_a_line(path: Path) -> None:
    """An indent within a text would be taken for that of the code."""
    code = re.sub(r"^\s*(?:/\*[\s\S]*?\*/|//.*)$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    assert [line for line in code.splitlines() if line.count("`") % 2] == []


def test_a_built_site_has_its_scripts_as_published_and_libraries_as_they_were(site: Path) -> None:
    made = {path.name.split(".")[0]: path.read_text("utf-8") for path in (site / "assets" / "js").glob("*.js")}
    assert {"sida", "sok", "jamfor", "verktyg-redigera"} <= set(made)
    library = (SCRIPTS / "verktyg-yaml.js").read_text("utf-8").strip()
    assert library in made["verktyg-redigera"]
    for name, code in made.items():
        assert not re.search(r"/\*\* @|^\s*//", code.replace(library, ""), re.MULTILINE), name
