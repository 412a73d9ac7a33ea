"""What a link to a file says after its words: ”(PDF, 2 sidor, 40 kB)”, so that nobody fetches more than was meant.

Pages are built before the files that they lead to, so the labels are written into the built pages afterwards.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from macros.drawing import draw
from macros.language.speaking import LANGUAGES, speaking
from macros.ord import words
from macros.pages.print_products import FOLDER
from macros.printing.listing import LISTS, Printed, size_text
from macros.site.edit import Link, with_links
from macros.site.offline import ARCHIVE
from macros.site.pages import BuiltSite
from macros.translation.addresses import language_of

# The lists of all files say type, pages and size in columns of their own.
_LISTS = frozenset(f"{page}/index.html" for page in LISTS.values())


def label_links(site: BuiltSite, printed: Mapping[str, Printed]) -> None:
    """Labels every link in the site's pages to a printed product."""
    _label_pages(site, FOLDER, {name: (len(file.content), file.pages) for name, file in printed.items()}, _LISTS)


def label_archive(site: BuiltSite) -> None:
    """Labels every link to the copy of the site, which is packed when everything else is done.

    Pages inside the copy have no label: a file cannot tell its own size.
    """
    name = ARCHIVE.name
    _label_pages(site, ARCHIVE.parent.as_posix(), {name: ((site.folder / ARCHIVE).stat().st_size, None)})


def label(name: str, size: int, pages: int | None) -> str:
    """The label of a file: its type, its pages where they are fixed, and its size."""
    texts = words()["utskrift"]["etikett"]
    parts = [texts["typer"][name.rpartition(".")[2]]]
    if pages is not None:
        parts.append(texts["sidor"]["en"] if pages == 1 else texts["sidor"]["flera"].format(antal=pages))
    return f"({', '.join([*parts, size_text(size)])})"


def _label_pages(
    site: BuiltSite, folder: str, sizes: Mapping[str, tuple[int, int | None]], but: Collection[str] = ()
) -> None:
    """Labels links to the files of a folder, whose size and pages are told, on all pages `but` some."""
    labels = {}
    for language in LANGUAGES:
        with speaking(language):
            labels[language] = {name: label(name, *size) for name, size in sizes.items()}
    for name, page in site.pages.items():
        if f"{folder}/" in page.html and name not in but:
            page.html = with_labels(page.html, folder, labels[language_of(f"/{name}")])


def with_labels(page: str, folder: str, labels: Mapping[str, str]) -> str:
    """The page's HTML where each link to a file of the folder ends with the file's label."""

    def labelled(link: Link) -> Link:
        place, _, name = link.target.rpartition("/")
        if name not in labels or not f"/{place}".endswith(f"/{folder}"):
            return link
        return replace(link, inside=f"{link.inside} {draw('sidor/filuppgift.html', text=labels[name]).strip()}")

    return with_links(page, labelled)
