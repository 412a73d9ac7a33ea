"""`kunskapsbank ny` writes a file that a newcomer can fill in, and overwrites nothing."""

from pathlib import Path
from typing import Any

import pytest

from macros.cli import main
from macros.forms.template import STARTED, file_stem
from macros.loading.yaml_source import parse
from macros.model import KINDS
from tests.cases import check, errors, small_site

REQUIRED = {
    "grupp": ["slag=bestallargrupp", "land=sverige", "omraden=energi,lokaler"],
    "norm": ["slag=kalkylmetod", "omraden=energi"],
    "projekt": [
        "omraden=energi",
        "problem=Svårt [@kalla-ett].",
        "gjort=Mätt [@kalla-ett].",
        "resultat=Bra [@kalla-ett].",
        "nytta=Mät.",
    ],
    "begrepp": ["forklaring=Ett ord som prövas."],
    "kalla": ["slag=rapport", "sprak=sv", "last=hel"],
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_site(tmp_path / "site")
    monkeypatch.setenv("KUNSKAPSBANK_DATA", str(root / "data"))
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("kind", STARTED)
def test_file_with_all_required_values_has_no_errors(kind: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = [*REQUIRED[kind]]
    if kind not in {"begrepp", "kalla"}:
        given.append("sammanfattning=En post som bara finns för att prövas.")
    flags = [part for pair in given for part in ("--falt", pair)]
    assert main(["ny", kind, "En ny post", *flags]) == 0
    path = site / "data" / KINDS[kind].folder / "en-ny-post.yml"
    assert path.is_file()
    assert f"data/{KINDS[kind].folder}/en-ny-post.yml" in capsys.readouterr().out
    assert errors(check(site)) == []


@pytest.mark.parametrize("kind", STARTED)
def test_empty_file_says_what_is_left_and_nothing_else_is_wrong(
    kind: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ny", kind, "En ny post"]) == 0
    out = capsys.readouterr().out
    left = [line.split(":")[0].split(".yml")[-1] for line in out.splitlines() if line.startswith("  ")]
    found = errors(check(site))
    assert found
    for error in found:
        assert "Fältet är tomt" in error, error
        assert any(f" {name.strip()}: Fältet är tomt" in error for name in left), (error, left)


def test_every_field_stands_in_the_file_with_its_explanation(site: Path) -> None:
    main(["ny", "grupp", "En ny post"])
    text = (site / "data" / "grupper" / "en-ny-post.yml").read_text("utf-8")
    for name, field in KINDS["grupp"].model.model_fields.items():
        assert f"\n{name}:" in text or f"\n# {name}:" in text
        assert (field.description or "")[:30] in text
    assert text.startswith("# yaml-language-server: $schema=../.schema/grupp.json\n")


def test_nothing_is_overwritten(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "data" / "grupper" / "alfa.yml").read_bytes()
    assert main(["ny", "grupp", "Alfa"]) == 1
    assert "finns redan" in capsys.readouterr().err
    assert (site / "data" / "grupper" / "alfa.yml").read_bytes() == before


@pytest.mark.parametrize("name", ["!!!", "con", "index", "../alfa", ""])
def test_name_that_gives_no_usable_file_is_refused(name: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(site.rglob("*"))
    assert main(["ny", "grupp", "x", "--id", name]) == (0 if name == "" else 1)
    if name:
        assert sorted(site.rglob("*")) == before
        assert "Filnamnet" in capsys.readouterr().err


@pytest.mark.usefixtures("site")
def test_unknown_field_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ny", "grupp", "Ny", "--falt", "lnd=sverige"]) == 1
    assert "Menade du: land?" in capsys.readouterr().err


@pytest.mark.usefixtures("site")
def test_a_new_record_can_be_started_while_another_has_errors() -> None:
    assert main(["ny", "grupp", "Först"]) == 0
    assert main(["ny", "kalla", "Sedan"]) == 0


def test_questions_are_asked_at_a_terminal(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["En grupp som prövar frågorna.", "bestallargrupp", "sverige", "energi, lokaler"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert main(["ny", "grupp", "Frågad"]) == 0
    data: Any = parse((site / "data" / "grupper" / "fragad.yml").read_text("utf-8"), "").data
    assert data["omraden"] == ("energi", "lokaler")
    assert "Välj bland" in asked[1]
    assert errors(check(site)) == []


@pytest.mark.parametrize(
    "text", ['Namn: med "citat"', "# inte en kommentar", "{{ 7 * 7 }}", "- streck", "ja", "2026-11-23"]
)
def test_any_name_is_written_as_it_is(text: str, site: Path) -> None:
    main(["ny", "begrepp", text, "--id", "prov"])
    assert parse((site / "data" / "begrepp" / "prov.yml").read_text("utf-8"), "").fields["namn"] == text


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Återbruk & Möbler", "aterbruk-mobler"),
        ("4S Ledningsnät", "4s-ledningsnat"),
        ("Élan – ØST", "elan-ost"),
        ("x" * 90, "x" * 60),
        (
            "Gruppen för energieffektivisering och gemensamma kravspecifikationer",
            "gruppen-for-energieffektivisering-och-gemensamma",
        ),
    ],
)
def test_name_gives_a_readable_identifier(name: str, stem: str) -> None:
    assert file_stem(name) == stem
