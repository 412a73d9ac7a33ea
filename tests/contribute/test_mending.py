"""What has one right answer is mended, once and for all, and what is right is left as it is."""

from pathlib import Path

import pytest

from macros.contribute.mending import mended_guide, mended_record
from macros.loading.yaml_source import parse
from macros.model import KINDS
from tests.cases import PROJECT, SMALL, TESTS, real

NAMES = real().loaded.names
HEAD = '---\ntitle: Sida\nandrad: "2026-11-23"\n---\n'

# Each repair: the kind of record, what was written and what is right.
RECORDS = {
    "citattecken-kring-datum": ("grupp", "andrad: 2026-11-23\n", 'andrad: "2026-11-23"\n'),
    "datum-utan-nollor": ("kalla", 'hamtad: "2026-1-5"\n', 'hamtad: "2026-01-05"\n'),
    "ar-utan-citattecken": (
        "grupp",
        "bildad:\n  varde: 1989\n  avser: 2011 \n",
        'bildad:\n  varde: 1989\n  avser: "2011"\n',
    ),
    "spann-med-bindestreck": (
        "grupp",
        "siffror:\n  - varde: 7\n    avser: 2011-2012\n",
        'siffror:\n  - varde: 7\n    avser: "2011–2012"\n',
    ),
    "spann-med-blanksteg": ("grupp", 'syfte:\n  avser: "2011 – 2012"\n', 'syfte:\n  avser: "2011–2012"\n'),
    "artal-inom-citattecken": ("grupp", 'bildad:\n  varde: "1989"\n', "bildad:\n  varde: 1989\n"),
    "tal-med-komma": ("grupp", "antal_medlemmar:\n  varde: 7,5\n", "antal_medlemmar:\n  varde: 7.5\n"),
    "tal-med-tusental": ("grupp", "antal_medlemmar:\n  varde: 7 500\n", "antal_medlemmar:\n  varde: 7500\n"),
    "true": ("grupp", "verksam:\n  varde: true\n", "verksam:\n  varde: ja\n"),
    "nej-med-stor-bokstav": ("grupp", "utvarderad:\n  varde: Nej\n", "utvarderad:\n  varde: nej\n"),
    "val-med-stor-bokstav": ("grupp", "land: Sverige\n", "land: sverige\n"),
    "val-med-a-och-o": ("grupp", "omraden: [Bostäder, energi]\n", "omraden: [bostader, energi]\n"),
    "uppgift-saknas": ("grupp", "huvudman: Uppgift saknas.\n", "huvudman: uppgift saknas\n"),
    "namn-pa-post": ("projekt", "grupper: [BeBo]\n", "grupper: [bebo]\n"),
    "lista-utan-klammer": ("projekt", "grupper: bebo, belok\n", "grupper: [bebo, belok]\n"),
    "kallor-med-snabel-a": (
        "grupp",
        "bildad:\n  kallor: [@bebo-hist, @belok-om]\n",
        "bildad:\n  kallor: [bebo-hist, belok-om]\n",
    ),
    "blanksteg-sist": ("grupp", "namn: Alfa  \nland: sverige\t\n\n\n", "namn: Alfa\nland: sverige\n"),
    "blanksteg-inom-citattecken": ("grupp", 'namn: " Alfa: ett "\n', 'namn: "Alfa: ett"\n'),
    "tabb-i-indrag": ("grupp", "bildad:\n\tvarde: 1989\n", "bildad:\n  varde: 1989\n"),
    "tabb-efter-kolon": ("grupp", "namn:\tAlfa\n", "namn: Alfa\n"),
    "hart-blanksteg": (
        "grupp",
        "bildad:\n\u00a0\u00a0varde:\u00a01989\n",
        "bildad:\n  varde: 1989\n",
    ),
    "kolon-utan-blanksteg": ("grupp", "bildad:\n  varde:1989\n", "bildad:\n  varde: 1989\n"),
    "streck-utan-blanksteg": ("grupp", "handelser:\n  -ar: 1989\n", "handelser:\n  - ar: 1989\n"),
    "falt-med-a-och-o": ("grupp", "Områden: [energi]\n", "omraden: [energi]\n"),
    "vikt-text": (
        "grupp",
        "berattelse:\n  - text: >-\n      Ett.\n\n      - två\n      - tre\n",
        "berattelse:\n  - text: |\n      Ett.\n\n      - två\n      - tre\n",
    ),
    "punkter-i-text": (
        "grupp",
        "berattelse:\n  - text: |\n      • ett\n      • två [@bebo-hist, @belok-om]\n",
        "berattelse:\n  - text: |\n      - ett\n      - två [@bebo-hist; @belok-om]\n",
    ),
    "delade-accenter": ("grupp", "namn: A\u030aa\n", "namn: Åa\n"),
    "osynligt-tecken": ("grupp", "\ufeffnamn: Al\u200bfa\n", "namn: Alfa\n"),
    "sokord-som-inte-behovs": ("grupp", "namn: Alfa\nsokord: [alfa, beta]\n", "namn: Alfa\nsokord: [beta]\n"),
    "radslut": ("grupp", "namn: Alfa", "namn: Alfa\n"),
}
GUIDES = {
    "tom-rad-fore-sidhuvud": (f"\n{HEAD}\nText.\n", f"{HEAD}\nText.\n"),
    "blanksteg-vid-strecken": (HEAD.replace("---\n", "--- \n") + "\nText.\n", f"{HEAD}\nText.\n"),
    "datum-i-sidhuvud": (HEAD.replace('"', "") + "\nText.\n", f"{HEAD}\nText.\n"),
    "rubrik-utan-blanksteg": (f"{HEAD}\n##Rubrik\n", f"{HEAD}\n## Rubrik\n"),
    "punkter-fran-word": (f"{HEAD}\n•\tett\n•\ttvå\n", f"{HEAD}\n- ett\n- två\n"),
    "ruta-att-bocka-av": (f"{HEAD}\n- [] ett\n- [x]två\n", f"{HEAD}\n- [ ] ett\n- [x] två\n"),
    "hanvisning-inom-parentes": (f"{HEAD}\nSå är det (@bebo-hist).\n", f"{HEAD}\nSå är det [@bebo-hist].\n"),
    "hanvisning-utan-snabel-a": (f"{HEAD}\nSå är det [bebo-hist].\n", f"{HEAD}\nSå är det [@bebo-hist].\n"),
    "hanvisning-med-komma": (f"{HEAD}\nSå [@bebo-hist,@belok-om].\n", f"{HEAD}\nSå [@bebo-hist; @belok-om].\n"),
    "hanvisning-med-stor-bokstav": (f"{HEAD}\nSå [@Bebo-hist, s. 2].\n", f"{HEAD}\nSå [@bebo-hist, s. 2].\n"),
    "blanksteg-sist-i-stycke": (f"{HEAD}\nText. \n\nText.  \n", f"{HEAD}\nText.\n\nText.\n"),
}
# What has no one answer, or only looks like a fault.
LEFT = {
    "okant-val": ("grupp", "land: Sverje\n"),
    "fritext-med-ar": ("grupp", "syfte:\n  varde: 2011-2012 prövades allt\n"),
    "ja-i-fritext": ("grupp", "syfte:\n  varde: Ja\n"),
    "lista-som-namn": ("grupp", "namn: Alfa, Beta\n"),
    "ratt-skriven": ("grupp", '# En kommentar  med "2026-11-23"\nnamn: Alfa\nbildad:\n  avser: "2011–2012"\n'),
    "trasig": ("grupp", "namn: [\n"),
    "dubbelt-falt": ("grupp", "namn: Alfa\nnamn: Beta\n"),
}


