"""`kunskapsbank formular FIL`: turns a filled form into a record's file, or tells what is missing."""

import argparse
import sys
from pathlib import Path

from macros.checks import gather
from macros.checks.material import Material
from macros.cli.parser import Parser
from macros.contribute.proposal import Proposal, check_proposals
from macros.forms.filled_form import Filled, read_record
from macros.forms.form_answers import LONGEST, answers, best_form
from macros.forms.forms import CORRECTION, KINDS_WITH_FORM, Form, forms
from macros.forms.schema import FOLDER
from macros.forms.template import file_stem
from macros.loading.yaml_text import to_yaml
from macros.model import KINDS
from macros.model.plain import PlainMap
from macros.ord import words
from macros.places import data_folder, project_root
from macros.problems.problem import Problem


def add_arguments(parser: Parser) -> None:
    """The filled form, and what it does not say itself."""
    text = words()["svar"]
    parser.add_argument("fil", help=text["fil"])
    parser.add_argument("--slag", choices=(*KINDS_WITH_FORM, CORRECTION), default=None, help=text["slag"])
    parser.add_argument("--id", default=None, help=text["id"])
    parser.add_argument("--visa", action="store_true", help=text["visa"])


def run(chosen: argparse.Namespace) -> int:
    """Writes the record's file, or tells what is missing and gives 1."""
    told = words()["svar"]
    try:
        text = _read(chosen.fil)
    except (OSError, UnicodeDecodeError):
        sys.stderr.write(f"{told['fil_fel'].format(fil=chosen.fil)}\n")
        return 1
    root = project_root(Path.cwd())
    material = gather(root, data_folder(root))
    known = forms(material.loaded.valid_part())
    form = next((form for form in known if form.name == chosen.slag), None) or best_form(text, known)
    if form.name == CORRECTION:
        return _correction(text, form, material)
    filled = read_record(text, form, material.loaded.valid_part(), material.today)
    return _record(filled, form, material, chosen)


def _read(place: str) -> str:
    if place == "-":
        return sys.stdin.read(LONGEST)
    with Path(place).open(encoding="utf-8-sig") as file:
        return file.read(LONGEST)


def _record(filled: Filled, form: Form, material: Material, chosen: argparse.Namespace) -> int:
    """Shows or writes the record and the sources that are new with it, or tells what is missing."""
    told = words()["svar"]
    stem = chosen.id or file_stem(str(filled.values.get("namn", "")))
    proposals = [Proposal(KINDS["kalla"], key, _text("kalla", values)) for key, values in filled.sources.items()]
    proposals.append(Proposal(KINDS[form.name], stem, _text(form.name, filled.values)))
    paths = [material.data / each.kind.folder / f"{each.identifier}.yml" for each in proposals]
    faults = [*filled.missing]
    if not filled.missing:
        faults += [_in_words(problem, form) for problem in check_proposals(material, proposals)]
    if not chosen.visa:
        faults += [words()["ny"]["finns"].format(fil=path.name) for path in paths if path.exists()]
    if faults:
        sys.stdout.write("\n".join([told["brister"], *(f"- {fault}" for fault in faults)]) + "\n")
        return 1
    for path, proposal in zip(paths, proposals, strict=True):
        shown = proposal.shown(material)
        if chosen.visa:
            heading = f"# {told['fil_rubrik'].format(fil=shown)}\n" if filled.sources else ""
            sys.stdout.write(f"{heading}{proposal.text}")
        else:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(proposal.text)
            sys.stdout.write(f"{told['klart'].format(fil=shown)}\n")
    if filled.sources:
        sys.stdout.write(f"{told['nya_kallor'].format(antal=len(filled.sources))}\n")
    if chosen.visa:
        return 0
    for name in ("koppling", "ovrigt"):
        if name in filled.answers:
            sys.stdout.write(f"{told[name].format(svar=filled.answers[name])}\n")
    return 0


def _text(kind: str, values: PlainMap) -> str:
    return f"# yaml-language-server: $schema=../{FOLDER}/{kind}.json\n{to_yaml(values)}"


def _in_words(problem: Problem, form: Form) -> str:
    """A problem in the words of the form: the question's label instead of the field's path."""
    field = problem.reference.rsplit("#", 1)[-1]
    label = next((question.label for question in form.questions if question.name == field), "")
    message = problem.message.split(": ", 1)[-1] if label else problem.message
    return f"{f'”{label}”: ' if label else ''}{message} {problem.hint}".strip()


def _correction(text: str, form: Form, material: Material) -> int:
    """Tells which file a correction is about and repeats what was said."""
    told = words()["svar"]
    said = answers(text, form)
    missing = [told["tomt"].format(fraga=question.label) for question in form.questions if question.name not in said]
    path = _edited_file(said.get("sida", ""), material)
    if "sida" in said and not path:
        missing.append(told["rattelse_okand"].format(sida=said["sida"]))
    if missing:
        sys.stdout.write("\n".join([told["brister"], *(f"- {fault}" for fault in missing)]) + "\n")
        return 1
    sys.stdout.write(f"{told['rattelse'].format(fil=path)}\n")
    for question in form.questions[1:]:
        sys.stdout.write(f"{told['rattelse_svar'].format(fraga=question.label, svar=said[question.name])}\n")
    return 0


def _edited_file(address: str, material: Material) -> str:
    """The file behind a page: a record or a page of guidance; empty when there is no such page."""
    parts = [part for part in address.split("#", 1)[0].split("?", 1)[0].split("/") if part]
    for length in range(1, len(parts) + 1):
        end = parts[-length:]
        for kind in KINDS.values():
            file = material.loaded.files.get((kind.name, end[-1]))
            if file and kind.page_folder and end[:-1] == [kind.page_folder]:
                return file.shown
        for guide in material.guides:
            if guide.src in {f"{'/'.join(end)}.md", f"{'/'.join(end)}/index.md"}:
                return guide.shown
    return ""
