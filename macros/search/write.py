"""Writes the search of a built site: the index with its engine, the texts for excerpts, and their addresses.

Two classic scripts are written, so that a downloaded copy opened from a folder can load them too:
`assets/sok/index-<hash>.js` (engine and index, loaded when a reader starts to search) and
`assets/sok/text-<hash>.js` (what results are quoted from, loaded by the search page). The hash is that of
the content, so a browser never mixes an old index with a new engine. Their names, which change with every
sentence, stand in one small script, `assets/sokfiler.js`; pages name only that, so that a page changes when
what it says does. A build in which no page names it fails. Each language has its own files and names.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from macros.kept import Kept
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, LANGUAGES, SWEDISH, speaking, spoken
from macros.model.plain import Json
from macros.ord import names_of_kinds, words
from macros.search.analysis import keep_stems
from macros.search.answers import AnswerMaker, Phrase
from macros.search.documents import Document, read_site
from macros.search.index import IndexMaker, WordLists
from macros.search.lexicon import concepts, word_list
from macros.search.packing import pack
from macros.search.pages import all_documents
from macros.site.code import published
from macros.site.pages import BuiltSite
from macros.translation.bank import in_english

SCRIPTS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "js"
# In the order in which they need each other.
_ENGINE = (
    *("ord", "packning", "tabeller", "vanliga", "borjan", "delar", "stavning", "begrepp"),
    *("tolkning", "rang", "svar", "motor"),
)
ENGINE_SCRIPTS = tuple(f"sok-{name}.js" for name in _ENGINE)
# In another language words have their stems from the index.
OTHER_ENGINE_SCRIPTS = (ENGINE_SCRIPTS[0], "sok-ord-lista.js", *ENGINE_SCRIPTS[1:])
EXCERPT_SCRIPTS = ("sok-utdrag.js",)
FOLDER = Path("assets") / "sok"
NAMES = "sokfiler{language}.js"
NOTICE = (
    "/* Forms of words are derived from Den stora svenska ordlistan by Göran Andersson, LGPL-3.0-only. "
    "The dictionary and what derives them are in the source of the site. "
    "Synonyms are from Synlex, Copyright 2009 Viggo Kann, and were modified. THIS MATERIAL IS PROVIDED AS IS, WITH "
    "ABSOLUTELY NO WARRANTY EXPRESSED OR IMPLIED. ANY USE IS AT YOUR OWN RISK. Licence: Boehm-GC. */\n"
)
NO_TEXT = "Ingen sida i den byggda webbplatsen har text att söka i (main#innehall, class=text)."
NOT_NAMED = f"Ingen sida nämner sökningens index ({NAMES.format(language='')}), så sökningen skulle inte hittas."


class SearchError(Exception):
    """The search cannot be made; the message says what the built pages lack."""


def write_search(site: BuiltSite, bank: Kunskapsbank) -> None:
    """Adds the search to a built site. Raises SearchError when no page has text or none names the index."""
    names: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            own = _write_language(site, bank)
        # A site without English pages to search has its Swedish search there too.
        names = own or names
        end = "" if language == SWEDISH else f"-{language}"
        (site.folder / "assets" / NAMES.format(language=end)).write_text(script("kbSokFiler", names, ()), "utf-8")
    if not any(NAMES.format(language="") in page.html for page in site.pages.values()):
        raise SearchError(NOT_NAMED)


def _write_language(site: BuiltSite, bank: Kunskapsbank) -> dict[str, str]:
    """Writes the files of the language of now, and gives their names by what they hold. Only the Swedish must be."""
    documents = all_documents(read_site(site, spoken()), in_english(bank) if spoken() == ENGLISH else bank)
    if not any(section.text for page in documents for section in page.sections):
        if spoken() == SWEDISH:
            raise SearchError(NO_TEXT)
        return {}
    folder = site.folder / FOLDER / folder_of(spoken())
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.js"):
        old.unlink()
    before = ENGINE_SCRIPTS if spoken() == SWEDISH else OTHER_ENGINE_SCRIPTS
    kept = Kept(f"sok-{spoken()}")
    packed = kept.get(partial(_packed, documents, bank), "index", bank.mark, *map(repr, documents))
    made = {
        "texter": _write(folder, "text", script("kbSokTexter", excerpt_texts(documents), EXCERPT_SCRIPTS)),
        "index": _write(folder, "index", _packed_script(packed, before)),
    }
    kept.save()
    return {what: folder_of(spoken()) + name for what, name in made.items()}


def _packed(documents: Sequence[Document], bank: Kunskapsbank) -> Json:
    """The index as it is sent."""
    kept = Kept(f"ord-{spoken()}")
    stems = keep_stems(kept)
    made = pack(make_index(documents, in_english(bank) if spoken() == ENGLISH else bank, kept))
    stems.save()
    kept.save()
    return made


def folder_of(language: str) -> str:
    """The folder of a language's files, below that of the search."""
    return "" if language == SWEDISH else f"{language}/"


