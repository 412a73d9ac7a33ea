"""Search words are the few that only a person knows: at most twelve, and none that the search finds by itself.

The search knows inflected forms, compounds and everyday words. A search word is spare when it is the name
or title in another form, or another form of a search word of the same page. `make bench-search` tells of those too
that only the engine itself can tell.
"""

from collections.abc import Iterable, Iterator, Sequence

from macros.checks.material import Material
from macros.loading.messages import told
from macros.loading.validate import Steps, field_reference
from macros.loading.yaml_source import Parsed
from macros.model.plain import PlainMap
from macros.problems.problem import Problem
from macros.search.analysis import deep_stem, stem, tokens
from macros.search.lexicon import word_list
from macros.translation.addresses import FOLDER

RULE = "sokord"
FIELD = "sokord"
MOST = 12
# Where the names of a page stand: records, terms and guidance.
_NAMES = ("namn", "fullt_namn", "title", "forkortning", "engelska", "synonymer", "bojningar")

Words = frozenset[str]


def check(material: Material) -> Iterable[Problem]:
    """An error for the thirteenth search word."""
    for shown, parsed, reference in _written(material):
        words = _words(parsed)
        if len(words) > MOST:
            line, column = _place(parsed, MOST)
            too_many = told("sokord", antal=len(words), hogst=MOST)
            yield Problem(shown, line, column, *too_many, rule=RULE, reference=reference)


def check_spare(material: Material) -> Iterable[Problem]:
    """A warning for each search word that is spare. The rules of Swedish tell that, so English pages are left out."""
    english = {guide.shown for guide in material.guides if guide.src.startswith(FOLDER)}
    for shown, parsed, reference in _written(material):
        words = _words(parsed)
        for index, why in spare(parsed.fields) if words and shown not in english else ():
            line, column = _place(parsed, index)
            hint = f"Ta bort det, för sökningen hittar sidan ändå: {why}."
            message = f"Sökordet ”{words[index]}” behövs inte."
            yield Problem(shown, line, column, message, hint, "varning", RULE, reference)


def _written(material: Material) -> Iterator[tuple[str, Parsed, str]]:
    """Every record and page: its file, what it says, and where its field is described."""
    for file in material.loaded.files.values():
        yield file.shown, file.parsed, field_reference(file.kind.name, (FIELD,))
    for guide in material.guides:
        yield guide.shown, guide.parsed, "/bidra/falt/sida/#sokord"


def _words(parsed: Parsed) -> list[str]:
    """The search words of a record or page; none when the field is not a list of texts, which others tell."""
    listed = parsed.fields.get(FIELD)
    if not isinstance(listed, tuple):
        return []
    words = [word for word in listed if isinstance(word, str)]
    return words if len(words) == len(listed) else []


def _place(parsed: Parsed, index: int) -> tuple[int, int]:
    step: Steps = (FIELD, index)
    return parsed.values.get(step) or parsed.values.get((FIELD,), (1, 1))


def _names(data: PlainMap) -> list[str]:
    found = [data.get(key) for key in _NAMES]
    return [
        text
        for value in found
        for text in ((value,) if isinstance(value, str) else value if isinstance(value, Sequence) else ())
        if isinstance(text, str)
    ]


def spare(data: PlainMap) -> Iterator[tuple[int, str]]:
    """The place of each search word of a record or page that is not needed, and why."""
    listed = data.get(FIELD)
    words = [word for word in listed if isinstance(word, str)] if isinstance(listed, tuple) else []
    named = [_stems(name) for name in _names(data)]
    before: dict[Words, str] = {}
    for index, word in enumerate(words):
        own = _stems(word)
        if own and own in named:
            yield index, "det är sidans eget namn"
        elif own and own in before:
            yield index, f"”{before[own]}” är samma ord i en annan form"
        before.setdefault(own, word)


def _stems(text: str) -> Words:
    """The stems of a text's words, without small words."""
    return frozenset(deep_stem(stem(word)) for word in tokens(text) if word not in word_list("stoppord"))
