"""Which English text belongs to which Swedish one, and whether it is older than the Swedish."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.model.pa_engelska import PaEngelska
from macros.translation.texts import Steps, mark, name_of


@dataclass(frozen=True)
class Found:
    """An English text for a place in a record; `older` when the Swedish has changed since."""

    text: str
    older: bool = False


def matched(texts: Iterable[tuple[Steps, str]], english: PaEngelska) -> Mapping[Steps, Found]:
    """The English text of each place that has one.

    The mark tells it, so that a story that is moved among the others keeps its translation, and a sentence that is
    said twice is translated once. Otherwise the place does, and the translation is older than the Swedish.
    """
    texts = list(texts)
    by_mark = {each.svensk: each.text for each in english.texter.values()}
    now = {mark(text) for _, text in texts}
    found: dict[Steps, Found] = {}
    for path, text in texts:
        same = by_mark.get(mark(text))
        here = english.texter.get(name_of(path))
        if same is not None:
            found[path] = Found(same)
        elif here is not None and here.svensk not in now:
            found[path] = Found(here.text, older=True)
    return found
