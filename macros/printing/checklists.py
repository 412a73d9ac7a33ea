"""Values for products that hold one page: checklists with boxes and lines, and booklets to read."""

from macros.ord import words
from macros.printing.book import chapter_values
from macros.printing.edition import Edition, meta
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
