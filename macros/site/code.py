"""The site's own scripts as they are published: without comments, types and indents, which are for those who read them.

`overrides/assets/js/` holds them as they are written. Libraries are published as their makers give them.
"""

import re
from pathlib import Path

from macros.site.pages import BuiltSite

SCRIPTS = Path("assets") / "js"
LIBRARIES = frozenset({"verktyg-yaml.js"})
# What every page loads is written in parts and sent as one.
PARTS = {"sida.js": ("sida-begrepp.js",)}
# A type in the middle of a line: ”(/** @type {string} */ name) => …”.
_TYPE = re.compile(r"/\*\* @(?:(?!\*/).)*\*/ ?")
# Whole lines of comments, and the indent of the line after them.
_COMMENTS = re.compile(r"^(?:[ \t]*(?:/\*[\s\S]*?\*/|//.*)?\n)*[ \t]*", re.MULTILINE)


def published(code: str) -> str:
    """A script without comments that are whole lines, types, blank lines and indents."""
    return _COMMENTS.sub("", _TYPE.sub("", code))


def publish_scripts(site: BuiltSite) -> None:
    """Rewrites the scripts of a built site as they are published; what joins them to others comes after."""
    for path in (site.folder / SCRIPTS).glob("*.js"):
        if path.name not in LIBRARIES:
            parts = (path, *map(path.with_name, PARTS.get(path.name, ())))
            path.write_text("".join(published(part.read_text("utf-8")) for part in parts), "utf-8")
