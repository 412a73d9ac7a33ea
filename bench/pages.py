"""Bytes of a first visit to each kind of page, beside stock Material on the same content: `make bench-pages`.

A browser opens each page with an empty cache; every response is packed with gzip as a host would, fonts
and other packed formats as they are. Stock Material's fonts come from another host and are not counted.
Prints the table and the contrast of the site's colours. The budget is `bench/budget.toml`.
"""

import gzip
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Error, Response, sync_playwright

from bench import CHROMIUM
from bench.served import served
from macros.guidance.pages import guidance_pages
from macros.loading.once import read_once
from macros.pages.contrast import pairs
from macros.pages.site import generated_pages
from macros.site.colours import COLOURS

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PAGES = {
    "start": "/",
    "guidance": "/bilda-en-grupp/finansiering/",
    "group": "/grupper/bebo/",
    "project": "/exempel/tvattstugor/",
    "index": "/grupper/",
    "comparison": "/jamfor/grupper/energi/",
    "comparison-lead": "/jamfor/grupper/",
    "comparison-whole": "/jamfor/exempel/",
    "glossary": "/ordlista/",
    "sources": "/kallor/",
    "register": "/a-o/",
    "search": "/sok/",
}
# Formats that are packed already.
PACKED = (".woff2", ".png", ".zip")


@dataclass(frozen=True)
class Weight:
    """Bytes of a first visit: in all, of which fonts, and how many files."""

    whole: int
    fonts: int
    files: int

    @property
    def text(self) -> int:
        """Everything but fonts."""
        return self.whole - self.fonts


def budget() -> dict[str, int]:
    """The most that a page may weigh: `whole` and `text`, in bytes."""
    limits: dict[str, int] = tomllib.loads((ROOT / "bench" / "budget.toml").read_text("utf-8"))
    return limits


def weigh(browser: Browser, address: str) -> Weight:
    """What a first visit to an address loads from its own host."""
    context = browser.new_context()
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - Playwright marks its handlers
    page.goto(address, wait_until="networkidle")
    host = address.split("/")[2]
    sizes = {answer.url: _packed(answer) for answer in responses if answer.url.split("/")[2] == host}
    context.close()
    fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
    return Weight(sum(sizes.values()), fonts, len(sizes))


def _packed(response: Response) -> int:
    try:
        body = response.body()
    except Error:  # a redirect has no body
        return 0
    return len(body) if response.url.endswith(PACKED) else len(gzip.compress(body, 9))


def build_stock(folder: Path) -> Path:
    """Builds the same pages with stock Material and its search; gives the folder of the site."""
    docs = folder / "docs"
    guidance = guidance_pages(ROOT / "docs")
    texts = {page.source: (ROOT / "docs" / page.source).read_text("utf-8") for page in guidance}
    texts |= {page.source: page.markdown for page in generated_pages(read_once(ROOT / "data")(), guidance)}
    for source, text in texts.items():
        target = docs / source
        target.parent.mkdir(parents=True, exist_ok=True)
        # Our own page templates are left out: stock Material has none of them.
        target.write_text(re.sub(r"^template: .*\n", "", text, flags=re.MULTILINE), "utf-8")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings["theme"] = {"name": "material", "language": "sv"}
    settings["plugins"] = ["search", *settings["plugins"]]
    settings["validation"] = {
        "links": {"not_found": "ignore", "anchors": "ignore", "absolute_links": "relative_to_docs"}
    }
    for name in ("hooks", "strict", "docs_dir", "site_dir"):
        settings.pop(name, None)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    for name in ("data", "macros", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def build_own(folder: Path) -> Path:
    """Builds the site as it is; gives its folder."""
    command = [sys.executable, "-m", "macros.cli", "bygg", "--till", str(folder / "own")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder / "own"


def main() -> None:
    """Builds both sites and prints the two tables."""
    limits = budget()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        sites = (build_own(folder), build_stock(folder))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        print(f"budget: {limits['whole']} in all, {limits['text']} without fonts (bytes, gzip)\n")
        print(f"{'page':<12}{'own':>9}{'- fonts':>9}{'files':>7}{'stock':>10}{'files':>7}")
        with served(sites[0]) as own, served(sites[1]) as stock:
            for kind, address in PAGES.items():
                ours, theirs = weigh(browser, own + address), weigh(browser, stock + address)
                print(f"{kind:<12}{ours.whole:>9}{ours.text:>9}{ours.files:>7}{theirs.whole:>10}{theirs.files:>7}")
        browser.close()
    print(f"\n{'contrast':<30}{'light':>7}{'dark':>7}{'least':>7}")
    for pair in pairs(COLOURS.read_text("utf-8")):
        print(f"{pair.front + ' on ' + pair.back:<30}{pair.light:>7.1f}{pair.dark:>7.1f}{pair.least:>7.1f}")


if __name__ == "__main__":
    main()
