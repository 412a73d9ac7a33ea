"""The small site built once as a contributor would build it, and its files as kept texts."""

import shutil
from pathlib import Path

import yaml

from tests.cases import menu_of, small_site
from tests.conftest import ROOT, build_site
from tests.kept.reading import READERS

KEPT = Path(__file__).parent / "texts"
# What says nothing of the small site: the field reference, the style page, schemas and criteria are the program's
# own; the copy to download and the guides hold every page once more.
LEFT_OUT = (
    "bidra/falt",
    "bidra/e-post",
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
# Pages that every page's header and footer lead to.
FIXED = (
    "index",
    "om/kontakt",
    "om/oppna-data",
    "lattlast/index",
    "om/in-english",
    "bidra/index",
    "sok",
    "skriv-ut",
    "bilda-en-grupp/behov-och-inriktning",
    "en/index",
    "en/search",
)
TRANSLATIONS = {"en/index": "index.md", "en/search": "sok.md"}
PAGE = """---
title: {title}
sammanfattning: En sida som bara finns för att prova bygget av en liten webbplats.
malgrupp: [alla]
andrad: "2026-11-23"
granskad: "2026-11-23"
---

Text.
{more}
## Nästa steg

- Läs [ordlistan](/ordlista.md).
"""


def project(root: Path) -> Path:
    """The small valid project in a folder of its own, with the real theme, hook and menu."""
    small_site(root)
    for name in FIXED:
        path = root / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        more = "\n{{ utskrifter() }}\n" if name == "skriv-ut" else ""
        text = PAGE.format(title=f"Sidan {name}", more=more)
        if name in TRANSLATIONS:
            text = text.replace("malgrupp:", f"sprak: en\noversattning_av: {TRANSLATIONS[name]}\nmalgrupp:")
        path.write_text(text, "utf-8")
    shutil.copytree(ROOT / "data" / "kallor", root / "data" / "kallor", dirs_exist_ok=True)
    (root / "macros").symlink_to(ROOT / "macros")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings["nav"] = menu_of(root, settings["nav"])
    settings["not_in_nav"] = "*"
    settings["theme"]["custom_dir"] = str(ROOT / "overrides")
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return root


def built(folder: Path) -> Path:
    """The small site, built by the command."""
    root = project(folder / "projekt")
    done = build_site(root / "site", root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def texts(site: Path) -> dict[str, str]:
    """The kept text of every file that has one, by its name; the register of sources is the real one and left out."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        reader = READERS.get(path.suffix)
        own = "kallor" in name or name.endswith((".schema.json", "csv-metadata.json"))
        if reader and path.is_file() and not name.startswith(LEFT_OUT) and not own:
            found[f"{name}.txt"] = reader(path)
    return found
