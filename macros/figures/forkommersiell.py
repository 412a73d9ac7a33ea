"""Who does what through a pre-commercial procurement, as in the case of the pipe couplings: a lane for each role."""

from collections.abc import Mapping

from macros.figures.staplar import Bar, Group, Part, drawn
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words

# Room between two lanes, in per cent of the width.
_GAP = 2


def values(_bank: Kunskapsbank) -> Mapping[str, object]:
    """One row a step with a piece under each role that acts; where the role is our own reading, it is striped."""
    texts = words()["figurer"]["forkommersiell"]
    roles, steps = texts["roller"], texts["steg"]
    lane = 100 / len(roles)
    bars = [
        Bar(
            f"{number}. {step['text']}",
            [
                Part(place * lane, lane - _GAP, "randig" if step["egen"] else "fyllning")
                for place, role in enumerate(roles)
                if role in step["vem"]
            ],
        )
        for number, step in enumerate(steps, 1)
    ]
    rows = [{**step, "vem": ", ".join(roles[role] for role in step["vem"])} for step in steps]
    told = ". ".join(f"{row['vem']}: {row['text']}" for row in rows)
    return {
        **drawn([Group("", bars)], texts["nyckel"], top=24),
        "spar": [(round(place * lane, 2), name) for place, name in enumerate(roles.values())],
        "rader": rows,
        "texter": texts,
        "kallor": list(dict.fromkeys(key for step in steps for key in step["kallor"])),
        "lang": texts["lang"].format(rader=told),
    }
