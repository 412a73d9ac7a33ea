"""A built file as readable text: pages, data, Word and PDF, one line a block, so that a change shows as a diff."""

import csv
import io
import json
import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
from docx import Document
from docx.oxml.ns import qn

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "li", "tr", "caption", "dt", "dd", "summary", "figcaption"})
_BLOCKS |= {"title", "desc", "label", "legend", "button", "option", "meta", "link"}
_SILENT = frozenset({"script", "style"})
# Attributes that readers or machines rely on, shown after the element's words.
_TOLD: tuple[str, ...] = (
    "href",
    "datetime",
    "data-granskas",
    "data-forfallen",
    "data-forklaring",
    "data-id",
    "data-kriterium",
)
_TOLD += ("aria-label", "lang", "id", "hidden", "content", "src", "value", "scope", "name", "http-equiv", "hreflang")
_TOLD += ("role", "tabindex", "alt", "abbr", "colspan", "for")
_TOLD += ("data-rubrik", "data-relation", "data-poster", "data-slag", "data-avdelning")
_TOLD += ("aria-labelledby", "aria-describedby", "aria-current", "aria-controls", "aria-expanded", "aria-hidden")
# What a figure is drawn with, each on a line of its own: where it stands, how large it is and how it looks.
_SHAPES = frozenset({"rect", "circle", "line", "path"})
_DRAWN = ("x", "y", "width", "height", "cx", "cy", "r", "x1", "y1", "x2", "y2", "d", "class")
# The ways to the page's twins stand in the frame, and are each page's own.
_TWINS = re.compile(r'<ul class="sprakval">.*?</ul>', re.DOTALL)
_HASH = re.compile(r"\.[0-9a-f]{8,16}(?=\.(?:js|css|woff2|svg|png)\b)")
# How large a file to fetch is: another test compares it with the file, and here every change would change many pages.
_SIZE = re.compile(r"\b\d+(?:,\d)? (?=[kM]B\b)")


class _Reader(HTMLParser):
    """Collects one line a block: the element, its words, and in braces what its attributes say."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.silent = 0
        self.linked = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BLOCKS:
            self.lines.append(f"{tag}: ")
        if tag in {"td", "th"}:
            self.lines[-1] += " | "
        given = dict(attrs)
        if tag in _SHAPES:
            drawn = (f"{name}={given[name]}" for name in _DRAWN if name in given)
            self.lines += [f"{tag}: {' '.join(drawn)}", ""]
            return
        # What the page says to machines is one value a line.
        self.linked = given.get("type") == "application/ld+json"
        told = [f"{name}={given[name] or ''}" for name in _TOLD if name in given]
        classes = (given.get("class") or "").split()
        told += [f".{name}" for name in classes if name.startswith(("svar-", "marke", "tolk"))]
        if told:
            self.lines[-1] += "{" + " ".join(told) + "} "

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        self.linked = False
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self.linked:
            said = json.dumps(json.loads(data), ensure_ascii=False, indent=1)
            self.lines += [f"jsonld: {line.strip()}" for line in said.splitlines() if ":" in line]
            self.lines.append("")
        elif not self.silent:
            self.lines[-1] += data

    def text(self) -> str:
        """The page without empty lines, spaces that mean nothing, hashes in the names of assets and sizes of files."""
        lines = (" ".join(line.split()) for line in self.lines)
        text = "\n".join(line for line in lines if line and not re.fullmatch(r"\w+:", line))
        return _SIZE.sub("… ", _HASH.sub("", text)) + "\n"


def page(path: Path) -> str:
    """The words of a page with the links and marks in it; what frames every page is kept with the start page alone."""
    reader, html = _Reader(), path.read_text("utf-8")
    if path.name == "index.html" and not (path.parent / "sitemap.xml").is_file():
        head, body = html[: html.index("</head>")], html[html.index("<main") : html.index("</main>")]
        html = head + "".join(_TWINS.findall(html)) + body
    reader.feed(html)
    return reader.text()


def data(path: Path) -> str:
    """A JSON file with one value a line."""
    return json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False, indent=1) + "\n"


def table(path: Path) -> str:
    """A CSV file with one cell a line."""
    rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=_separator(path))
    return "\n".join(" ¦ ".join(row) for row in rows) + "\n"


def _separator(path: Path) -> str:
    first = path.read_text("utf-8-sig").partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def word(path: Path) -> str:
    """The paragraphs and cells of a Word file, each with its style, and in braces what is to be filled in."""
    document = Document(str(path))
    lines = [f"{each.style.name if each.style else ''}: {_words_of(each)}" for each in document.paragraphs]
    rows = [row for each in document.tables for row in each.rows]
    cells = [" | ".join(" ".join(map(_words_of, cell.paragraphs)) for cell in row.cells) for row in rows]
    return "\n".join([*(line for line in lines if not line.endswith(": ")), *cells]) + "\n"


def _words_of(paragraph: Any) -> str:
    """The words of a paragraph; the library leaves out its fields."""
    parts = (part for part in paragraph._p if part.tag in {qn("w:r"), qn("w:sdt")})  # noqa: SLF001
    texts = ((part.tag, "".join(each.text or "" for each in part.iter(qn("w:t")))) for part in parts)
    return "".join(f"{{{text}}}" if tag == qn("w:sdt") else text for tag, text in texts)


def pdf(path: Path) -> str:
    """The text of a PDF, page by page; then where its links lead, its boxes and what is attached."""
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    lines = [" ".join(line.split()) for line in done.stdout.decode("utf-8").splitlines()]
    with pikepdf.open(path) as opened:
        for sheet in opened.pages:
            actions: Iterator[Any] = (each.get("/A", {}) for each in sheet.get("/Annots", ()))
            lines += [f"leads to: {action['/URI']}" for action in actions if "/URI" in action]
            lines += [f"boxes: {boxes}"] if (boxes := _boxes(sheet)) else []
        for name, attached in opened.attachments.items():
            lines += [f"attached: {name}", *attached.get_file().read_bytes().decode("utf-8-sig").splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def script(path: Path) -> str:
    """The data of a script that gives them to a page, as JSON with one value a line."""
    value = path.read_text("utf-8").partition(" = ")[2].rstrip().removesuffix(";")
    return json.dumps(json.loads(value), ensure_ascii=False, indent=1) + "\n"


def _boxes(sheet: pikepdf.Page) -> int:
    """How many boxes with round corners a page has, such as those to tick: four curves that are drawn as a line."""
    found, curves = 0, 0
    for each in pikepdf.parse_content_stream(sheet, "m l c h f S B"):
        name = str(each.operator)
        curves += name == "c"
        if name in {"f", "S", "B"}:
            found += curves == 4 and name != "f"
            curves = 0
    return found


def turtle(path: Path) -> str:
    """A catalogue of files, without what tells their bytes: another test compares that with the files."""
    lines = plain(path).splitlines()
    return "\n".join(line for line in lines if "byteSize" not in line and "checksumValue" not in line) + "\n"


def plain(path: Path) -> str:
    """A text that is read as it is."""
    return path.read_text("utf-8").replace("\r\n", "\n")


READERS = {".html": page, ".json": data, ".csv": table, ".docx": word, ".pdf": pdf}
READERS |= {".ttl": turtle, ".xml": page, ".atom": page, ".txt": plain, ".ics": plain, ".js": script}


def without_hash(name: str) -> str:
    """The name of a file without the mark of its content."""
    return _HASH.sub("", name)
