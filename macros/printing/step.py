"""The step after the build that makes every printed product and lists them on `/skriv-ut/`."""

import logging
import shutil
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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
from macros.printing.typesetting import Job, Made, engine_mark, key_of, make_all, make_ready, overflow, product_kept
from macros.printing.word_document import agenda, filled_in, handed_out
from macros.site.pages import BuiltSite

CACHE = KEPT_IN / FOLDER
# What each fills one A4 and no more.
_ONE_PAGE_EACH = frozenset({"blad.typ", "en-sida.typ"})
_log = logging.getLogger("kunskapsbank")


def begin_prints(site: BuiltSite, bank: Kunskapsbank, *, hurry: bool = False) -> Callable[[], None]:
    """Begins with every printed product; what is given back writes them under `/utskrift/` and lists them.

    They are typeset in processes of their own, so other steps can be taken meanwhile. A sheet that is too long is told
    and goes on. In a `hurry` guides that were made before are shown as they are.
    """
    kept = Kept("tryck")
    content = printed_content(site, bank)
    in_word = documents(content, kept)
    english = [english_guide(site, content.sources, bank)] if content.plan.english else []
    made, new = _known([*english, *planned_jobs(content, bank)], kept)
    if new:
        make_ready()
    jobs = [each.make() for each in new]
    with_typesetter = ThreadPoolExecutor(1)
    done = with_typesetter.submit(make_all, jobs, CACHE, hurry=hurry)
    with_typesetter.shutdown(wait=False)
    # What is printed is not needed any more, and would fill the memory beside the typesetter.
    marks, products, today = [(each.name, each.mark) for each in new], list(_products(content)), content.edition.day

    def end() -> None:
        printed = made | _made_now(marks, jobs, done.result(), None if hurry else kept)
        kept.save()
        folder = site.folder / FOLDER
        folder.mkdir(exist_ok=True)
        printed.update((name, Printed(name, file, None, today)) for name, file in in_word.items())
        for each in printed.values():
            (folder / each.file).write_bytes(each.content)
        write_list(site, {product: printed[product.file] for product in products if product.file in printed})
        write_english_list(site, printed)
        label_links(site, printed)

    return end


def _known(planned: Sequence[Planned], kept: Kept) -> tuple[dict[str, Printed], list[Planned]]:
    """The PDFs whose values come from the same as before, as they were made then, by their names; and the others."""
    made: dict[str, Printed] = {}
    new: list[Planned] = []
    for each in planned:
        known = kept.find(each.name, each.mark, engine_mark())
        content = product_kept(known["key"], CACHE) if known else None
        if content is None:
            new.append(each)
        else:
            made[known["name"]] = Printed(known["name"], content, known["pages"], date.fromisoformat(known["day"]))
    return made, new


def _made_now(
    marks: Sequence[tuple[str, str]], jobs: Sequence[Job], made: Sequence[Made], kept: Kept | None
) -> dict[str, Printed]:
    """What was made of some jobs, by its name; by name and mark it is `kept` for the next time when it is right."""
    found: dict[str, Printed] = {}
    for (name, mark), job, done in zip(marks, jobs, made, strict=True):
        day = date(*job.values["meta"]["date"])
        found[done.name] = Printed(done.name, done.content, done.pages, day)
        is_right = job.template not in _ONE_PAGE_EACH or done.pages == 1
        if not is_right:
            _log.warning(_too_long(job))
        elif kept:
            values = {"name": done.name, "key": key_of(job), "pages": done.pages, "day": day.isoformat()}
            kept.put(values, name, mark, engine_mark())
    return found


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


def _products(content: Content) -> Iterator[Product]:
    """The products of what is printed, in reading order."""
    titles = {address: chapter.title for address, chapter in content.chapters.items()}
    for part in content.parts:
        titles[part.address] = part.title
        for address in part.addresses:
            yield from page_products(address, part.address, titles, content.plan)
    yield the_guide()
