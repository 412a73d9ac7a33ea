"""What the checker of types is told of the data (overrides/skript/*.d.ts) is what the build gives the scripts."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from macros.compare.chosen import COMPARABLE
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.scripts.comparison import base, dataset
from macros.scripts.editor import form_data
from macros.scripts.pieces import in_pieces
from macros.scripts.tools import TOOLS, assessment_data, guide_data
from macros.search.packing import pack
from macros.search.write import make_index, script_words
from tests.conftest import ROOT
from tests.search.conftest import BANK, PAGES

TYPES = ROOT / "overrides" / "skript"
_INTERFACE = re.compile(r"^( *)interface (\w+)[^{]*\{\n(.*?)^\1\}", re.MULTILINE | re.DOTALL)
_NAMESPACE = re.compile(r"^declare namespace (\w+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_WORDS = re.compile(r"^( *)type (\w+) = Words<\{(.*?)\}>;", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"^\s*(\w+)(\??)[(:]", re.MULTILINE)


@cache
def shapes() -> Mapping[str, Mapping[str, bool]]:
    """Each interface with its keys, and whether they may be missing: `Jamfor.Point`."""
    found = {}
    for path in TYPES.glob("*.d.ts"):
        for space, content in _NAMESPACE.findall(path.read_text("utf-8")):
            for indent, name, body in _INTERFACE.findall(content):
                own = re.findall(rf"^{indent}  (?! ).*", body, re.MULTILINE)
                keys = _KEY.findall("\n".join(own))
                found[f"{space}.{name}"] = {key: bool(optional) for key, optional in keys}
    return found


def plain(value: object) -> Any:
    """Data as the scripts get them."""
    return json.loads(json.dumps(value))


def wrong(name: str, made: Iterable[Mapping[str, Any]], added: frozenset[str] = frozenset()) -> list[str]:
    """What an interface says that the data do not, and the reverse; `added` is what the scripts add themselves."""
    rows = list(made)
    assert rows, name
    shape = {key: optional for key, optional in shapes()[name].items() if key not in added}
    given = {key for row in rows for key in row}
    missing = {key for row in rows for key, optional in shape.items() if not optional and key not in row}
    return sorted({f"+{key}" for key in given - set(shape)} | {f"-{key}" for key in (set(shape) - given) | missing})


def test_a_key_too_many_or_too_few_is_told() -> None:
    assert wrong("Jamfor.Question", [{"namn": "A", "punkter": []}]) == []
    assert wrong("Jamfor.Question", [{"namn": "A"}]) == ["-punkter"]
    assert wrong("Jamfor.Question", [{"namn": "A", "punkter": [], "ny": 1}]) == ["+ny"]
    assert wrong("Jamfor.Source", [{"titel": "A", "text": "b"}, {"titel": "A", "text": "b", "adress": "c"}]) == []


def test_the_data_of_comparisons(bank: Kunskapsbank) -> None:
    whole = plain(base(bank))
    assert wrong("Jamfor.Base", [{**whole, "filer": {}}], frozenset({"andraNamn"})) == []
    assert wrong("Jamfor.Kind", whole["slag"].values()) == []
    made = [plain(dataset(bank, kind)) for kind in COMPARABLE]
    in_parts = [{**data, "bitar": []} for data in made]
    assert wrong("Jamfor.Dataset", [*made, *in_parts]) == []
    divided, _ = in_pieces(made[0], [[record["id"] for record in made[0]["poster"]]])
    assert wrong("Jamfor.Post", [*divided["poster"], *(each for data in made for each in data["poster"])]) == []
    for name, key in (("Point", "punkter"), ("Filter", "filter"), ("Question", "fragor")):
        assert wrong(f"Jamfor.{name}", (each for data in made for each in data[key])) == [], name
    assert wrong("Jamfor.Option", (each for data in made for one in data["filter"] for each in one["val"])) == []
    assert wrong("Jamfor.Source", (each for data in made for each in data["kallor"].values())) == []
    cells = [cell for data in made for row in data["celler"].values() for cell in row if cell]
    assert {frozenset(cell) for cell in cells} == {frozenset({"s", "u"}), frozenset({"ej"})}
    assert wrong("Jamfor.Entry", (entry for cell in cells for entry in cell.get("u", ()))) == []


def test_the_index_of_the_search() -> None:
    index = make_index(PAGES, BANK)
    assert wrong("Sok.Index", [index]) == []
    assert wrong("Sok.Answerable", [index["svar"]]) == []
    packed = pack(index)
    changed = {key for key, value in packed.items() if value != index[key]}
    assert changed <= set(shapes()["Sok.PackedParts"])


def test_the_data_of_tools(bank: Kunskapsbank) -> None:
    guide = plain(guide_data(bank))
    assert wrong("Verktyg.Guide", [guide]) == []
    for name, key in (
        ("Question", "fragor"),
        ("Rule", "regler"),
        ("Exclusion", "uteslutningar"),
        ("Outcome", "utfall"),
    ):
        assert wrong(f"Verktyg.{name}", guide[key]) == [], name
    assert wrong("Verktyg.Group", guide["grupper"]) == []
    assessment = plain(assessment_data(bank))
    assert wrong("Verktyg.Assessment", [assessment]) == []
    assert wrong("Verktyg.Part", assessment["delar"]) == []
    assert wrong("Verktyg.Statement", (each for part in assessment["delar"] for each in part["pastaenden"])) == []
    _, cases = TOOLS["totalmetoden"]
    assert wrong("Verktyg.Cases", [plain(cases(bank))]) == []


def nodes(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """A node of the description of a record, and all that it holds."""
    yield node
    inside = [node[key] for key in ("av", "nyckel") if key in node] + [field["nod"] for field in node.get("falt", ())]
    for one in inside:
        yield from nodes(one)


def test_the_description_of_records(bank: Kunskapsbank) -> None:
    data = plain(form_data(bank))
    assert wrong("Redigera.Data", [data]) == []
    assert wrong("Redigera.Patterns", [data["monster"]]) == []
    assert wrong("Redigera.Kind", data["slag"].values()) == []
    every = [node for kind in data["slag"].values() for node in nodes(kind["nod"])]
    assert wrong("Redigera.Field", (field for node in every for field in node.get("falt", ()))) == []
    text = (TYPES / "redigera.d.ts").read_text("utf-8")
    told = {sort for line in re.findall(r"\bt: ([^;}]*)", text) for sort in re.findall(r'"(\w+)"', line)}
    assert told == {node["t"] for node in every}
    rules = {rule for node in every for rule in node.get("r", ())}
    (named,) = re.findall(r"type RuleName = (.*);", text)
    assert set(re.findall(r'"(\w+)"', named)) == rules


def nested(given: Mapping[str, Any]) -> Iterator[str]:
    """The words that are more than a text."""
    return (key for key, value in given.items() if not isinstance(value, str))


def told(name: str, space: str) -> set[str]:
    """The words that a type names as more than texts."""
    for path in TYPES.glob("*.d.ts"):
        for found, content in _NAMESPACE.findall(path.read_text("utf-8")):
            for _, own, body in _WORDS.findall(content):
                if (found, own) == (space, name):
                    return {key for key, _ in _KEY.findall(re.sub(r"[;{]\s*(?=\w+\??:)", "\n", body))}
    raise KeyError(name)


def test_words_that_are_more_than_texts(bank: Kunskapsbank) -> None:
    assert told("Ord", "Jamfor") == set(nested(base(bank)["ord"]))
    search = script_words()
    assert told("IndexWords", "Sok") == set(nested(search))
    assert told("AnswerWords", "Sok") == set(nested(search["svar"]))
    tools = words()["verktyg"]
    assert told("Ord", "Verktyg") == {key for name in TOOLS for key in nested({**tools["gemensamt"], **tools[name]})}
