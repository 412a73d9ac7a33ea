"""How a group works: a permanent group, groups for special questions, and the way from study to norm."""

from collections.abc import Mapping
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.ord import words


def values(_bank: Kunskapsbank) -> Mapping[str, Any]:
    """The words of the figure; the way of working is the same for all groups (seed text)."""
    texts = words()["figurer"]["arbetssatt"]
    return {"texter": texts, "lang": texts["lang"], "kallor": texts["kallor"]}
