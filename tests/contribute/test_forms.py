"""Forms are fresh, complete, and read back into a record that passes every check."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.cli import main
from macros.forms.filled_form import read_record
from macros.forms.form_answers import answers, best_form
from macros.forms.forms import CORRECTION, KINDS_WITH_FORM, Form, as_mail, form_files, forms
from macros.forms.new_source import proposed_source
from macros.loading.load import load
from macros.loading.yaml_source import parse
from macros.loading.yaml_text import to_yaml
from macros.model import KINDS
from tests.cases import PROJECT, TODAY, check, errors, real_bank, small_site

BANK = real_bank()
FORMS = {form.name: form for form in forms(BANK)}
SOURCES = "1. Den första källan\n2. kalla-tva"
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "grupp": {
        "namn": "Prövad grupp",
        "sammanfattning": "En grupp som prövar formuläret.",
        "sokord": "prov, ett till",
        "slag": "beställargrupp",
        "land": "Sverige",
        "omraden": "energi, vatten och avlopp",
        "webb": "https://www.example.org/ny",
        "bildad": "1989 [1]",
        "verksam": "Ja [2]",
        "avslutad": "Ej tillämpligt",
        "antal_medlemmar": "17 [1] (2011); 7 500,5 [1, 2] (2011-2012)",
        "finansiering": "medlemmarna, statligt stöd [1]",
        "syfte": "Att pröva; på två sätt [1]",
        "kallor": SOURCES,
        "koppling": "Ingen.",
    },
    "projekt": {
        "namn": "Prövat projekt",
        "sammanfattning": "Ett projekt som prövar formuläret.",
        "grupper": "alfa",
        "omraden": "energi",
        "metod": "mätning [1]",
        "problem": "Det var svårt [1].\n\nMycket svårt [1, 2].",
        "gjort": "Vi mätte [2].",
        "resultat": "Det blev bättre [1].",
        "nytta": "Mät ni också.",
        "kallor": SOURCES,
        "koppling": "Jag arbetar i gruppen.",
    },
    "norm": {
        "namn": "Prövad norm",
        "sammanfattning": "En norm som prövar formuläret.",
        "slag": "kalkylmetod",
        "omraden": "energi",
        "grupper": "alfa",
        "provad": "nej [1]",
        "kallor": SOURCES,
        "koppling": "Ingen.",
    },
}


def as_issue(form: Form, given: Mapping[str, str]) -> str:
    """A filled form as GitHub writes it."""
    parts = [f"### {question.label}\n\n{given.get(question.name, '_No response_')}" for question in form.questions]
    return "\n\n".join([*parts, "### Innan ni skickar\n\n- [x] Jag har skrivit texten själv."])


def as_filled_mail(form: Form, given: Mapping[str, str], quote: str = "") -> str:
    """A filled form as someone writes it in an e-mail."""
    text = as_mail(form)
    for question in form.questions:
        text = text.replace(f"\n{question.label}: \n", f"\n{question.label}: {given.get(question.name, '')}\n")
    return "\n".join(f"{quote}{line}" for line in text.split("\n"))


WAYS: Mapping[str, Callable[..., str]] = {
    "issue": as_issue,
    "issue with windows line ends": lambda form, given: as_issue(form, given).replace("\n", "\r\n"),
    "mail": as_filled_mail,
    "quoted mail": lambda form, given: as_filled_mail(form, given, "> "),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_site(tmp_path / "site")
    monkeypatch.setenv("KUNSKAPSBANK_DATA", str(root / "data"))
    monkeypatch.chdir(root)
    return root


def _run(site: Path, text: str, *flags: str) -> int:
    (site / "svar.md").write_text(text, "utf-8", newline="")
    return main(["formular", "svar.md", *flags])


@pytest.mark.parametrize("place", form_files(BANK))
def test_form_files_are_fresh(place: str) -> None:
    assert (PROJECT / place).read_text("utf-8") == form_files(BANK)[place], "run: kunskapsbank schema"


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_labels_are_unique_and_sources_and_interests_are_asked_for(form: Form) -> None:
    labels = [question.label for question in form.questions]
    assert len(labels) == len(set(labels))
    required = {question.name for question in form.questions if question.required}
    assert required & {"kallor", "kalla"}
    assert "koppling" in required


@pytest.mark.parametrize("kind", KINDS_WITH_FORM)
def test_every_simple_field_is_asked_for(kind: str) -> None:
    asked = {question.name for question in FORMS[kind].questions}
    composed = {"medlemmar", "siffror", "handelser", "berattelse", "lattlast", "kannetecken", "andrad", "granskad"}
    composed |= {"framgangsfaktorer"} if kind == "grupp" else set()
    assert set(KINDS[kind].model.model_fields) - asked == composed & set(KINDS[kind].model.model_fields)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", KINDS_WITH_FORM)
def test_filled_form_becomes_a_valid_file(kind: str, way: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = {**ANSWERS[kind]}
    if "mail" in way:
        given = {name: " ".join(value.split("\n\n")) for name, value in given.items()}
    assert _run(site, WAYS[way](FORMS[kind], given)) == 0, capsys.readouterr().out
    (path,) = (site / "data" / KINDS[kind].folder).glob("prov*.yml")
    assert f"data/{KINDS[kind].folder}/{path.name}" in capsys.readouterr().out
    assert errors(check(site)) == []


def test_values_are_read_as_people_write_them(site: Path) -> None:
    assert _run(site, as_issue(FORMS["grupp"], ANSWERS["grupp"])) == 0
    data: Any = parse((site / "data" / "grupper" / "provad-grupp.yml").read_text("utf-8"), "").data
    assert data["bildad"] == {"varde": 1989, "kallor": ("kalla-ett",)}
    assert data["verksam"]["varde"] == "ja"
    assert data["avslutad"] == "ej tillämpligt"
    assert [fact["varde"] for fact in data["antal_medlemmar"]] == [17, 7500.5]
    assert [fact["avser"] for fact in data["antal_medlemmar"]] == ["2011", "2011–2012"]
    assert data["finansiering"]["varde"] == ("medlemmarna", "statligt-stod")
    assert data["syfte"]["varde"] == "Att pröva; på två sätt"
    assert data["initiativ"] == "uppgift saknas"


FAULTS = {
    "no source": ({"bildad": "1989"}, "”Bildad”: uppgiften ”1989” har ingen källa. Skriv källans siffra efter"),
    "unknown source number": ({"bildad": "1989 [7]"}, "källan [7] efter ”1989 [7]” finns inte under Källor."),
    "source that says too little": (
        {"kallor": "1. Vi vet det själva"},
        "Källa 1 går inte att känna igen: Vi vet det själva. Skriv titel, utgivare, år och webbadress",
    ),
    "unknown choice": ({"land": "Sverje"}, "”Land”: ”Sverje” går inte att välja. Välj bland: Sverige"),
    "required question empty": ({"sammanfattning": ""}, "Frågan ”Sammanfattning” är inte besvarad."),
    "no interests told": ({"koppling": "_No response_"}, "Frågan ”Er koppling” är inte besvarad."),
    "too short": ({"sammanfattning": "Kort."}, "”Sammanfattning”: Texten är för kort. Skriv minst 20 tecken."),
    "a year that is none": ({"bildad": "i fjol [1]"}, "”Bildad”: Här ska det stå ett heltal."),
    "no web address": ({"webb": "javascript:alert(1)"}, "”Webbplats”: Webbadressen är inte giltig."),
    "script": ({"namn": "<script>alert(1)</script>"}, "”Namn”: HTML-taggar får inte användas."),
    "formula": ({"sokord": "=SUM(A1)"}, "”Sökord”: Texten får inte börja med ”=”."),
    "name that exists": ({"namn": "Alfa"}, "Filen alfa.yml finns redan."),
    "name without letters": ({"namn": "!!!"}, "Filnamnet går inte att använda."),
    "name that climbs": ({"namn": "../../etc/passwd \u202e"}, "Texten har ett tecken som inte får användas"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_missing_is_told_in_words_of_the_form(
    fault: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed, told = FAULTS[fault]
    before = sorted(path for path in (site / "data").rglob("*"))
    assert _run(site, as_issue(FORMS["grupp"], {**ANSWERS["grupp"], **changed})) == 1
    assert told in capsys.readouterr().out
    assert sorted(path for path in (site / "data").rglob("*")) == before


def test_a_new_source_becomes_a_record_of_its_own(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = {
        **ANSWERS["grupp"],
        "kallor": "1. Årsberättelse 2024. Provgruppen, 2025. https://prov.example/ab.pdf\n2. kalla-tva",
    }
    assert _run(site, as_issue(FORMS["grupp"], said)) == 0, capsys.readouterr().out
    source: Any = parse((site / "data" / "kallor" / "arsberattelse-2024.yml").read_text("utf-8"), "").data
    assert (source["titel"], source["utgivare"], source["ar"]) == ("Årsberättelse 2024", "Provgruppen", 2025)
    assert (source["adress"], source["slag"]) == ("https://prov.example/ab.pdf", "rapport")
    group: Any = parse((site / "data" / "grupper" / "provad-grupp.yml").read_text("utf-8"), "").data
    assert group["bildad"]["kallor"] == ("arsberattelse-2024",)
    assert errors(check(site)) == []
    out = capsys.readouterr().out
    assert "data/kallor/arsberattelse-2024.yml" in out
    assert "Kontrollera slag, språk" in out


def test_an_unclear_source_is_told_once_and_not_at_each_fact(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(site, as_issue(FORMS["grupp"], {**ANSWERS["grupp"], "kallor": "1. Vi\n2. kalla-tva"})) == 1
    out = capsys.readouterr().out
    assert out.count("Källa 1") == 1
    assert "finns inte under Källor" not in out


SOURCE_LINES = {
    "Upphandling i Skövde. Skövde kommun, 2020.": ("Upphandling i Skövde", "Skövde kommun", 2020, "uppgift saknas"),
    "En rapport, Skövde 2020": ("En rapport", "Skövde", 2020, "uppgift saknas"),
    "Om gruppen – Region Norr, https://norr.example/om": (
        "Om gruppen",
        "Region Norr",
        "uppgift saknas",
        "https://norr.example/om",
    ),
    "https://bara.example/": None,
    "x. 2020": None,
}


@pytest.mark.parametrize("line", SOURCE_LINES)
def test_a_line_about_a_source_is_read_as_people_write_it(line: str) -> None:
    expected, found = SOURCE_LINES[line], proposed_source(line, {"en-rapport"}, TODAY)
    if expected is None:
        assert found is None
        return
    assert found
    key, values = found
    assert (values["titel"], values["utgivare"], values["ar"], values["adress"]) == expected
    assert key != "en-rapport"


def test_all_faults_are_told_at_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faulty = {**ANSWERS["grupp"], "bildad": "1989", "land": "Sverje", "sammanfattning": ""}
    assert _run(site, as_issue(FORMS["grupp"], faulty)) == 1
    assert capsys.readouterr().out.count("\n- ") >= 3


def test_a_correction_names_the_file_to_edit(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = {
        "sida": "https://www.example.org/grupper/alfa/#bildad",
        "star": "1989",
        "borde": "1990",
        "kalla": "Årsrapporten",
        "koppling": "Ingen",
    }
    assert _run(site, as_issue(FORMS[CORRECTION], said)) == 0
    assert "data/grupper/alfa.yml" in capsys.readouterr().out
    assert _run(site, as_issue(FORMS[CORRECTION], {**said, "sida": "/finns/inte/"})) == 1
    assert "Det finns ingen sida med adressen" in capsys.readouterr().out


@pytest.mark.parametrize("kind", FORMS)
def test_the_form_is_recognised_by_its_questions(kind: str) -> None:
    assert best_form(as_issue(FORMS[kind], {}), tuple(FORMS.values())).name in FORMS
    filled = as_issue(FORMS[kind], {question.name: "x" for question in FORMS[kind].questions})
    assert best_form(filled, tuple(FORMS.values())).name == kind


def test_a_heading_inside_an_answer_does_not_take_over_a_question() -> None:
    said = answers(as_issue(FORMS["norm"], {"namn": "A", "ovrigt": "x\n\n### Namn\n\nB"}), FORMS["norm"])
    assert said["namn"] == "A"


def test_unreadable_file_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "latin.md").write_bytes("Å".encode("latin-1"))
    assert main(["formular", "latin.md"]) == 1
    assert main(["formular", "finns-inte.md"]) == 1
    assert capsys.readouterr().err.count("Filen går inte att läsa") == 2


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([q.name for q in FORMS["grupp"].questions]), st.text(max_size=300)))
def test_any_answers_give_data_that_yaml_can_hold(given_answers: dict[str, str]) -> None:
    filled = read_record(as_issue(FORMS["grupp"], given_answers), FORMS["grupp"], BANK, TODAY)
    if filled.values:
        parsed = parse(to_yaml(filled.values), "x.yml")
        assert not [problem for problem in parsed.problems if "siffror" not in problem.message]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=2000))
def test_any_text_at_all_is_read_without_failing(text: str) -> None:
    for form in FORMS.values():
        assert isinstance(answers(text, form), dict)
    json.dumps(read_record(text, FORMS["grupp"], BANK, TODAY).missing)


@pytest.mark.parametrize(
    "sources",
    ["1. Den första källan\n2. kalla-tva", "- Den första källan\n- kalla-tva", "Den första källan\nkalla-tva"],
)
def test_sources_are_numbered_from_one_with_numbers_or_without(site: Path, sources: str) -> None:
    small = load(site / "data").valid_part()
    said = as_issue(FORMS["grupp"], {**ANSWERS["grupp"], "kallor": sources})
    filled = read_record(said, FORMS["grupp"], small, TODAY)
    founded, active = filled.values["bildad"], filled.values["verksam"]
    assert isinstance(founded, dict)
    assert isinstance(active, dict)
    assert (founded["kallor"], active["kallor"]) == (("kalla-ett",), ("kalla-tva",))
