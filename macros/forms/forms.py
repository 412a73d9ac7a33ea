"""Forms for those who would rather not write YAML: for code hosts and for e-mail, made from the models.

A form asks in the reader's words. Its labels are the fields' titles, so that a filled form can be
read back (`macros.forms.filled_form`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.kunskapsbank import Kunskapsbank
from macros.loading.yaml_text import to_yaml
from macros.model import KINDS
from macros.model.fields import Described, fields
from macros.model.plain import Plain
from macros.ord import words

Control = Literal["input", "textarea", "dropdown", "multiple", "checkbox"]
KINDS_WITH_FORM = tuple(kind.name for kind in KINDS.values() if kind.has_form)
CORRECTION = "rattelse"
# Fields that the one who reviews fills in, and composed ones that a form cannot ask for simply.
_LEFT_OUT = frozenset({"andrad", "granskad"})
_COMPOSED = frozenset({"del", "karta"})
_MENUS = frozenset({"dropdown", "multiple"})


@dataclass(frozen=True)
class Question:
    """A question of a form: `name` is the field, or a name of its own when `field` is None."""

    name: str
    label: str
    help: str
    control: Control
    required: bool
    options: tuple[tuple[str, str], ...] = ()
    field: Described | None = None
    example: str = ""


@dataclass(frozen=True)
class Form:
    """A form: what it is for and its questions."""

    name: str
    title: str
    about: str
    questions: tuple[Question, ...]


def forms(bank: Kunskapsbank) -> tuple[Form, ...]:
    """Every form."""
    text = words()["formular"]
    made = []
    for kind in KINDS_WITH_FORM:
        asked = tuple(_question(bank, field) for field in fields(KINDS[kind].model) if _is_asked(field))
        made.append(
            Form(kind, text[kind]["titel"], text[kind]["om"], (*asked, *_closing("kallor", "koppling", "ovrigt")))
        )
    correction = _closing("sida", "star", "borde", "kalla", "koppling")
    return (*made, Form(CORRECTION, text[CORRECTION]["titel"], text[CORRECTION]["om"], correction))


def _is_asked(field: Described) -> bool:
    return field.name not in _LEFT_OUT and field.shape not in _COMPOSED


def _question(bank: Kunskapsbank, field: Described) -> Question:
    text = words()["formular"]
    options = tuple(_options(bank, field)) if field.criterion or field.allowed else ()
    if field.is_fact:
        listed = f" {text['valj'].format(varden=', '.join(name for name, _ in options))}" if options else ""
        example = text["exempel"]["ja" if field.allowed else field.shape].format(val=options[0][0] if options else "")
        help_text = f"{field.description}{listed}"
        return Question(
            field.name, field.title, help_text, "input", required=False, options=options, field=field, example=example
        )
    control: Control = "textarea" if field.shape == "text" else "input"
    if options:
        control = "multiple" if field.is_list else "dropdown"
    help_text = field.description + (f" {text['med_komma']}" if field.is_list and not options else "")
    if field.refers:
        help_text += f" {text['nycklar']}"
    return Question(field.name, field.title, _plain(help_text), control, field.required, options, field)


def _plain(text: str) -> str:
    """Advice on citations in the words of the form: a number instead of a key."""
    return text.replace("[@bebo-hist]", "[1]")


def _options(bank: Kunskapsbank, field: Described) -> Iterator[tuple[str, str]]:
    """Allowed values as the reader sees them, each with how it is written in a record."""
    criterion = bank.kriterium.get(field.criterion)
    if criterion:
        yield from ((value.namn, value.id) for value in criterion.varden)
    else:
        yield from ((value, value) for value in field.allowed)


def _closing(*names: str) -> tuple[Question, ...]:
    """Questions of the form's own, in `ord.yml`."""
    text = words()["formular"]["fragor"]
    return tuple(
        Question(name, text[name]["namn"], text[name]["om"], text[name]["slag"], text[name]["kravs"]) for name in names
    )


def as_issue_form(form: Form) -> str:
    """The form for GitHub and Forgejo."""
    text = words()["formular"]
    body: list[Plain] = [{"type": "markdown", "attributes": {"value": f"{text['inledning']}\n"}}]
    body += [_element(question) for question in form.questions]
    body.append(_consent())
    head = {"name": form.title, "description": form.about, "title": f"{form.title}: ", "labels": [text["etikett"]]}
    return f"# {words()['formular']['genererad']}\n{to_yaml({**head, 'body': body})}"


def _element(question: Question) -> dict[str, Plain]:
    attributes: dict[str, Plain] = {"label": question.label, "description": question.help}
    if question.example:
        attributes["placeholder"] = question.example
    is_menu = question.control in _MENUS
    if is_menu:
        attributes["multiple"] = question.control == "multiple"
        attributes["options"] = [name for name, _ in question.options]
    kind = "dropdown" if is_menu else question.control
    return {
        "type": kind,
        "id": question.name,
        "attributes": attributes,
        "validations": {"required": question.required},
    }


def _consent() -> dict[str, Plain]:
    text = words()["formular"]["villkor"]
    options = [{"label": label, "required": True} for label in text["rader"]]
    return {"type": "checkboxes", "id": "villkor", "attributes": {"label": text["namn"], "options": options}}


def as_markdown_template(form: Form) -> str:
    """The form for GitLab, whose templates are Markdown: the same headings, empty."""
    text = words()["formular"]
    lines = [f"<!-- {text['inledning_markdown']} -->", ""]
    for question in form.questions:
        lines += [f"### {question.label}", "", f"<!-- {_advice(question)} -->", "", ""]
    lines += [f"### {text['villkor']['namn']}", "", *(f"- [ ] {row}" for row in text["villkor"]["rader"]), ""]
    return "\n".join(lines)


def as_mail(form: Form) -> str:
    """The form as plain text to copy into an e-mail."""
    text = words()["formular"]
    lines = [form.title.upper(), "", text["inledning_epost"], ""]
    for question in form.questions:
        lines += [f"({_advice(question)})", f"{question.label}: ", ""]
    return "\n".join(lines)


def _advice(question: Question) -> str:
    text = words()["formular"]
    names = ", ".join(name for name, _ in question.options) if question.control in _MENUS else ""
    options = f" {text['valj'].format(varden=names)}" if names else ""
    example = f" {text['till_exempel'].format(exempel=question.example)}" if question.example else ""
    return f"{question.help}{options}{example}"


def form_files(bank: Kunskapsbank) -> dict[str, str]:
    """The text of every form file by its place in the project."""
    made: dict[str, str] = {}
    for form in forms(bank):
        made[f".github/ISSUE_TEMPLATE/{form.name}.yml"] = as_issue_form(form)
        made[f".forgejo/ISSUE_TEMPLATE/{form.name}.yml"] = as_issue_form(form)
        made[f".gitlab/issue_templates/{form.name}.md"] = as_markdown_template(form)
    return made