@pytest.mark.parametrize("case", RECORDS)
def test_a_record_is_mended_and_then_right(case: str) -> None:
    kind, written, right = RECORDS[case]
    assert mended_record(KINDS[kind], written, NAMES) == right
    assert mended_record(KINDS[kind], right, NAMES) == right


@pytest.mark.parametrize("case", GUIDES)
def test_a_page_is_mended_and_then_right(case: str) -> None:
    written, right = GUIDES[case]
    assert mended_guide(written, NAMES) == right
    assert mended_guide(right, NAMES) == right


@pytest.mark.parametrize("case", LEFT)
def test_what_has_no_one_answer_is_left(case: str) -> None:
    kind, written = LEFT[case]
    assert mended_record(KINDS[kind], written, NAMES) == written


def test_code_is_left_alone() -> None:
    page = f"{HEAD}\n```text\n•\tett (@bebo-hist)\n##Rubrik\n```\n\nSkriv `(@bebo-hist)` så.\n"
    assert mended_guide(page, NAMES) == page


def test_comments_and_windows_line_ends_are_kept() -> None:
    written = "# Sågs 2026-11-23  i arkivet\r\nandrad: 2026-11-23\r\n\r\n# Slut\r\nnamn: Alfa\r\n"
    assert mended_record(KINDS["grupp"], written, NAMES) == written.replace(": 2026-11-23\r", ': "2026-11-23"\r')


def _records() -> list[Path]:
    return [path for kind in KINDS.values() for path in sorted((PROJECT / "data" / kind.folder).glob("*.yml"))]


def _said(text: str) -> list[str]:
    """The lines without the spaces that no one sees."""
    return [line.rstrip() for line in text.rstrip().split("\n")]


@pytest.mark.long
def test_nothing_in_the_real_texts_is_touched() -> None:
    folders = {kind.folder: kind for kind in KINDS.values()}
    records = _records()
    assert len(records) > 200
    for path in records:
        text = path.read_text("utf-8")
        assert _said(mended_record(folders[path.parent.name], text, NAMES)) == _said(text), path
    for path in sorted((PROJECT / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        assert _said(mended_guide(text, NAMES)) == _said(text), path


@pytest.mark.long
def test_mending_twice_is_mending_once_and_keeps_what_could_be_read() -> None:
    folders = {kind.folder: kind for kind in KINDS.values()}
    faulty = [
        path for top in (TESTS / "loading" / "cases", TESTS / "checks" / "cases", SMALL) for path in top.rglob("*.yml")
    ]
    assert len(faulty) > 100
    for path in faulty:
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        kind = folders.get(path.parent.name)
        if kind:
            once = mended_record(kind, text, NAMES)
            assert mended_record(kind, once, NAMES) == once, path
            assert len(parse(once, "").problems) <= len(parse(text, "").problems), path
