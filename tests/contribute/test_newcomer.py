"""What a newcomer touches by hand: a new kind of record is four files, a new fact field two.

Each is made in a copy of the small project with a copy of the program, and read as a reader meets it.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cases import PROJECT, small_project

pytestmark = pytest.mark.long
WORDS = "macros/ord.yml"
# Prints what the check says, and every page made from the data, as they are before the engine draws them.
READ = """
import json
from datetime import date
from pathlib import Path
from macros.checks import check_material, gather
from macros.loading.load import load
from macros.pages.navigation import with_lists
from macros.guidance.pages import guidance_pages
from macros.pages.site import generated_pages
found = check_material(gather(Path(), Path("data"), date(2026, 11, 23)))
problems = [str(each) for each in found if each.level == "fel"]
bank = load(Path("data")).bank
pages = generated_pages(bank, guidance_pages(Path("docs"))) if bank else ()
print(json.dumps({
    "problems": problems,
    "pages": {page.source: page.body for page in pages},
    "linked": {page.source: page.meta.get("jsonld") for page in pages},
    "menu": with_lists(["a-o.md", {"Jämför": ["jamfor/index.md"]}]),
}))
"""
COURSE = {
    "macros/model/utbildning.py": '''"""A course."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Fakta, Post, Tal
from macros.model.kind import Kind, Listing, Relation
from macros.model.names import Ref


class Utbildning(Post):
    """A course that a group gives."""

    grupper: tuple[Annotated[str, Ref("grupp")], ...] = Field((), title="Grupper", description="Grupper som ger den.")
    dagar: Fakta[Tal] = Field(title="Dagar", description="Hur länge den varar.")


KIND = Kind(
    "utbildning",
    "utbildningar",
    Utbildning,
    place=50,
    page_folder="utbildningar",
    schema_type="Course",
    lists=(Listing("utbildningar", ("dagar",)),),
    relations=(Relation("grupper", "grupp", "grupper"),),
)
''',
    "data/kriterier/utbildning-dagar.yml": """namn: Antal dagar
forklaring: Hur många dagar utbildningen varar.
falt: dagar
galler: [utbildning]
vardeslag: tal
avdelning: tid
ordning: 10
""",
    "data/utbildningar/grundkurs.yml": """namn: Grundkurs
sammanfattning: En kurs för den som ska beställa tillsammans med andra.
andrad: "2026-11-23"
granskad: "2026-11-23"
grupper: [alfa]
dagar:
  varde: 2.5
  kallor: [{kalla}]
""",
}
COURSE_WORDS: Mapping[str, Any] = {
    "slag": {
        "utbildning": {
            "namn": "Utbildning",
            "en": "en utbildning",
            "flera": "utbildningar",
            "rubrik": "Utbildningar",
            "svar": "Utbildningar",
        }
    },
    "falt": {"om": {"utbildning": "En kurs som en grupp ger."}},
    "jamfor": {
        "slag": {
            "utbildningar": {
                "titel": "Jämför utbildningar",
                "sammanfattning": "Kurser jämförda efter hur länge de varar.",
                "sokord": [],
                "tabell": "Utbildningar",
            }
        },
    },
    "sidor": {
        "utbildningar": {
            "titel": "Utbildningar",
            "sammanfattning": "Kurser för den som ska beställa tillsammans med andra.",
            "sokord": [],
            "ingress": "Här finns kurserna.",
        }
    },
    "oppna_data": {
        "samlingar": {
            "utbildningar": {
                "namn": "Utbildningar",
                "om": "Kurser för beställare",
                "en": "Courses",
                "om_en": "Courses for public clients",
            }
        }
    },
}
# Another shape: a list of choices, a text of its own, figures and a story, and no relation to anything.
AGREEMENT = {
    "macros/model/avtal.py": '''"""An agreement."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Avsnitt, Fakta, Kalltext, Post, Siffra
from macros.model.kind import Kind, Listing
from macros.model.names import Val


class Avtal(Post):
    """An agreement that others can use."""

    parter: Fakta[tuple[Annotated[str, Val("avtal-parter")], ...]] = Field(title="Parter", description="Vilka.")
    villkor: Kalltext = Field(title="Villkoren i korthet", description="Vad som står i det.")
    siffror: tuple[Siffra, ...] = Field((), title="Siffror", description="Siffror om avtalet.")
    berattelse: tuple[Avsnitt, ...] = Field((), title="Berättelse", description="Avtalet i avsnitt.")


KIND = Kind("avtal", "avtal", Avtal, place=50, page_folder="avtal", lists=(Listing("avtal", ("parter",)),))
''',
    "data/kriterier/avtal-parter.yml": """namn: Parter i avtalet
