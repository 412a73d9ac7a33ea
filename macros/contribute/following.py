"""References that only follow a record or page to its new name, so that a move is told once. Pure."""

import re
from collections.abc import Callable, Mapping

from macros.model import KINDS

Follow = Callable[[str], str]


def follower(records: Mapping[tuple[str, str], tuple[str, str]], pages: Mapping[str, str]) -> Follow:
    """A function that gives a text as it reads once its references have followed: old kind and name to new, and so on.

    A value that is an identifier, or a list of them, follows; in running text links and citations do.
    """
    names = {old: new for (_, old), (_, new) in records.items()}
    places = {f"/{old}": f"/{new}" for old, new in pages.items()}
    for (kind, old), (_, new) in records.items():
        folder = KINDS[kind].page_folder
        if folder:
            places[f"/{folder}/{old}.md"] = f"/{folder}/{new}.md"
        if kind == "kalla":
            places[f"@{old}"] = f"@{new}"
    if not names and not places:
        return str
    either = "|".join(re.escape(place) for place in sorted(places, key=len, reverse=True)) or r"(?!)"
    written = re.compile(rf"(?<![\w./-])(?:{either})(?![\w-])")

    def follow(text: str) -> str:
        listed = ", ".join(names.get(name, name) for name in text.split(", "))
        return listed if listed != text else written.sub(lambda found: places[found[0]], text)

    return follow
