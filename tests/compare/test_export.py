import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.compare.chosen import COMPARABLE, ambiguous, chosen_table
from macros.compare.evidence import EVIDENCE
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.scripts.comparison import base, dataset
from macros.scripts.comparison_files import PARTS, PARTS_FOR_FILES, PARTS_FOR_MANY
from macros.scripts.pieces import MOST_IN_PIECE, in_pieces, pieces_of
from tests.conftest import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "js"


@pytest.mark.parametrize("kind", COMPARABLE)
def test_every_record_is_exported_with_a_cell_for_every_criterion(kind: str, bank: Kunskapsbank) -> None:
    made = dataset(bank, kind)
    assert {record["id"] for record in made["poster"]} == set(bank.records(kind)) == set(made["celler"])
    assert all(len(cells) == len(made["punkter"]) for cells in made["celler"].values())
    assert len({point["id"] for point in made["punkter"]}) == len(made["punkter"])


@pytest.mark.parametrize("kind", COMPARABLE)
def test_every_cited_source_is_exported(kind: str, bank: Kunskapsbank) -> None:
    made = dataset(bank, kind)
    shown = [fact for cells in made["celler"].values() for cell in cells if cell for fact in cell.get("u", ())]
    cited = {key for fact in shown for key in fact.get("k", ())}
    assert cited == set(made["kallor"]) != set()
    assert all("k" in fact for fact in shown if "ar" in fact or "c" in fact)


def test_a_law_is_told_with_the_wording_that_was_read(bank: Kunskapsbank) -> None:
    cited = {key: shown for kind in COMPARABLE for key, shown in dataset(bank, kind)["kallor"].items()}
    laws = [key for key in cited if bank.kalla[key].lage]
    assert laws
    assert all(str(bank.kalla[key].lage) in cited[key]["text"] for key in laws)


@pytest.mark.parametrize("kind", COMPARABLE)
def test_two_exports_of_the_same_data_are_the_same(kind: str, bank: Kunskapsbank) -> None:
    assert json.dumps(dataset(bank, kind)) == json.dumps(dataset(bank, kind))


def test_every_word_that_the_script_asks_for_is_handed_over(bank: Kunskapsbank) -> None:
    script = "".join((SCRIPTS / name).read_text("utf-8") for name in (*PARTS, *PARTS_FOR_FILES, "jamfor.js"))
    asked = set(re.findall(r"\bord\.(\w+)", script))
    assert len(asked) > 40
    given: dict[str, Any] = base(bank)["ord"]
    assert asked <= set(given)
    assert set(words()["jamfor"]["skript"]) <= asked, "a word that nothing shows"


def test_the_script_holds_no_swedish_of_its_own() -> None:
    for path in SCRIPTS.glob("jamfor*.js"):
        code = re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        assert not re.findall(r"\"[^\"\n]*[åäöÅÄÖ][^\"\n]*\"", code), path.name


def test_pages_load_one_script_joined_from_its_parts(site: Path) -> None:
    found = list((site / "assets" / "js").glob("jamfor*.js"))
    assert len(found) == 1
    joined = found[0].read_text("utf-8")
    for part in (each for each in PARTS if each not in PARTS_FOR_MANY):
        code = (SCRIPTS / part).read_text("utf-8").splitlines()
        assert code[-2].strip() in joined


def test_what_makes_files_is_fetched_by_itself_and_no_page_names_it(site: Path) -> None:
    (fetched,) = (site / "assets" / "jamfor").glob("spara.*.js")
    held = fetched.read_text("utf-8")
    (loaded,) = (site / "assets" / "js").glob("jamfor*.js")
    for part in PARTS_FOR_FILES:
        code = (SCRIPTS / part).read_text("utf-8").splitlines()[-2].strip()
        assert code in held
        assert code not in loaded.read_text("utf-8")
    assert not any(fetched.name in path.read_text("utf-8") for path in site.rglob("*.html"))


def test_where_records_are_many_each_stands_with_its_sources_in_one_piece(bank: Kunskapsbank) -> None:
    real: list[tuple[str, Any]] = list(bank.grupp.items())
    copies = {f"{key}-{number}": record for number in range(4) for key, record in real}
    larger = bank.with_records(grupp=copies)
    whole = dataset(larger, "grupp")
    rest, pieces = in_pieces(whole, pieces_of(larger, "grupp"))
    assert rest["celler"] == rest["kallor"] == {}
    assert max(len(piece["celler"]) for piece in pieces) <= MOST_IN_PIECE
    assert sorted(key for piece in pieces for key in piece["celler"]) == sorted(copies)
    for record in rest["poster"]:
        piece = pieces[record["bit"]]
        cells = piece["celler"][record["id"]]
        assert cells == whole["celler"][record["id"]]
        cited = {key for cell in cells if cell for fact in cell.get("u", ()) for key in fact.get("k", ())}
        assert cited <= set(piece["kallor"])


def test_where_records_are_few_there_are_no_pieces(bank: Kunskapsbank) -> None:
    assert pieces_of(bank, "grupp") == ()
    whole = dataset(bank, "grupp")
    assert in_pieces(whole, ()) == (whole, [])


def test_evidence_shows_only_where_something_is_known(bank: Kunskapsbank) -> None:
    yes_no = words()["ja_nej"]
    with_evidence = {row.section for row in chosen_table(bank, "grupp", ("bebo", "belok"), yes_no).rows}
    assert set(EVIDENCE.values()) <= with_evidence
    neither = [name for name, group in bank.grupp.items() if not group.kannetecken and not group.framgangsfaktorer]
    without = {row.section for row in chosen_table(bank, "grupp", neither[:2], yes_no).rows}
    assert not set(EVIDENCE.values()) & without


def test_identifiers_say_which_kind_they_belong_to(bank: Kunskapsbank) -> None:
    """While they do, no address needs `slag`; the links add it as soon as one does not."""
    for kind in COMPARABLE:
        assert not ambiguous(bank, kind)
