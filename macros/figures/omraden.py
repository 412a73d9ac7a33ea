"""Where the groups' domains lie: Swedish groups by domain, a dot where a group works, and the places with no group."""

from collections.abc import Mapping, Sequence

from macros.facts.cells import labels
from macros.figures.staplar import Bar, Group, Part, drawn
from macros.figures.text import lines, width
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing, sort_key
from macros.ord import Words, words

# The wide drawing: names in lines to the left, a column for each area, and room for the slanting name of the last one.
COLUMN, SIZE, LINE, LEFT, RIGHT = 30, 14, 18, 200, 50
# A slanting name reaches as far up as to the side; below it there is a little air.
_SLANT, _HEAD, _AIR = 0.7, 120, 10
# A group on narrow screens, in per cent of the width.
_SQUARE = 9


def values(bank: Kunskapsbank) -> Mapping[str, object]:
    """One row a Swedish group, one column a domain that any of them works in."""
    names = labels(bank.kriterium["omrade"])
    groups = sorted((g for g in bank.grupp.values() if g.land == "sverige"), key=lambda g: sort_key(g.namn))
    # Areas that somebody answers for are drawn without a group too: there is room for a new one.
    answered = {value.id for value in bank.kriterium["omrade"].varden if value.ansvar}
    used = [name for name in names if name in answered or any(name in group.omraden for group in groups)]
    across = {identifier: LEFT + number * COLUMN + COLUMN // 2 for number, identifier in enumerate(used)}
    rows = []
    reach = [_SLANT * width(names[identifier], SIZE) for identifier in used]
    head = max([_HEAD, *(round(each) + SIZE for each in reach)])
    down = head + _AIR
    for group in groups:
        name = lines(group.namn, LEFT - 10, SIZE)
        height = LINE * len(name) + 10
        rows.append(
            {
                "namn": name,
                "y": down + 17,
                "mitt": down + height / 2,
                "slut": down + height,
                "punkter": [across[identifier] for identifier in group.omraden],
            }
        )
        down += height
    texts = words()["figurer"]["omraden"]
    areas = {name: [group.namn for group in groups if name in group.omraden] for name in used}
    told = ". ".join(f"{group.namn}: {listing(names[identifier] for identifier in group.omraden)}" for group in groups)
    empty = listing(names[name] for name, found in areas.items() if not found)
    narrow = [_area(names[name], found, texts) for name, found in areas.items()]
    key = {"fyllning": texts["finns"], "kontur": texts["tomt"]}
    return {
        **drawn([Group("", narrow)], key),
        "omraden": [(names[name], found) for name, found in areas.items()],
        "tomma": [across[name] for name, found in areas.items() if not found],
        "kolumner": [{"namn": names[identifier], "x": x} for identifier, x in across.items()],
        "banor": rows,
        "vanster": LEFT,
        "bredd": max(
            [
                LEFT + len(across) * COLUMN + RIGHT,
                *(round(x + r) + SIZE for x, r in zip(across.values(), reach, strict=True)),
            ]
        ),
        "huvud": head,
        "kallor": [],
        "bred_hojd": down + 8,
        "texter": texts,
        "lang": texts["lang"].format(rader=told, tomma=empty or texts["inga"]),
    }


def _area(name: str, groups: Sequence[str], texts: Words) -> Bar:
    """An area's row on narrow screens: a square for each group, or an empty place."""
    looks = ["fyllning"] * len(groups) or ["kontur"]
    parts = [Part(number * _SQUARE, _SQUARE - 2, look) for number, look in enumerate(looks)]
    return Bar(f"{name}: {listing(groups) if groups else texts['ingen']}", parts)
