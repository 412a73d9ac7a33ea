"""Nothing that is written in a form is dropped, moved or glued to something else."""

from pathlib import Path

import pytest

from macros.forms.form_answers import answers
from macros.forms.forms import forms
from tests.cases import real_bank

FORMS = Path(__file__).parent / "forms"
FORM = next(form for form in forms(real_bank()) if form.name == "projekt")


def _said(name: str) -> dict[str, str]:
    return answers((FORMS / f"{name}.txt").read_text("utf-8"), FORM)


@pytest.mark.parametrize("name", ["formular-ord-och-kolon-i-svar", "formular-mejl-ord-och-kolon"])
def test_a_word_and_a_colon_in_an_answer_stay_in_it(name: str) -> None:
    said = _said(name)
    assert said["gjort"] == "Vi mätte [1].\nResultat: se rapporten [1].\nKlart."
    assert said["resultat"] == "Det blev bättre [1]."


def test_a_line_in_parentheses_is_kept_but_not_the_forms_own() -> None:
    assert "(Mätningen gjordes 2019 av en konsult.)" in _said("formular-rad-inom-parentes")["gjort"]
    assert not [answer for answer in _said("formular-mejl-ord-och-kolon").values() if answer.startswith("(")]


def test_a_label_as_a_heading_in_an_answer_is_part_of_it() -> None:
    said = _said("formular-rubrik-i-svar")
    assert said["problem"] == "Så här var det [1].\n\n### Resultat\n\nInget blev bättre [1]."
    assert (said["gjort"], said["resultat"]) == ("Vi mätte [1].", "Det blev bättre [1].")


@pytest.mark.parametrize("label", ["Namn:", "NAMN:", "**Namn:**", "**Namn**:"])
def test_labels_are_known_as_people_write_them(label: str) -> None:
    assert answers(f"{label} Provprojekt\nSammanfattning: Kort.\n", FORM)["namn"] == "Provprojekt"
