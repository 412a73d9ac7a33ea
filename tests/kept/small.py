"""The files of the built small site as kept texts."""

from pathlib import Path

from tests.kept.reading import READERS, without_hash

KEPT = Path(__file__).parent / "texts"
# What says nothing of the small site: the field reference, the style page, schemas and criteria are the program's
# own; the copy to download and the guides hold every page once more.
LEFT_OUT = (
    "bidra/falt",
    "bidra/e-post",
    "bidra/regler",
    "om/formsprak",
    "om/tillganglighet",
    "nedladdning",
    "assets/",
    "sitemap",
    "utskrift/vagledning",
    "utskrift/hela-kunskapsbanken",
    "data/openapi",
    "data/v1/kriterier",
)
# Of all assets the data of comparisons are kept; beside them lie the words of the interface, and a script.
_DATA, _NO_DATA = "assets/jamfor/", ("grund", "spara")


def texts(site: Path) -> dict[str, str]:
    """The kept text of every file that has one, by its name."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        reader = READERS.get(path.suffix)
        own = name.endswith((".schema.json", "csv-metadata.json"))
        told = not name.startswith(LEFT_OUT) or (name.startswith(_DATA) and not path.name.startswith(_NO_DATA))
        if reader and path.is_file() and told and not own:
            found[f"{without_hash(name)}.txt"] = reader(path)
    return found
