"""Writes the script of each tool into a built site: words and data first, then the parts in their order.

One classic script a tool, since a page opened from a folder may not fetch anything. It is loaded only on
the tool's own page.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from macros.facts.cells import labels
from macros.kept import Kept, files_mark
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, LANGUAGES, SWEDISH, speaking, spoken
from macros.language.swedish import sort_key
from macros.ord import words
from macros.places import data_folder
from macros.scripts.editor import form_data
from macros.tools.draw import GUIDE
from macros.tools.profile import edition, parts
from macros.translation.bank import in_english
from macros.translation.html import for_scripts

SCRIPTS = Path("assets") / "js"
# What only the page shows of the guide and the assessment, and the browser copies from it where it is to show it too.
_ON_THE_PAGE = {
    "fragor": {"kort", "varfor"},
    "regler": {"kallor"},
    "utfall": {"text", "lagrum", "forsta_steg"},
    "pastaenden": {"kallor"},
}


def write_tools(site: Path, bank: Kunskapsbank) -> None:
    """Joins each tool's data and parts into the script that its page loads."""
    folder, kept = site / SCRIPTS, Kept("verktyg")
    # The form names files by what the records look like, and not only by what they say.
    written = files_mark([data_folder()])
    for name, (names, data) in TOOLS.items():
        script = folder / f"verktyg-{name}.js"
        if script.is_file():
            files = [*(folder / f"verktyg-{part}.js" for part in (*SHARED, *names)), script]
            code = "".join(path.read_text("utf-8") for path in files)
            for language in LANGUAGES:
                with speaking(language):
                    values = kept.get(partial(_values, bank, name, data), written, name, language)
                    ending = "" if language == SWEDISH else f"-{language}"
                    made = folder / f"verktyg-{name}{ending}.js"
                    made.write_text(f"window.kbVerktyg = {_json(values)};\n{code}", "utf-8")
    kept.save()


def _values(bank: Kunskapsbank, name: str, data: Callable[[Kunskapsbank], object]) -> object:
    bank, texts = in_english(bank) if spoken() == ENGLISH else bank, words()["verktyg"]
    made = {"ord": texts[name], "gemensamt": texts["gemensamt"], "data": data(bank), "platser": {"jamfor": "/jamfor/"}}
    return for_scripts(made, words()["sprakval"]) if spoken() == ENGLISH else made


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def guide_data(bank: Kunskapsbank) -> Mapping[str, object]:
    """Questions, rules and outcomes of the decision guide, names of forms, groups by area; nothing without a guide."""
    record = bank.vagval.get(GUIDE)
    if record is None:
        return {}
    shown = {"fragor", "regler", "uteslutningar", "utfall"}
    left_out = {key: {"__all__": fields} for key, fields in _ON_THE_PAGE.items() if key in shown}
    guide = record.model_dump(mode="json", include=shown, exclude=left_out)
    groups = sorted(bank.grupp.items(), key=lambda item: (item[1].land != "sverige", sort_key(item[1].namn)))
    used = {area for _, group in groups for area in group.omraden}
    return {
        **guide,
        "former": {name: form.namn for name, form in bank.samverkansform.items()},
        "omraden": {area: name for area, name in labels(bank.kriterium["omrade"]).items() if area in used},
        "grupper": [
            {
                "namn": group.namn,
                "adress": f"/grupper/{name}/",
                "omraden": list(group.omraden),
                "utomlands": group.land != "sverige",
            }
            for name, group in groups
        ],
    }


def assessment_data(bank: Kunskapsbank) -> Mapping[str, object]:
    """The parts of the self-assessment with their statements, and the number of its edition."""
    fields = {"namn", "fraga", "pastaenden"}
    left_out = {"pastaenden": {"__all__": _ON_THE_PAGE["pastaenden"]}}
    return {
        "utgava": edition(bank),
        "delar": [
            {"id": name, **part.model_dump(mode="json", include=fields, exclude=left_out)} for name, part in parts(bank)
        ],
    }


# What all tools share.
SHARED = ("grund", "visa")
EDITOR = ("text", "andra", "regler", "ord", "falt", "delar", "slut", "utkast", "post")
# Each tool's parts beside what all share, and what its data are made by.
TOOLS: Mapping[str, tuple[tuple[str, ...], Callable[[Kunskapsbank], object]]] = {
    "valj-form": (("steg", "valj-logik"), guide_data),
    "totalmetoden": (
        ("rakna", "tabell", "totalmetoden-logik", "totalmetoden-figur"),
        lambda _: {"fall": words()["verktyg"]["totalmetoden"]["fall_rader"]},
    ),
    "kostnader": (("rakna", "tabell", "kostnader-logik"), lambda _: {}),
    "sjalvskattning": (("steg", "sjalvskattning-logik", "sjalvskattning-adress"), assessment_data),
    "redigera": (("yaml", "valruta", *(f"redigera-{part}" for part in EDITOR)), form_data),
}