forklaring: Vilka som kan skriva på avtalet.
falt: parter
galler: [avtal]
vardeslag: vallista
avdelning: vilka
ordning: 10
varden:
  - id: kommun
    namn: kommuner
  - id: region
    namn: regioner
""",
    "data/avtal/standard.yml": """namn: Standardavtalet
sammanfattning: Ett avtal som kommuner och regioner kan ha som förlaga.
andrad: "2026-11-23"
granskad: "2026-11-23"
parter:
  varde: [kommun, region]
  kallor: [{kalla}]
villkor: Avtalet gäller i tre år. [@{kalla}]
siffror:
  - namn: Längd
    varde: 3
    enhet: år
    kallor: [{kalla}]
berattelse:
  - rubrik: Så kom det till
    text: Parterna skrev det tillsammans. [@{kalla}]
""",
}
_SAME_WORDS = (("utbildningar", "avtal"), ("utbildning", "avtal"), ("Utbildning", "Avtal"))


def _agreement_words() -> Mapping[str, Any]:
    text = json.dumps(COURSE_WORDS)
    for course, agreement in _SAME_WORDS:
        text = text.replace(course, agreement)
    found: Mapping[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with the program in a copy, where a newcomer may change it."""
    root = small_project(tmp_path_factory.mktemp("nykomling") / "projekt")
    (root / "macros").unlink()
    shutil.copytree(PROJECT / "macros", root / "macros")
    (root / "overrides").symlink_to(PROJECT / "overrides")
    return root


@pytest.fixture(scope="module")
def source(project: Path) -> str:
    """The key of a source, for what is made to cite."""
    return next((project / "data/kallor").glob("*.yml")).stem


@pytest.fixture(scope="module")
def said(project: Path, source: str) -> Mapping[str, Any]:
    """What the project says when a course, an agreement and a field of norms have been added to it."""
    _add_kind(project, COURSE, COURSE_WORDS, source)
    _add_kind(project, AGREEMENT, _agreement_words(), source)
    _add_field(project)
    found: Mapping[str, Any] = json.loads(_run(project, "-c", READ))
    return found


def _run(root: Path, *arguments: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _over(under: Any, over: Any) -> Any:
    if not isinstance(over, dict):
        return over
    return {**under, **{key: _over(under.get(key, {}), part) for key, part in over.items()}}


def _add_kind(root: Path, files: Mapping[str, str], words: Mapping[str, Any], source: str) -> None:
    """A new kind, of which these are all the files."""
    for name, text in files.items():
        path = root / name
        assert not path.exists()
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("{kalla}", source), "utf-8")
    path = root / WORDS
    merged = _over(yaml.safe_load(path.read_text("utf-8")), words)
    path.write_text(yaml.safe_dump(merged, allow_unicode=True, sort_keys=False), "utf-8")
    assert len({*files, WORDS}) <= 4


