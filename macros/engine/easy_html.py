"""What an easy-to-read page does with its text once it is HTML: a line for each sentence, and nothing raised in it.

Writers cite sources as on other pages. Here their numbers are taken out of the text, and the list of sources stands
last under words of its own. Links to the glossary go too: it is harder to read than the page.
"""

import re

from macros.ord import words

_NOTE = re.compile(r'\s*<sup class="kallnot">.*?</sup>', re.DOTALL)
_TERM = re.compile(r'<a class="begrepp"[^>]*>(.*?)</a>', re.DOTALL)
_PARAGRAPH = re.compile(r"(<(?:p|li)>)(.*?)(?=</(?:p|li)>|<ul|<ol)", re.DOTALL)
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
# No number leads to an entry.
_ENTRY = re.compile(r' id="kalla-\d+"')
_TITLE = re.compile(r'(<h2 id="kallor">).*?(</h2>)', re.DOTALL)
_LIST = re.compile(r'<section class="kallista".*?</section>', re.DOTALL)


def easy_html(html: str) -> str:
    """The HTML of an easy-to-read page."""
    found = _LIST.search(html)
    text, sources = (html[: found.start()], found[0]) if found else (html, "")
    text = _TERM.sub(r"\1", _NOTE.sub("", text))
    text = _PARAGRAPH.sub(lambda part: part[1] + _lines(part[2]), text)
    sources = _ENTRY.sub("", sources)
    return text + _TITLE.sub(rf"\g<1>{words()['lattlast']['kallor']}\g<2>", sources)


def _lines(text: str) -> str:
    """The text of a paragraph, a line for each that was written; no number is divided between two."""
    return _THOUSANDS.sub("\u00a0", text.strip()).replace("\n", "<br>")