def script_words() -> Json:
    """The words that the search shows, in the language of now."""
    texts = words()["sok"]["skript"]
    answered = {kind: own["svar"] for kind, own in words()["slag"].items() if "svar" in own}
    return {**texts, "svar": {**texts["svar"], "slag": answered}, "slag": names_of_kinds()}


def make_index(documents: Sequence[Document], bank: Kunskapsbank, kept: Kept | None = None) -> Json:
    """The index of some documents as plain data."""
    texts = script_words()
    lists = WordLists(*(word_list(name) for name in ("stoppord", "svaga_ord", "inga_delar", "korta_forled")))
    words_shown = words()["sok"]["skript"]["svar"]["falt"]
    # How readers ask is known in Swedish.
    answers = (
        (lambda phrase: AnswerMaker(bank, documents, words_shown, phrase).make()) if spoken() == SWEDISH else _none
    )
    return IndexMaker(documents, concepts(bank), lists, kept).make(texts, answers)


def _none(_phrase: Phrase) -> Json:
    """Nothing that can be answered."""
    listed: Json = {key: [] for key in ("ord", "vad_ar", "jamfora", "lista", "smaord", "kallor")}
    return {**listed, "slag": {}, "helst": {}, "lagar": {"namn": [], "rum": []}}


def excerpt_texts(documents: Sequence[Document]) -> list[list[list[str]]]:
    """For each document its sections as anchor, heading and text. A term of the glossary is its summary only."""
    return [
        [] if "#" in page.address else [[part.anchor, part.heading, part.quoted or part.text] for part in page.sections]
        for page in documents
    ]


def index_script(index: Json, before: Sequence[str]) -> str:
    """A script that runs some of the site's scripts and then gives them the index."""
    return _packed_script(pack(index), before)


def _packed_script(packed: Json, before: Sequence[str]) -> str:
    return script("kbSokIndex", packed, before, "kbSokPackning.unpack")


def script(name: str, data: Any, before: Sequence[str], reader: str = "") -> str:
    """A script that runs some of the site's scripts and then sets a global name to some data, as `reader` gives it."""
    own = "".join(published((SCRIPTS / file).read_text("utf-8")) for file in before)
    as_json = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Read as a string, since browsers parse JSON faster than the same data written as a program.
    literal = (
        as_json.replace("\\", "\\\\").replace("'", "\\'").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )
    return f"{NOTICE if before == ENGINE_SCRIPTS else ''}{own}globalThis.{name}={reader}(JSON.parse('{literal}'));\n"


def _write(folder: Path, name: str, content: str) -> str:
    raw = content.encode("utf-8")
    file = f"{name}-{hashlib.sha256(raw).hexdigest()[:12]}.js"
    (folder / file).write_bytes(raw)
    return file
