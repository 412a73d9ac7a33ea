"""The language in which pages are made now: Swedish, except while the pages of another language are made.

An engine makes one page at a time and calls our code without telling for which; so the language is set when a
page begins, and everything that has words asks for it here. It is the one thing that is not handed over as a value:
every function that writes a number, a date or a list of names would have to take it and pass it on, and templates
too. As a `ContextVar` it is each thread's own, and `speaking` puts it back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SWEDISH, ENGLISH = "sv", "en"
LANGUAGES = (SWEDISH, ENGLISH)
_spoken = ContextVar("spoken", default=SWEDISH)


def spoken() -> str:
    """The language of now, as HTML names it."""
    return _spoken.get()


def speak(language: str) -> None:
    """Sets the language, until it is set again."""
    _spoken.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The language inside a block; after it the one before."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)