def _add_field(root: Path) -> None:
    """A new fact of norms: in the model, in a criterion, and in the records by the command."""
    model = root / "macros/model/norm.py"
    text = model.read_text("utf-8")
    after = '    provad: Fakta[JaNej] = Field(title="Prövad i projekt"'
    field = '    oversatt: Fakta[JaNej] = Field(title="Översatt", description="Om den finns på engelska.")\n'
    assert text.count(after) == 1
    model.write_text(text.replace(after, field + after), "utf-8")
    criterion = (root / "data/kriterier/norm-provad.yml").read_text("utf-8")
    made = re.sub("^namn: .*", "namn: Finns på engelska", criterion, flags=re.MULTILINE)
    made = re.sub("^i_mening: .*", "i_mening: om den finns på engelska", made, flags=re.MULTILINE)
    made = re.sub("^falt: .*", "falt: oversatt", made, flags=re.MULTILINE)
    (root / "data/kriterier/norm-oversatt.yml").write_text(made, "utf-8")
    _run(root, "-m", "macros.cli", "falt", "ny", "norm", "oversatt")


def _plain(markdown: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markdown).split())


def test_a_new_kind_is_four_files_to_page_index_and_comparison(said: Mapping[str, Any], source: str) -> None:
    assert said["problems"] == []
    pages = {name: _plain(body) for name, body in said["pages"].items()}
    page = pages["utbildningar/grundkurs.md"]
    assert re.search(rf"Antal dagar 2,5 ?\[@{source}\]", page), page
    assert "Grundkurs" in pages["utbildningar/index.md"]
    assert "En kurs för den som ska beställa tillsammans med andra." in pages["utbildningar/index.md"]
    assert "2,5" in pages["utbildningar/index.md"]
    table = pages["jamfor/utbildningar.md"]
    assert all(word in table for word in ("Antal dagar", "Grundkurs", "2,5"))
    assert "Jämför utbildningar" in pages["jamfor/index.md"]
    assert "Grundkurs" in pages["a-o.md"]
    assert "Hur länge den varar." in pages["bidra/falt/utbildning.md"]
    assert said["linked"]["utbildningar/grundkurs.md"]["@type"] == "Course"
    assert "utbildningar/index.md" in said["menu"]
    assert "jamfor/utbildningar.md" in said["menu"][1]["Jämför"]


def test_a_word_that_a_new_kind_lacks_is_named(project: Path) -> None:
    model = project / "macros/model/kurs.py"
    model.write_text(COURSE["macros/model/utbildning.py"].replace("utbildning", "kurs"), "utf-8")
    command = [sys.executable, "-m", "macros.cli", "kontrollera"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    model.unlink()
    assert done.returncode != 0
    assert "macros/ord.yml saknar slag.kurs" in done.stderr


def test_a_kind_of_another_shape_shows_its_choices_texts_figures_and_story(
    said: Mapping[str, Any], source: str
) -> None:
    assert said["problems"] == []
    pages = {name: _plain(body) for name, body in said["pages"].items()}
    page = pages["avtal/standard.md"]
    assert re.search(rf"Parter i avtalet kommuner och regioner ?\[@{source}\]", page), page
    assert f"## Villkoren i korthet Avtalet gäller i tre år. [@{source}]" in page
    assert f"## Så kom det till Parterna skrev det tillsammans. [@{source}]" in page
    assert re.search("Längd 3\u00a0år|Längd 3 år", page), page
    assert "kommuner och regioner" in pages["avtal/index.md"]
    assert "kommuner" in pages["jamfor/avtal.md"]


def test_a_new_fact_field_is_two_files_and_a_command(said: Mapping[str, Any], project: Path) -> None:
    assert said["problems"] == []
    record = next((project / "data/normer").glob("*.yml"))
    assert "om den finns på engelska" in _plain(said["pages"][f"normer/{record.stem}.md"])
    table = _plain(said["pages"]["jamfor/normer.md"])
    assert "Finns på engelska" in table
    assert "\noversatt: uppgift saknas\n" in record.read_text("utf-8")
    assert said["pages"]["bidra/falt/norm.md"].count("Om den finns på engelska.") == 1
