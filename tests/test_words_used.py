"""Every word of the interface is used somewhere: a word that no page shows is nobody's to keep right."""

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from typing import Any

from macros.ord import words
from tests.cases import PROJECT

# Words whose key is put together or comes from a value, and where.
DYNAMIC = {
    "malgrupper.*": "the word for a reader comes from the page's front matter (macros/engine/context.py)",
    "forled.*": "the figure's own word (macros/pages/records.py)",
    "lage.verksam_*": "yes or no of the record (macros/facts/standing.py)",
    "jamfor.par.skal_*": "the field that two groups share (macros/pages/comparisons.py)",
    "figurer.troskelvarden.namn.*": "the name in the page's table (macros/figures/troskelvarden.py)",
    "figurer.forkommersiell.roller.*": "each step names its roles (macros/figures/forkommersiell.py)",
    "oppna_data.katalog.nyckelord.*": "the Swedish keyword (macros/open_data/catalogue.py)",
    "verktyg.totalmetoden.*_hjalp": "the name of the input (overrides/assets/js/verktyg-totalmetoden.js)",
    "verktyg.kostnader.matt*.*": "the measure that the reader chose (overrides/assets/js/verktyg-kostnader.js)",
}
SOURCES = {".py", ".html", ".md", ".js", ".typ", ".txt", ".xml"}


def _keys(part: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, below in part.items():
        here = (*above, str(key))
        yield from _keys(below, here) if isinstance(below, Mapping) else iter((here,))


def _unused() -> set[str]:
    """The keys that stand in no source of the program, as themselves or as part of a longer name."""
    tops = (PROJECT / "macros", PROJECT / "overrides")
    texts = (path.read_text("utf-8") for top in tops for path in top.rglob("*") if path.suffix in SOURCES)
    named = {word for text in texts for word in re.findall(r"[\wåäöÅÄÖ-]+", text)}
    return {".".join(key) for key in _keys(words()) if key[-1] not in named}


def test_every_word_is_used_or_listed_with_the_reason() -> None:
    unused = _unused()
    assert {key for key in unused if not any(fnmatch(key, pattern) for pattern in DYNAMIC)} == set()


def test_no_reason_is_given_for_words_that_need_none() -> None:
    unused = _unused()
    assert [pattern for pattern in DYNAMIC if not any(fnmatch(key, pattern) for key in unused)] == []
