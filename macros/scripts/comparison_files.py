"""The scripts with which a reader compares records of an own choice, written at build under `/assets/jamfor/`.

The files are classic scripts that put their data in `window.kbJamfor`, since a page opened from a
folder may not fetch anything: `grund.js` holds the words and the names of what can be compared,
`<kind>.<hash>.js` the cells, filters and sources of one kind. Where a kind has many records, their cells and sources
lie in pieces of their own, fetched for the records that are shown. The script itself is written in parts, which are
joined here: those that pages load, and those that only a reader who saves a file needs.
"""

import json
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from macros.compare.chosen import COMPARABLE, MOST_BOXES
from macros.kept import Kept
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, LANGUAGES, SWEDISH, speaking, spoken
from macros.ord import words
from macros.scripts.comparison import NOT_COMPARABLE, Exported, base, dataset
from macros.scripts.pieces import in_pieces, pieces_of
from macros.site.fingerprint import hashed
from macros.translation.bank import in_english
from macros.translation.html import for_scripts

SCRIPT = Path("assets") / "js" / "jamfor.js"
# In the order in which they need each other; the script that starts them comes last.
PARTS = (
    *(f"jamfor-{part}.js" for part in ("logik", "forsta", "adress", "element", "rita", "punkter")),
    "verktyg-valruta.js",
    *(f"jamfor-{part}.js" for part in ("dela", "verktyg", "sok", "forklara", "heltabell")),
)
# What only a site needs in which records of some kind are found by typing.
PARTS_FOR_MANY = frozenset({"verktyg-valruta.js", "jamfor-sok.js"})
# What is fetched when a reader saves the table as a file.
PARTS_FOR_FILES = ("jamfor-excel.js", "jamfor-fil.js")


def write_comparison_data(site: Path, bank: Kunskapsbank) -> None:
    """Writes the scripts with data into a built site, and the one script that reads them."""
    script = site / SCRIPT
    many = any(len(bank.records(kind)) > MOST_BOXES for kind in COMPARABLE)
    parts = [part for part in PARTS if many or part not in PARTS_FOR_MANY]
    for_files = _joined(script.parent, PARTS_FOR_FILES)
    script.write_text(_joined(script.parent, (*parts, script.name)), "utf-8")
    folder = site / "assets" / "jamfor"
    folder.mkdir(parents=True, exist_ok=True)
    others = {kind: list(bank.records(kind)) for kind in NOT_COMPARABLE}
    tools = {
        "spara": _write(folder, "spara.js", for_files),
        "andra": _write(folder, "andra.js", f"window.kbJamfor.andraNamn = {_json(others)};\n"),
    }
    for language in LANGUAGES:
        with speaking(language):
            _write_language(folder, in_english(bank) if language == ENGLISH else bank, tools, bank.mark)


def _joined(scripts: Path, parts: Iterable[str]) -> str:
    return "".join((scripts / part).read_text("utf-8") for part in parts)


def _write_language(folder: Path, bank: Kunskapsbank, tools: Mapping[str, str], mark: str) -> None:
    """Writes the scripts with data in the language of now. What the records of `mark` give is kept."""
    ending = "" if spoken() == SWEDISH else f"-{spoken()}"
    kept = Kept(f"jamfor-{spoken()}")
    files = {}
    for kind in COMPARABLE:
        for name, text in kept.get(partial(_scripts, bank, kind, ending), kind, mark):
            (folder / name).write_bytes(text.encode())
            # The script that names the others comes last.
            files[kind] = name
    kept.save()
    whole = {**base(bank), "filer": {**files, **tools}}
    (folder / f"grund{ending}.js").write_text(f"window.kbJamfor = {_json(whole)};\n", "utf-8")


def _scripts(bank: Kunskapsbank, kind: str, ending: str) -> list[list[str]]:
    """The scripts with the data of a kind, each with its name: its pieces, and then the one that names them."""
    data, pieces = in_pieces(dataset(bank, kind), pieces_of(bank, kind))
    made = [_named(f"{kind}{ending}-bit.js", _piece_script(kind, piece)) for piece in pieces]
    own = {**data, "bitar": [name for name, _ in made]} if made else data
    return [*made, _named(f"{kind}{ending}.js", f"window.kbJamfor.data.{kind} = {_json(own)};\n")]


def _named(name: str, text: str) -> list[str]:
    """A script's name with its hash, so that browsers may keep it, and the script.

    Only the script with the words tells the names of the others.
    """
    return [hashed(name, text.encode()), text]


def _write(folder: Path, name: str, text: str) -> str:
    """Writes a script under a name with its hash, and gives the name."""
    file, _ = _named(name, text)
    (folder / file).write_bytes(text.encode())
    return file


def _piece_script(kind: str, piece: Exported) -> str:
    added = (f"Object.assign(window.kbJamfor.data.{kind}.{part}, {_json(held)});\n" for part, held in piece.items())
    return "".join(added)


def _json(value: object) -> str:
    if spoken() == ENGLISH:
        value = for_scripts(value, words()["sprakval"])
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
