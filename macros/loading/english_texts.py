"""Reads the block of English texts of a record's file: what holds, or every problem with line and advice.

The English record is validated by the same model as the Swedish one, so that the same rules hold for its texts.
"""

from dataclasses import replace

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading.validate import SourceFile, validate
from macros.model.names import Names, nearest
from macros.model.pa_engelska import KEY, PaEngelska
from macros.model.plain import Plain
from macros.model.shapes import schema_at
from macros.problems.problem import Problem
from macros.translation.matching import matched
from macros.translation.texts import Steps, changed, is_text, mark, name_of, texts

RULE = "engelska"


def with_english_apart(file: SourceFile) -> SourceFile:
    """The file with its block of English texts beside its data instead of in it."""
    data = file.parsed.data
    if not isinstance(data, dict) or KEY not in data:
        return file
    rest = {key: value for key, value in data.items() if key != KEY}
    return replace(file, parsed=replace(file.parsed, data=rest), english=data[KEY])


def read_english(file: SourceFile, names: Names) -> tuple[PaEngelska | None, tuple[Problem, ...]]:
    """The English texts of a file whose Swedish is valid, and every problem in them."""
    try:
        english = PaEngelska.model_validate(file.english)
    except ValidationError as error:
        return None, tuple(_shape_problem(file, entry) for entry in error.errors(include_url=False))
    found = list(texts(file.kind.name, file.kind.model, file.parsed.data))
    known = {name_of(path): text for path, text in found}
    problems = [_unknown(file, name, known) for name in english.texter if name not in known]
    by_path = matched(found, english)
    for path, each in by_path.items():
        written = english.texter.get(name_of(path))
        if each.older and written is not None:
            problems.append(_older(file, name_of(path), known[name_of(path)]))

    def in_english(path: Steps, text: str) -> str:
        return by_path[path].text if path in by_path else text

    data = changed(file.kind.name, file.kind.model, file.parsed.data, in_english)
    problems += _faults(file, data, names)
    return english, tuple(problems)


def _faults(file: SourceFile, data: Plain, names: Names) -> list[Problem]:
    """What the model finds wrong with the English texts, told where they stand."""
    try:
        file.kind.model.model_validate(data, context=names)
    except ValidationError:
        values = {
            **file.parsed.values,
            **{
                path: file.parsed.values[KEY, "texter", name_of(path), "text"]
                for path in list(file.parsed.values)
                if (KEY, "texter", name_of(path), "text") in file.parsed.values
            },
        }
        moved = replace(file, parsed=replace(file.parsed, data=data, values=values))
        return [replace(each, message=f"På engelska: {each.message}") for each in validate(moved, names)[1]]
    return []


def _place(file: SourceFile, *steps: str | int) -> tuple[int, int]:
    path: Steps = (KEY, *steps)
    while path not in file.parsed.keys and path not in file.parsed.values and len(path) > 1:
        path = path[:-1]
    return file.parsed.keys.get(path, file.parsed.values.get(path, (1, 1)))


def _shape_problem(file: SourceFile, error: ErrorDetails) -> Problem:
    where = name_of(tuple(error["loc"]))
    hint = (
        f"Blocket {KEY} har ett datum i ”oversatt” och texterna i ”texter”; varje text har ”svensk” (märket, inom "
        "citattecken) och ”text”."
    )
    message = f"{KEY}{'.' + where if where else ''} går inte att läsa."
    return Problem(file.shown, *_place(file, *error["loc"]), message, hint, rule=RULE)


def _unknown(file: SourceFile, name: str, known: dict[str, str]) -> Problem:
    place = _place(file, "texter", name)
    steps: Steps = tuple(int(step) if step.isdigit() else step for step in name.split("."))
    if _could_be(file.kind.name, file.kind.model, steps):
        message = f"Den svenska texten {name} finns inte längre, så den engelska visas inte."
        return Problem(file.shown, *place, message, "Ta bort den engelska texten.", "varning", RULE)
    match = nearest(name, tuple(known))
    hint = f"Menade du ”{match}”?" if match else "Skriv namnet på ett textfält i posten, till exempel sammanfattning."
    return Problem(file.shown, *place, f"Posten har ingen text som heter {name}.", hint, rule=RULE)


def _could_be(kind: str, model: type[BaseModel], steps: Steps) -> bool:
    return bool(schema_at(model, steps)) and is_text(kind, model, steps)


def _older(file: SourceFile, name: str, swedish: str) -> Problem:
    message = f"Den engelska texten {name} är äldre än den svenska, som har ändrats sedan den översattes."
    hint = f'Översätt ändringen och skriv svensk: "{mark(swedish)}". Den gamla visas, märkt som äldre, till dess.'
    return Problem(file.shown, *_place(file, "texter", name), message, hint, "varning", RULE)
