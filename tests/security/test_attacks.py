"""Nothing that a contributor writes can run code or script: each attack is refused at its own place.

Attacks that are accepted as harmless text are looked for in the built site by `test_built_site.py`.
"""

import json
from pathlib import Path

import pytest

from macros.checks import errors_of, gather
from macros.problems.problem import Problem
from tests.cases import SMALL, TODAY, laid_over
from tests.security.corpus import Attack, attacks, file_names

HEAD = """---
{title}
sammanfattning: En sida som prövar ett angrepp i taget.
malgrupp: [alla läsare]
andrad: "2026-11-23"
granskad: "2026-11-23"
---
"""
GROUP = (SMALL / "data" / "grupper" / "alfa.yml").read_text("utf-8")


def _each(corpus: str, *, accepted: bool | None = None, decode: bool = True) -> list[object]:
    chosen = [attack for attack in attacks(corpus, decode=decode) if accepted is None or attack.is_text == accepted]
    return [pytest.param(attack, id=attack.name) for attack in chosen]


def _errors(root: Path, path: str, content: bytes) -> list[Problem]:
    """The errors of a file when it has some content."""
    with laid_over(root, {path: content}):
        return [problem for problem in errors_of(gather(root, root / "data", TODAY)) if problem.path == path]


def _written(root: Path, path: str, text: str) -> list[Problem]:
    return _errors(root, path, text.encode())


def test_there_are_enough_attacks() -> None:
    names = [*file_names()]
    for corpus in ("vagledning", "sidhuvud", "yaml", "markdownfalt", "kortfalt", "adress"):
        found = [f"{corpus}: {attack.name}" for attack in attacks(corpus)]
        assert len(found) == len(set(found)), corpus
        names.extend(found)
    assert len(names) >= 150


@pytest.mark.parametrize("attack", _each("vagledning"))
def test_attack_in_guidance_is_refused_at_its_line(attack: Attack, lent: Path) -> None:
    head = HEAD.format(title="title: Angrepp")
    found = _written(lent, "docs/om/angrepp.md", f"{head}\n{attack.text}\n")
    first = head.count("\n") + 2
    assert [problem for problem in found if first <= problem.line <= first + attack.text.count("\n")]


@pytest.mark.parametrize("attack", _each("sidhuvud"))
def test_attack_in_front_matter_is_refused(attack: Attack, lent: Path) -> None:
    text = f"{HEAD.format(title=attack.text)}\nText.\n"
    assert _written(lent, "docs/om/angrepp.md", text)


@pytest.mark.parametrize("attack", _each("yaml"))
def test_attack_on_the_reader_is_refused(attack: Attack, lent: Path) -> None:
    found = _written(lent, "data/grupper/fall.yml", f"{attack.text}\n")
    assert found
    # The same text as a whole record must not slip through because a needed field is missing.
    assert [problem for problem in found if problem.rule != "missing"] or "tom" in found[0].message


@pytest.mark.parametrize("attack", _each("markdownfalt", accepted=False))
def test_attack_in_a_markdown_field_is_refused(attack: Attack, lent: Path) -> None:
    indented = attack.text.replace("\n", "\n      ")
    text = GROUP.split("berattelse:")[0] + f"berattelse:\n  - rubrik: Angrepp\n    text: |\n      {indented}\n"
    found = _written(lent, "data/grupper/alfa.yml", text)
    assert [problem for problem in found if problem.line >= text.count("\n") - attack.text.count("\n")]


@pytest.mark.parametrize("attack", _each("markdownfalt", accepted=True))
def test_odd_text_in_a_markdown_field_is_accepted(attack: Attack, lent: Path) -> None:
    text = GROUP.split("berattelse:")[0] + f"berattelse:\n  - rubrik: Text\n    text: |\n      {attack.text}\n"
    assert _written(lent, "data/grupper/alfa.yml", text) == []


FIELDS = {
    "name": ("namn: Alfa", "namn: {}", 1),
    "comment": ("kommentar: Så står det i källan.", "kommentar: {}", 19),
    "search word": ("sokord: [provgrupp]", "sokord: [{}]", 3),
}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("attack", _each("kortfalt", accepted=False))
def test_attack_in_a_short_field_is_refused(attack: Attack, field: str, lent: Path) -> None:
    old, new, line = FIELDS[field]
    text = GROUP.replace(old, new.format(json.dumps(attack.text)))
    found = _written(lent, "data/grupper/alfa.yml", text)
    assert [problem for problem in found if problem.line == line]


@pytest.mark.parametrize("attack", _each("kortfalt", accepted=True))
def test_odd_text_in_a_short_field_is_accepted(attack: Attack, lent: Path) -> None:
    text = GROUP
    for old, new, _ in FIELDS.values():
        text = text.replace(old, new.format(json.dumps(attack.text)))
    assert _written(lent, "data/grupper/alfa.yml", text) == []


@pytest.mark.parametrize("attack", _each("adress"))
def test_attack_in_an_address_is_refused(attack: Attack, lent: Path) -> None:
    text = GROUP.replace("webb: https://www.example.org/alfa", f"webb: {json.dumps(attack.text)}")
    found = _written(lent, "data/grupper/alfa.yml", text)
    assert [problem for problem in found if problem.line == 10]


@pytest.mark.parametrize("name", file_names())
def test_file_name_is_refused(name: str, lent: Path) -> None:
    folder = (
        "docs/om" if name.endswith((".md", ".html", ".js", ".css", ".svg", ".htaccess", ".php")) else "data/grupper"
    )
    source = lent / ("docs/om/index.md" if folder == "docs/om" else "data/grupper/alfa.yml")
    assert _errors(lent, f"{folder}/{name}", source.read_bytes())
