"""Every function, class and constant of the program is used by it: what nothing calls is nobody's to keep right."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.cases import PROJECT

# What only others call, and who.
CALLED = {
    "on_*": "MkDocs calls its hooks, and what watches files its methods, by name",
    "define_env": "mkdocs-macros-plugin calls it",
    "makeExtension": "Markdown calls it",
    "extendMarkdown": "Markdown calls it",
    "parseDocument": "Markdown calls it",
    "load_bytecode": "Jinja calls it",
    "dump_bytecode": "Jinja calls it",
    "emit": "Python's log calls it",
    "_is_known": "pydantic calls it",
    "spread": "judges what the browser computes (tests/browser/test_tool_assess.py)",
    "SWEDISH_ALONE": "judges which words have English (tests/translation/test_words.py)",
}
SOURCES = {".py", ".html", ".md", ".typ", ".toml", ".yml"}
PLACES = ("macros", "overrides", "bench", "mkdocs.yml", "pyproject.toml")


def _named() -> Counter[str]:
    """How often each word stands in the program, its measurements and its settings."""
    tops = [PROJECT / place for place in PLACES]
    files = [path for top in tops for path in ([top] if top.is_file() else top.rglob("*")) if path.suffix in SOURCES]
    return Counter(word for path in files for word in re.findall(r"\w+", path.read_text("utf-8")))


def _defined(path: Path) -> Iterator[str]:
    """The names that a module gives to functions, classes, constants and methods."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
            inside = node.body if isinstance(node, ast.ClassDef) else ()
            yield from (part.name for part in inside if isinstance(part, ast.FunctionDef) and part.name[:2] != "__")


def _unused() -> set[str]:
    named = _named()
    defined = Counter(name for path in (PROJECT / "macros").rglob("*.py") for name in _defined(path))
    return {name for name, times in defined.items() if named[name] <= times}


def test_every_name_is_used_or_listed_with_who_calls_it() -> None:
    assert {name for name in _unused() if not any(fnmatch(name, pattern) for pattern in CALLED)} == set()


def test_nothing_is_listed_that_the_program_uses() -> None:
    unused = _unused()
    assert [pattern for pattern in CALLED if not any(fnmatch(name, pattern) for name in unused)] == []
