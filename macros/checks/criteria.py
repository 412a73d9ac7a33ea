"""Criteria and models agree: a criterion's field exists where it applies, holds what it says, and each fact has one."""

from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.loading.validate import SourceFile, field_reference
from macros.model import KINDS
from macros.model.described import WITH_FACTS
from macros.model.names import nearest
from macros.model.value_kinds import comparable_fields, fact_fields, shown_as
from macros.problems.problem import Problem

RULE = "kriterium"


def check(material: Material) -> Iterable[Problem]:
    """Criteria of unknown fields, two criteria for one field, and facts that no criterion shows."""
    owner: dict[tuple[str, str], str] = {}
    for file in sorted(material.files("kriterium"), key=lambda file: file.identifier):
        yield from _criterion(file, owner)
    if not owner:
        return
    for kind in WITH_FACTS:
        for field in sorted(fact_fields(KINDS[kind].model)):
            if (kind, field) not in owner:
                shown = f"{material.data.name}/kriterier/{kind}-{field.replace('_', '-')}.yml"
                message = f"Filen saknas, men faktafältet ”{field}” i slaget ”{kind}” behöver ett kriterium."
                hint = f"Lägg tillbaka filen. Ett nytt kriterium har ”falt: {field}” och ”galler: [{kind}]”."
                yield Problem(shown, 1, 1, message, hint, rule=RULE)


def _criterion(file: SourceFile, owner: dict[tuple[str, str], str]) -> Iterator[Problem]:
    data = file.parsed.fields
    field, kinds = data.get("falt"), data.get("galler")
    line, column = file.parsed.values.get(("falt",), (1, 1))
    reference = field_reference("kriterium", ("falt",))
    for kind in kinds if isinstance(kinds, tuple) else ():
        if kind not in WITH_FACTS or not isinstance(field, str):
            continue
        known = tuple(KINDS[kind].model.model_fields)
        if field not in known:
            match = nearest(field, known)
            hint = f"Menade du ”{match}”?" if match else "Skriv fältets namn som i posterna."
            message = f"Slaget ”{kind}” har inget fält som heter ”{field}”."
            yield Problem(file.shown, line, column, message, hint, rule=RULE, reference=reference)
        else:
            yield from _value(file, kind, field)
        first = owner.setdefault((kind, field), file.identifier)
        if first != file.identifier:
            message = f"Fältet ”{field}” i slaget ”{kind}” har redan kriteriet ”{first}”."
            yield Problem(file.shown, line, column, message, "Behåll ett av dem.", rule=RULE, reference=reference)


def _value(file: SourceFile, kind: str, field: str) -> Iterator[Problem]:
    """A criterion that shows a field as something else than its model says it is."""
    model = KINDS[kind].model
    shown, said = shown_as(model, field), file.parsed.fields.get("vardeslag")
    where = file.parsed.values.get(("falt",) if shown is None else ("vardeslag",), (1, 1))
    reference = field_reference("kriterium", ("vardeslag",))
    if shown is None:
        hint = f"Välj ett fält med ett värde: {', '.join(comparable_fields(model))}."
        yield Problem(
            file.shown, *where, f"Fältet ”{field}” går inte att jämföra.", hint, rule=RULE, reference=reference
        )
    elif isinstance(said, str) and said != shown.kind:
        message = f"Fältet ”{field}” i slaget ”{kind}” har värden av slaget ”{shown.kind}”, inte ”{said}”."
        yield Problem(file.shown, *where, message, f"Skriv ”vardeslag: {shown.kind}”.", rule=RULE, reference=reference)
    elif shown.choices not in {"", file.identifier}:
        message = f"Fältet ”{field}” i slaget ”{kind}” har värdena i kriteriet ”{shown.choices}”."
        hint = f"Ändra i {shown.choices}.yml, eller välj ett annat fält."
        yield Problem(file.shown, *where, message, hint, rule=RULE, reference=reference)
    elif bool(shown.choices) != bool(file.parsed.fields.get("varden")):
        message = "Tillåtna värden saknas." if shown.choices else "Fältet ”varden” hör bara till val och vallista."
        where = file.parsed.values.get(("varden",), where)
        hint = "Skriv dem under ”varden:”." if shown.choices else "Ta bort ”varden”, eller välj ett fält med val."
        yield Problem(file.shown, *where, message, hint, rule=RULE, reference=reference)
