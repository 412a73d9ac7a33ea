"""Writes the search of a built site: the index with its engine, the texts for excerpts, and their addresses.

Two classic scripts are written, so that a downloaded copy opened from a folder can load them too:
`assets/sok/index-<hash>.js` (engine and index, loaded when a reader starts to search) and
`assets/sok/text-<hash>.js` (what results are quoted from, loaded by the search page). The hash is that of
the content, so a browser never mixes an old index with a new engine. Their names, which change with every
sentence, stand in one small script beside them, `assets/sokfiler.js`; pages name only that, so that a page
changes when what it says does. A build in which no page names it fails.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.search.answers import AnswerMaker
from macros.search.documents import Document, read_site
from macros.search.index import IndexMaker, WordLists
from macros.search.lexicon import concepts, word_list
from macros.search.pages import all_documents

SCRIPTS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "js"
ENGINE_SCRIPTS = tuple(f"sok-{name}.js" for name in ("ord", "stavning", "begrepp", "tolkning", "rang", "svar", "motor"))
EXCERPT_SCRIPTS = ("sok-utdrag.js",)
FOLDER = Path("assets") / "sok"
NAMES = Path("assets") / "sokfiler.js"
# Whole lines of comments and indents, which are for those who read the scripts where they are kept.
_COMMENT = re.compile(r"^[ \t]*(?:/\*[\s\S]*?\*/\n|//.*\n)?[ \t]*", re.MULTILINE)
NOTICE = (
    "/* Forms of words are derived from Den stora svenska ordlistan by Göran Andersson, LGPL-3.0-only. "
    "The dictionary and what derives them are in the source of the site. */\n"
)
NO_TEXT = "Ingen sida i den byggda webbplatsen har text att söka i (main#innehall, class=text)."
NOT_NAMED = f"Ingen sida nämner sökningens index ({NAMES.as_posix()}), så sökningen skulle inte hittas."


class SearchError(Exception):
    """The search cannot be made; the message says what the built pages lack."""


def write_search(site_dir: Path, bank: Kunskapsbank) -> None:
    """Adds the search to a built site. Raises SearchError when no page has text or none names the index."""
    documents = all_documents(read_site(site_dir), bank)
    if not any(section.text for page in documents for section in page.sections):
        raise SearchError(NO_TEXT)
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.js"):
        old.unlink()
    names = {
        "texter": _write(folder, "text", script("kbSokTexter", excerpt_texts(documents), EXCERPT_SCRIPTS)),
        "index": _write(folder, "index", script("kbSokIndex", make_index(documents, bank), ENGINE_SCRIPTS)),
    }
    (site_dir / NAMES).write_text(script("kbSokFiler", names, ()), "utf-8")
    if not any(NAMES.name in path.read_text("utf-8") for path in site_dir.rglob("*.html")):
        raise SearchError(NOT_NAMED)


def make_index(documents: Sequence[Document], bank: Kunskapsbank) -> dict[str, Any]:
    """The index of some documents as plain data."""
    texts = {**words()["sok"]["skript"], "slag": words()["slag"]}
    lists = WordLists(*(word_list(name) for name in ("stoppord", "svaga_ord", "inga_delar", "korta_forled")))
    words_shown = words()["sok"]["skript"]["svar"]["falt"]
    return IndexMaker(documents, concepts(bank), lists).make(
        texts, lambda phrase: AnswerMaker(bank, documents, words_shown, phrase).make()
    )


def excerpt_texts(documents: Sequence[Document]) -> list[list[list[str]]]:
    """For each document its sections as anchor, heading and text. A term of the glossary is its summary only."""
    return [
        [] if "#" in page.address else [[part.anchor, part.heading, part.text] for part in page.sections]
        for page in documents
    ]


def script(name: str, data: Any, before: Sequence[str]) -> str:
    """A script that runs some of the site's scripts and then sets a global name to some data."""
    own = "".join(_COMMENT.sub("", (SCRIPTS / file).read_text("utf-8")) for file in before)
    as_json = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Read as a string, since browsers parse JSON faster than the same data written as a program.
    literal = (
        as_json.replace("\\", "\\\\").replace("'", "\\'").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )
    return f"{NOTICE if before == ENGINE_SCRIPTS else ''}{own}globalThis.{name}=JSON.parse('{literal}');\n"


def _write(folder: Path, name: str, content: str) -> str:
    raw = content.encode("utf-8")
    file = f"{name}-{hashlib.sha256(raw).hexdigest()[:12]}.js"
    (folder / file).write_bytes(raw)
    return file
