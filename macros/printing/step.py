"""The step after the build that makes every printed product and lists them on `/skriv-ut/`."""

import logging
import shutil
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from macros.kept import FOLDER as KEPT_IN
from macros.kept import Kept
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.pages.print_products import (
    AGENDA,
    ASSESSMENT,
    FOLDER,
    FORMS,
    MEETINGS,
    ONE_PAGE,
    TEMPLATE,
    Product,
    page_products,
    the_guide,
)
from macros.places import data_folder
from macros.printing.content import Content, printed_content
from macros.printing.english_guide import english_guide, write_english_list
from macros.printing.file_links import label_links
from macros.printing.jobs import Planned, planned_jobs
from macros.printing.listing import Printed, lend_list, write_list
from macros.printing.shapes import Block
from macros.printing.too_long import one_page_too_long, sheet_too_long
from macros.printing.typesetting import Job, engine_mark, key_of, make_all, overflow, product_kept
from macros.printing.word_document import agenda, filled_in, handed_out
from macros.site.pages import BuiltSite

CACHE = KEPT_IN / FOLDER
# What each fills one A4 and no more.
_ONE_PAGE_EACH = frozenset({"blad.typ", "en-sida.typ"})
_log = logging.getLogger("kunskapsbank")


def write_prints(site: BuiltSite, bank: Kunskapsbank, *, hurry: bool = False) -> None:
    """Writes every printed product under `/utskrift/` and lists them. A sheet that is too long is told and goes on.

    In a `hurry` guides that were made before are shown as they are.
    """
    kept = Kept("tryck")
    content = printed_content(site, bank)
    in_word = documents(content, kept)
    english = [english_guide(site, content.sources, bank)] if content.plan.english else []
    printed = _made_products([*english, *planned_jobs(content, bank)], kept, hurry=hurry)
    kept.save()
    folder = site.folder / FOLDER
    folder.mkdir(exist_ok=True)
    printed |= {name: Printed(name, file, None, content.edition.day) for name, file in in_word.items()}
    for each in printed.values():
        (folder / each.file).write_bytes(each.content)
    write_list(site, _listed(content, printed))
    write_english_list(site, printed)
    label_links(site, printed)


def _made_products(planned: Sequence[Planned], kept: Kept, *, hurry: bool) -> dict[str, Printed]:
    """The PDFs by their names. Those whose values come from the same as before are taken as they were."""
    made: dict[str, Printed] = {}
    new: list[tuple[Planned, Job]] = []
    for each in planned:
        known = kept.find(each.name, each.mark, engine_mark())
        content = product_kept(known["key"], CACHE) if known else None
        if content is None:
            new.append((each, each.make()))
        else:
            made[known["name"]] = Printed(known["name"], content, known["pages"], date.fromisoformat(known["day"]))
    for (each, job), done in zip(new, make_all([job for _, job in new], CACHE, hurry=hurry), strict=True):
        day = date(*job.values["meta"]["date"])
        made[done.name] = Printed(done.name, done.content, done.pages, day)
        is_right = job.template not in _ONE_PAGE_EACH or done.pages == 1
        if not is_right:
            _log.warning(_too_long(job))
        if is_right and not hurry:
            values = {"name": done.name, "key": key_of(job), "pages": done.pages, "day": day.isoformat()}
            kept.put(values, each.name, each.mark, engine_mark())
    return made


def _too_long(job: Job) -> str:
    if job.template == "en-sida.typ":
        return one_page_too_long(overflow(job), f"{ONE_PAGE.strip('/')}.md")
    return sheet_too_long(job, overflow(job), _record_source(job))


def lend_prints(site: BuiltSite, shown: Path) -> None:
    """Takes over the prints of a site that was built before, and their list."""
    if (shown / FOLDER).is_dir():
        shutil.copytree(shown / FOLDER, site.folder / FOLDER)
    lend_list(site, shown)


def _record_source(job: Job) -> str:
    """The record behind a sheet, as it is written."""
    folder, identifier = job.values["record"]
    record: Path = data_folder() / folder / f"{identifier}.yml"
    return record.read_text("utf-8")


def documents(content: Content, kept: Kept | None = None) -> dict[str, bytes]:
    """The Word files that the pages behind them are there for; those made of the same values before are `kept`."""
    made: dict[str, partial[bytes]] = {}
    for address, page in content.chapters.items():
        stem = FORMS.get(address, address.strip("/").rpartition("/")[2])
        if stem.startswith(TEMPLATE) or address == ASSESSMENT:
            made[f"{stem}.docx"] = partial(filled_in, page.title, page.summary, page.blocks, content.edition)
        elif address == ONE_PAGE:
            whole = partial(handed_out, page.title, page.summary, page.blocks, content.edition, dense=True)
            made[f"{stem}.docx"] = whole
    points = _agenda_points(content.chapters[MEETINGS].blocks) if MEETINGS in content.chapters else []
    if points:
        made["dagordning.docx"] = partial(agenda, points, words()["utskrift"]["dagordning"]["text"], content.edition)
    return {name: _made(make, kept) for name, make in made.items()}


def _made(make: "partial[bytes]", kept: Kept | None) -> bytes:
    """A file, kept as text under the values that it is made of."""
    if kept is None:
        return make()
    values = (make.func.__name__, repr(make.args), repr(make.keywords), engine_mark())
    return b64decode(kept.get(lambda: b64encode(make()).decode("ascii"), *values))


def _agenda_points(blocks: Sequence[Block]) -> list[list[Block]]:
    """The points of the agenda: the first list under its heading."""
    inside = False
    for block in blocks:
        if block["k"] == "h":
            inside = block["id"] == f"{MEETINGS}#{AGENDA}"
        elif inside and block["k"] in {"ul", "ol"}:
            points: list[list[Block]] = block["items"]
            return points
    return []


def _listed(content: Content, printed: Mapping[str, Printed]) -> dict[Product, Printed]:
    """The products in reading order, each once, with the file that was made."""
    titles = {address: chapter.title for address, chapter in content.chapters.items()}
    listed: dict[Product, Printed] = {}
    for part in content.parts:
        titles[part.address] = part.title
        for address in part.addresses:
            for product in page_products(address, part.address, titles, content.plan):
                if product.file in printed:
                    listed.setdefault(product, printed[product.file])
    english = the_guide()
    return {**listed, english: printed[english.file]} if english.file in printed else listed
