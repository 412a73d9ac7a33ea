"""Whether a group is alive and how to reach it: first on its page and sheet, and never fresher than its facts."""

import re
from pathlib import Path

import pytest

from macros.facts.standing import ended, label, standing, youngest_year
from macros.kunskapsbank import Kunskapsbank
from macros.model.base import Handelse, Uppgift
from macros.pages.related import related


def test_the_youngest_year_is_of_a_fact_and_never_of_a_goal(bank: Kunskapsbank) -> None:
    group = bank.grupp["bebo"].model_copy(update={"granskad": "2026-11-23"})
    before = youngest_year(group)
    assert before is not None
    later = Handelse(ar=2025, text="Något hände.", kallor=("bebo-hist",))
    assert youngest_year(group.model_copy(update={"handelser": (*group.handelser, later)})) == 2025
    goal = Handelse(ar=2030, text="Målet ska vara nått.", kallor=("bebo-hist",))
    assert youngest_year(group.model_copy(update={"handelser": (*group.handelser, goal)})) == before
    spoken = Uppgift[str](varde="ja", kallor=("bebo-hist",), avser="2022–2024")
    assert youngest_year(group.model_copy(update={"verksam": spoken})) == 2024


def test_the_state_is_said_in_words(bank: Kunskapsbank) -> None:
    keino = bank.grupp["keino"]
    end = ended(keino)
    assert end == 2024
    assert standing(keino).state == "Avslutad 2024."
    assert label(keino) == "avslutad 2024"
    unknown = bank.grupp["bebo"].model_copy(update={"avslutad": "uppgift saknas", "verksam": "uppgift saknas"})
    assert standing(unknown).state == "Verksam i dag: uppgift saknas."
    alive = unknown.model_copy(update={"verksam": Uppgift[str](varde="ja", kallor=("bebo-hist",), avser="2025")})
    assert standing(alive).state == "Verksam i dag: ja (2025)."
    assert label(alive) == "verksam 2025"


def test_every_group_page_says_first_where_the_group_is_and_how_old_the_evidence_is(
    bank: Kunskapsbank, site: Path
) -> None:
    for identifier, group in bank.grupp.items():
        page = (site / "grupper" / identifier / "index.html").read_text("utf-8")
        text = page[page.index('<div class="text') :]
        box = text[text.index('class="lage"') :]
        assert text.index('class="lage"') < text.index("<table"), identifier
        if group.webb:
            assert f'href="{group.webb}"' in box[: box.index("</div>")], identifier
        words = re.sub(r"<[^>]+>", "", box[: box.index("</div>")])
        assert standing(group).sentence in re.sub(r"\s+", " ", words.replace("\u00a0", " ")), identifier


def test_a_group_is_related_only_to_factors_that_are_known_and_yes(bank: Kunskapsbank) -> None:
    factor = next(iter(bank.framgangsfaktor))
    texts = {"faktorer": "Faktorer"}

    def shown(value: object) -> list[str]:
        group = bank.grupp["bebo"].model_copy(update={"framgangsfaktorer": {factor: value}})
        changed = bank.with_records(grupp={"bebo": group})
        groups = related(changed, "grupp", "bebo", _AnyWords(texts))
        return [link.address for found in groups if found.heading == "Faktorer" for link in found.links]

    address = f"/framgangsfaktorer/{factor}/"
    assert shown(Uppgift[str](varde="ja", kallor=("bebo-hist",))) == [address]
    assert shown(Uppgift[str](varde="nej", kallor=("bebo-hist",))) == []
    assert shown("uppgift saknas") == []


class _AnyWords(dict[str, str]):
    """Words where every missing key is its own text."""

    def __missing__(self, key: str) -> str:
        return key


@pytest.mark.parametrize("kind", ["grupp"])
def test_the_review_of_a_record_is_not_said_to_make_its_facts_fresh(bank: Kunskapsbank, site: Path, kind: str) -> None:
    for identifier in bank.records(kind):
        page = (site / "grupper" / identifier / "index.html").read_text("utf-8")
        assert "Uppgifterna jämförda med källorna:" in page
        assert "Senast granskad" not in page
