"""Values for products that hold one page: checklists with boxes and lines, and booklets to read."""

from collections.abc import Sequence

from macros.ord import words
from macros.pages.easy import KIND
from macros.printing.book import chapter_values, known_places
from macros.printing.edition import Edition, meta
from macros.printing.inline import plain
from macros.printing.site_pages import Chapter
from macros.printing.typesetting import Job


def checklist_job(chapter: Chapter, name: str, edition: Edition) -> Job:
    """The job that makes a checklist of a page."""
    texts = words()["utskrift"]
    values = {
        "meta": meta(chapter.title, chapter.summary, edition),
        "chapter": chapter_values(chapter, frozenset(), edition),
        "words": {
            **texts["checklista"],
            "sources": words()["sida"]["kallor"],
            "edition": edition.text,
            "site": texts["webbplats"],
            "address": edition.public + chapter.address,
            "more": texts["blad"]["more"],
        },
    }
    return Job(name, "checklista.typ", values)


def booklet_job(chapter: Chapter, name: str, edition: Edition) -> Job:
    """The job that makes a booklet of one page, in the page's own language."""
    made = checklist_job(chapter, name, edition)
    values = {**made.values, "meta": meta(chapter.title, chapter.summary, edition, chapter.language)}
    return Job(name, "hafte.typ", values)


def easy_job(chapters: Sequence[Chapter], name: str, edition: Edition, *, tried: bool) -> Job:
    """The job that makes the large print of the easy-to-read pages: all of them in order, and their sources once."""
    texts, known = words()["lattlast"], known_places(chapters)
    values = [chapter_values(chapter, known, edition) for chapter in chapters]
    sources = {plain(note["i"]): note for chapter in values for note in chapter["notes"]}
    first = chapters[0]
    said = {
        "meta": meta(first.title, first.summary, edition),
        "chapters": [{**chapter, "single": chapter["kind"] == KIND} for chapter in values],
        "sources": list(sources.values()),
        "words": {
            "sources": texts["kallor"],
            "edition": edition.text,
            "site": words()["utskrift"]["webbplats"],
            "tried": texts["provlast_del" if tried else "provlast_nej"],
        },
    }
    return Job(name, "lattlast.typ", said)


def one_page_job(chapter: Chapter, name: str, edition: Edition) -> Job:
    """The job that puts a page of the site on one A4; links keep their words and leave their addresses to the site."""
    return Job(name, "en-sida.typ", booklet_job(chapter, name, edition).values)
