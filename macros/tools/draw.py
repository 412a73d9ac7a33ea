"""What a tool's page says without a script: everything it builds on, drawn as Markdown by a template."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from macros.drawing import draw
from macros.figures.text import width
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import fixed, number
from macros.model.vagval import Vagval
from macros.ord import words
from macros.tools.profile import edition, parts
from macros.tools.returns import Measure, factor, internal_rate, net_present_value, payback, steps
from macros.tools.tree import Row, rows

GUIDE = "samverkansform"
# Measures of the drawn tree: the page on which the guide is printed has room for as many rows.
STEP, ROW, SIZE, LEFT = 24, 20, 14, 12
# The tree is at most this much higher than wide, so that it fits a sheet.
HIGHEST = 1.3


def tool(bank: Kunskapsbank, name: str, ways: Mapping[str, str] = MappingProxyType({})) -> str:
    """The Markdown of a tool; `ways` are the site's addresses. Raises KeyError for a name that is not in `TOOLS`."""
    texts = words()["verktyg"]
    return draw(f"verktyg/{name}.md", texter=texts[name], alla=texts, adresser=ways, **TOOLS[name](bank))


def _choose(bank: Kunskapsbank) -> Mapping[str, object]:
    guide = bank.vagval.get(GUIDE)
    if guide is None:
        return {"guide": None}
    return {
        "guide": guide,
        "villkor": lambda condition: condition_text(guide, condition),
        "former": {name: form.namn for name, form in bank.samverkansform.items()},
        "trad": tree_values(guide),
    }


def condition_text(guide: Vagval, condition: Mapping[str, tuple[str, ...]]) -> str:
    """A condition in words, such as ”Finns det att köpa?” har svaret Nej."""
    texts = words()["verktyg"]["valj-form"]
    parts = []
    for name, answers in condition.items():
        question = guide.question(name)
        shown = {choice.id: choice.text for choice in question.svar}
        parts.append(texts["ar"].format(fraga=question.kort, svar=" / ".join(shown[answer] for answer in answers)))
    return str(texts["och"].join(parts))


def tree_values(guide: Vagval) -> Mapping[str, object]:
    """The drawn tree: rows with their places, and the whole told in text."""
    texts = words()["verktyg"]["valj-form"]
    drawn = rows(guide)
    made = [
        (row, " / ".join(_answers(guide, row, drawn[:place])), _name(guide, row, texts))
        for place, row in enumerate(drawn)
    ]
    height = ROW * (len(made) + 1)
    widest = max(LEFT + row.depth * STEP + width(f"{answers}: {name}", SIZE + 1) for row, answers, name in made)
    told = " ".join(texts["trad_rad"].format(svar=answers or texts["fraga"], namn=name) for _, answers, name in made)
    return {
        "rader": [
            {"x": LEFT + row.depth * STEP, "y": ROW * (place + 1), "slag": row.kind, "svar": answers, "namn": name}
            for place, (row, answers, name) in enumerate(made)
        ],
        "rad": ROW,
        "steg": STEP,
        "bredd": round(max(widest + LEFT, height / HIGHEST)),
        "hojd": height,
        "lang": texts["trad_lang"].format(rader=told),
    }


def _answers(guide: Vagval, row: Row, earlier: list[Row]) -> list[str]:
    """The answers that lead to a row, in words: those of the nearest question above and one step out."""
    above = next((other for other in reversed(earlier) if other.depth == row.depth - 1), None)
    if above is None:
        return []
    shown = {choice.id: choice.text for choice in guide.question(above.name).svar}
    return [shown[answer].partition(",")[0] for answer in row.answers]


def _name(guide: Vagval, row: Row, texts: Mapping[str, str]) -> str:
    if row.kind == "utfall":
        return guide.outcome(row.name).namn
    number = texts["trad_se"].format(nr=row.number) if row.kind == "hanvisning" else f"{row.number}."
    short = guide.question(row.name).kort
    return f"{short} ({number})" if row.kind == "hanvisning" else f"{number} {short}"


def case() -> tuple[Measure, ...]:
    """The measures of the case, named in the language of now."""
    listed = words()["verktyg"]["totalmetoden"]["fall_rader"]
    return tuple(Measure(row[0], row[1], row[2], row[4]) for row in listed)


# The requirement of the made-up case of Totalmetoden, and the price change that is tried beside it.
REQUIREMENT, GROWTH = 0.05, 0.02
# The rates (per cent) and years of the published table of factors that the sums are checked against.
RATES = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15)
YEARS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20)


def percent(rate: float) -> str:
    """A rate as the browser writes it: two decimals, a comma."""
    return fixed(rate * 100, 2)


def _total(_bank: Kunskapsbank) -> Mapping[str, object]:
    made = steps(case(), REQUIREMENT, 0) or []
    rows_of_case = [
        (
            str(place),
            step.measure.name,
            number(step.measure.investment),
            number(step.measure.saving),
            str(step.measure.life),
            fixed(payback(step.measure), 1),
            f"{percent(step.own_rate)} %",
            f"{percent(step.rate)} %",
            number(round(step.net_present_value)),
        )
        for place, step in enumerate(made, 1)
    ]
    texts = words()["verktyg"]["totalmetoden"]
    told = texts["fall_text"].format(
        krav=number(REQUIREMENT * 100),
        ranta=percent(internal_rate(case(), 0) or 0),
        vaxande=percent(internal_rate(case(), GROWTH) or 0),
        nuvarde=number(round(net_present_value(case(), REQUIREMENT, 0))),
    )
    factors = [(years, [fixed(factor(rate / 100, 0, years), 2) for rate in RATES]) for years in YEARS]
    return {"fall": rows_of_case, "fall_text": told, "rantor": RATES, "faktorer": factors}


def _assess(bank: Kunskapsbank) -> Mapping[str, object]:
    return {"delar": parts(bank), "utgava": edition(bank)}


TOOLS: Mapping[str, Callable[[Kunskapsbank], Mapping[str, object]]] = {
    "valj-form": _choose,
    "totalmetoden": _total,
    "kostnader": lambda _: {},
    "sjalvskattning": _assess,
    "redigera": lambda _: {},
}
