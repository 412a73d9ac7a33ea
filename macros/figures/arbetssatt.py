"""How a group works: a permanent group, groups for special questions, and the way from study to norm."""

from collections.abc import Mapping

from macros.figures.staplar import Bar, Group, drawn
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words


def values(_bank: Kunskapsbank) -> Mapping[str, object]:
    """The words of the figure; the way of working is the same for all groups (seed text)."""
    texts = words()["figurer"]["arbetssatt"]
    parts = (
        (texts["fast"], texts["fast_text"]),
        (texts["fordjupning"], texts["fordjupning_text"]),
        (texts["forstudie"], ""),
        (texts["projekt"], ""),
        (texts["norm"], " ".join(texts["norm_rader"])),
        (texts["ater"], ""),
    )
    # On narrow screens the boxes stand below each other, each led to by an arrow.
    rows = [
        Group(f"↓ {name}" if number else name, [Bar(text, ())] if text else [])
        for number, (name, text) in enumerate(parts)
    ]
    return {**drawn(rows, {}), "texter": texts, "lang": texts["lang"], "kallor": texts["kallor"]}
