"""Settings of the theme in `mkdocs.yml` that change nothing here are refused, with where the thing is set instead.

The site's template is its own, so most of what the theme Material can be told would be passed over in silence.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from macros.checks.material import Material
from macros.own_files import LOADER
from macros.problems.problem import Problem

RULE = "installningar"
FILE = "mkdocs.yml"
# What the theme may be told, since the engine or the template uses it.
_THEME = frozenset({"name", "custom_dir", "language", "font", "static_templates"})
_PLUGINS = frozenset({"macros"})
_EXTENSIONS = frozenset(
    {"abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "macros.markdown_ext"}
)
_INSTEAD: Mapping[str, str] = {
    "palette": "Färgerna står i overrides/assets/css/farger.css, ljust och mörkt läge bredvid varandra.",
    "features": "Det som finns är alltid på. Menyn, sökningen och knapparna ritas av overrides/main.html.",
    "logo": "Märket ritas i overrides/partials/marke.html.",
    "icon": "Ikoner ritas i overrides/partials och overrides/assets/ikon.svg.",
    "favicon": "Ikonen är overrides/assets/ikon.svg.",
    "search": "Webbplatsen har en egen sökning i macros/search.",
    "social": "Sidornas beskrivning för andra webbplatser skrivs av overrides/main.html.",
    "tags": "Ord att söka på skrivs i sidans fält ”sokord”.",
    "blog": "Ändringar visas på sidan Senast ändrat.",
    "pymdownx": "Skriv vanlig Markdown. Tabellen på sidan /bidra/sprak/ visar vad som fungerar.",
    "toc_depth": "Innehållslistan visar rubriker i två nivåer.",
}
_ELSE = "Ta bort raden. Hur webbplatsen ser ut styrs av mallarna i overrides/."


def check(material: Material) -> Iterable[Problem]:
    """Each unknown setting of the theme, plugin and Markdown extension, at its line."""
    path = material.root / FILE
    if not path.is_file():
        return
    for kind, name, line, column in _given(path, path.stat().st_mtime_ns):
        hint = next((advice for key, advice in _INSTEAD.items() if name.partition(".")[0] == key), _ELSE)
        yield Problem(FILE, line, column, f"{kind} ”{name}” har ingen verkan här.", hint, rule=RULE)


@cache
def _given(path: Path, changed: int) -> tuple[tuple[str, str, int, int], ...]:
    """What stands in the file and is not known: kind, name, line and column. `changed` makes a new reading of it."""
    del changed
    root = yaml.compose(path.read_text("utf-8"), Loader=LOADER)
    return tuple(_unknown(root)) if isinstance(root, yaml.MappingNode) else ()


def _unknown(root: yaml.MappingNode) -> Iterator[tuple[str, str, int, int]]:
    parts = {key.value: value for key, value in root.value}
    wanted = (
        ("Inställningen", parts.get("theme"), _THEME),
        ("Tillägget", parts.get("plugins"), _PLUGINS),
        ("Markdown-tillägget", parts.get("markdown_extensions"), _EXTENSIONS),
    )
    for kind, node, known in wanted:
        for name in _names(node):
            if name.value not in known:
                yield kind, name.value, name.start_mark.line + 1, name.start_mark.column + 1


def _names(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The names in a mapping, or in a list of names and one-key mappings."""
    if isinstance(node, yaml.MappingNode):
        yield from (key for key, _ in node.value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from [item] if isinstance(item, yaml.ScalarNode) else _names(item)
