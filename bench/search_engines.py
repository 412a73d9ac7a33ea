"""The engines that `bench/search.py` compares, laid out to be run in Chromium as readers run them.

All of them get the same pages and the same search words, and each the set-up that did best on the development
queries; none was tuned on the unseen ones. The theme's own is as the theme has it: an entry for each section.
"""

import gzip
import importlib.util
import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from bench.search_questions import Answer
from bench.ten_times import ten_times
from macros.kunskapsbank import Kunskapsbank
from macros.search.documents import Document, read_site
from macros.search.pages import all_documents
from macros.search.write import ENGINE_SCRIPTS, excerpt_texts, index_script, make_index
from macros.site.pages import BuiltSite

SCRIPT = Path(__file__).with_name("search_engines.js")
PAGEFIND = "pagefind@1.6.0"
LIBRARIES = ("minisearch@7.2.0", "@orama/orama@3.1.16", "@orama/stemmers@3.1.16", "@orama/stopwords@3.1.16")
FROM_NPM = {
    "pagefind": "Pagefind",
    "minisearch": "MiniSearch",
    "orama": "Orama",
}
NO_THEME = "The theme is not installed: make test"
NO_NPM = "Pagefind, MiniSearch and Orama are left out: npm could not install them."
BENCH_PAGE = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>bench</title></html>'


def prepare(folder: Path, site: Path, bank: Kunskapsbank) -> list[Document]:
    """Lays out what the engines need under a folder to be served, and returns the documents."""
    shutil.copytree(site, folder / "site")
    read = list(read_site(BuiltSite(site)))
    documents = all_documents(read, bank)
    ways = {"index": (documents, bank), "index10": (ten_times(documents), bank), "bare": without_words(read, bank)}
    for name, (pages, own) in ways.items():
        text = index_script(make_index(pages, own), ENGINE_SCRIPTS)
        (folder / f"{name}.js").write_text(text, "utf-8")
        excerpts = json.dumps(excerpt_texts(pages), ensure_ascii=False)
        sizes = [len(gzip.compress(part.encode(), mtime=0)) / 1024 for part in (text, excerpts)]
        print(f"{name}: {len(pages)} documents, gzip {sizes[0]:.0f} kB, texts for excerpts gzip {sizes[1]:.0f} kB")
    shutil.copytree(theme_scripts(), folder / "tema")
    whole = [page for page in documents if "#" not in page.address]
    (folder / "sections.json").write_text(json.dumps(sections(whole)), "utf-8")
    (folder / "pages.json").write_text(json.dumps([fields(page) for page in whole]), "utf-8")
    (folder / "bench.html").write_text(BENCH_PAGE, "utf-8")
    return documents


def without_words(pages: Sequence[Document], bank: Kunskapsbank) -> tuple[list[Document], Kunskapsbank]:
    """The same documents and terms with no search words."""
    terms = {key: term.model_copy(update={"sokord": ()}) for key, term in bank.begrepp.items()}
    bare = bank.with_records(begrepp=terms)
    return all_documents([replace(page, search_words=()) for page in pages], bare), bare


def theme_scripts() -> Path:
    """The theme's own scripts, its search among them. The theme ships no types, so it is not imported."""
    found = importlib.util.find_spec("material")
    if found is None or not found.submodule_search_locations:
        raise SystemExit(NO_THEME)
    return Path(found.submodule_search_locations[0]) / "templates" / "assets" / "javascripts"


def sections(pages: Sequence[Document]) -> list[dict[str, str]]:
    """The pages as the theme's search takes them: one entry a page and one a section."""
    found = []
    for page in pages:
        text = f"{page.summary} {page.sections[0].text} {' '.join(page.search_words)}"
        found.append({"location": page.address, "title": page.title, "text": text})
        found += [
            {"location": f"{page.address}#{part.anchor}", "title": part.heading, "text": part.text}
            for part in page.sections[1:]
        ]
    return found


def fields(page: Document) -> dict[str, str]:
    """A page as fields that an engine can weigh."""
    return {
        "location": page.address,
        "title": page.title,
        "summary": page.summary,
        "words": " ".join(page.search_words),
        "headings": " ".join(part.heading for part in page.sections),
        "text": " ".join(part.text for part in page.sections),
    }


def add_from_npm(folder: Path, documents: Sequence[Document]) -> dict[str, str]:
    """Fetches the engines to compare with and indexes the site with Pagefind; those that are to be had, with names."""
    npm = shutil.which("npm")
    tools = folder / "npm"
    tools.mkdir()
    wanted = ["install", "--silent", "--prefix", str(tools), PAGEFIND, *LIBRARIES]
    if npm is None or subprocess.run([npm, *wanted], check=False).returncode:
        print(NO_NPM)
        return {}
    for page in documents:
        if "#" not in page.address and page.search_words:
            _add_words(folder / "site" / page.address / "index.html", page.search_words)
    runner = tools / "node_modules" / ".bin" / "pagefind"
    command = [str(runner), "--site", str(folder / "site"), "--root-selector", "main", "--quiet"]
    subprocess.run(command, check=True)
    return FROM_NPM


def _add_words(file: Path, words: Sequence[str]) -> None:
    """Pagefind reads pages, so it gets the search words there."""
    html = file.read_text("utf-8")
    file.write_text(html.replace("</main>", f"<p>{', '.join(words)}</p></main>", 1), "utf-8")


def ask(page: Page, base: str, engine: str, texts: Sequence[str]) -> tuple[float, list[Answer]]:
    """Set-up time in milliseconds and the answers of one engine (see `search_engines.js`)."""
    found: dict[str, Any] = evaluate(page, base, "([engine, texts]) => run(engine, texts)", [engine, texts])
    return found["setup"], [Answer(tuple(row["addresses"]), row["first"], row["least"]) for row in found["answers"]]


def evaluate(page: Page, base: str, script: str, values: object) -> Any:
    """What a script that calls those of `search_engines.js` gives, in a fresh page."""
    page.goto(f"{base}/bench.html")
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    return page.evaluate(script, values)
