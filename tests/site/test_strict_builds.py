"""Builds of small sites: what is wrong stops the build, is told, and leaves the previous site whole."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.cases import menu_of, small_site
from tests.conftest import ROOT, build_site

# Pages that every page's header and footer lead to, and the generated pages.
FIXED = (
    "index",
    "om/kontakt",
    "om/oppna-data",
    "lattlast/index",
    "om/in-english",
    "bidra/index",
    "bilda-en-grupp/index",
    "bilda-en-grupp/behov-och-inriktning",
    "sok",
    "skriv-ut",
)
PAGE = """---
title: {title}
sammanfattning: En sida som bara finns för att prova bygget av en liten webbplats.
malgrupp: [alla]
andrad: "2026-11-23"
granskad: "2026-11-23"
---

Text.

## Nästa steg

- Läs [ordlistan](/ordlista.md).
"""


def write_fixed_pages(docs: Path) -> None:
    for name in FIXED:
        path = docs / f"{name}.md"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGE.format(title=f"Sidan {name}"), "utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small valid project in a folder of its own, built with the real theme and hook."""
    root = small_site(tmp_path / "projekt")
    write_fixed_pages(root / "docs")
    # Pages that every site has (the accessibility statement, the style page) cite the real register.
    shutil.copytree(ROOT / "data" / "kallor", root / "data" / "kallor", dirs_exist_ok=True)
    (root / "macros").symlink_to(ROOT / "macros")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings["nav"] = menu_of(root, settings["nav"])
    settings["not_in_nav"] = "*"
    settings["theme"]["custom_dir"] = str(ROOT / "overrides")
    settings["hooks"] = [str(ROOT / "macros" / "hook.py")]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    """Every file by its name, and for an archive every file in it."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for name in [name for name in found if name.endswith(".zip")]:
        with zipfile.ZipFile(io.BytesIO(found.pop(name))) as archive:
            found |= {f"{name}/{member}": archive.read(member) for member in archive.namelist()}
    return found


def test_a_small_site_builds(small: Path, tmp_path: Path) -> None:
    done = build_site(tmp_path / "ut", root=small)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "ut" / "index.html").is_file()
    for path in (small / "data" / "grupper").glob("*.yml"):
        assert (tmp_path / "ut" / "grupper" / path.stem / "index.html").is_file()


FAULTS = {
    "unknown macro": ("docs/index.md", "\n{{ finns_inte() }}\n", "finns_inte"),
    "unknown figure": ("docs/index.md", '\n{{ figur("tidslinjen") }}\n', "tidslinje"),
    "unknown page": ("docs/index.md", "\n[bort](/grupper/finns-inte.md)\n", "/grupper/finns-inte.md"),
    "unknown anchor": ("docs/index.md", "\n[bort](/ordlista.md#finns-inte)\n", "finns-inte"),
    "unknown source": ("docs/index.md", "\nText [@finns-inte].\n", "finns-inte"),
    "broken YAML": ("data/kallor/trasig.yml", "titel: [\n", "data/kallor/trasig.yml"),
    "record in Latin-1": ("data/kallor/latin.yml", b"titel: \xe5\n", "UTF-8"),
}


@pytest.mark.parametrize(("place", "content", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_stops_the_build_and_leaves_the_old_site(
    small: Path, tmp_path: Path, place: str, content: str | bytes, told: str
) -> None:
    target = tmp_path / "ut"
    assert build_site(target, root=small).returncode == 0
    before = tree(target)
    file = small / place
    with file.open("ab") as opened:
        opened.write(content if isinstance(content, bytes) else content.encode())
    done = build_site(target, root=small)
    assert done.returncode == 1
    assert told in done.stderr
    assert place in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(target) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["projekt", "ut"]


def test_all_faults_are_told_at_once(small: Path, tmp_path: Path) -> None:
    (small / "data" / "kallor" / "ett.yml").write_text("titel: [\n", "utf-8")
    (small / "data" / "kallor" / "tva.yml").write_text("", "utf-8")
    with (small / "docs" / "index.md").open("a", encoding="utf-8") as opened:
        opened.write("\nText [@finns-inte].\n")
    told = build_site(tmp_path / "ut", root=small).stderr
    for place in ("data/kallor/ett.yml:", "data/kallor/tva.yml:", "docs/index.md:"):
        assert place in told
    assert not (tmp_path / "ut").exists()


def test_what_has_moved_leads_on_and_what_was_wrong_says_so(small: Path, tmp_path: Path) -> None:
    folder = small / "data" / "grupper"
    kept = min(folder.glob("*.yml")).stem
    (folder / "gammalt-namn.yml").write_text(f"flyttad_till: {kept}\n", "utf-8")
    reason = 'aterkallad: "2026-11-20"\nskal: Gruppen har aldrig funnits.\n'
    (folder / "fanns-aldrig.yml").write_text(reason, "utf-8")
    (small / "docs" / "om" / "borta.md").write_text(f"---\n{reason}---\n", "utf-8")
    (small / "docs" / "om" / "flyttad.md").write_text("---\nflyttad_till: /om/kontakt.md\n---\n", "utf-8")
    done = build_site(tmp_path / "ut", root=small)
    assert done.returncode == 0, done.stdout + done.stderr
    html = (tmp_path / "ut" / "grupper" / "gammalt-namn" / "index.html").read_text("utf-8")
    assert f"../{kept}/" in html
    assert 'url=../kontakt/"' in (tmp_path / "ut" / "om" / "flyttad" / "index.html").read_text("utf-8")
    for address in ("grupper/fanns-aldrig", "om/borta"):
        html = (tmp_path / "ut" / address / "index.html").read_text("utf-8")
        assert "<h1>Uppgiften är återkallad</h1>" in html
        assert "20 november 2026" in html
        assert "Gruppen har aldrig funnits." in html
        # Nothing else of it is left: not in lists, comparison, search or open data.
        others = [path for path in (tmp_path / "ut").rglob("*") if path.is_file() and path.parent.name not in address]
        left = [str(path) for path in others if address.rsplit("/")[-1].encode() in path.read_bytes()]
        assert [path for path in left if not path.endswith(("sitemap.xml", ".zip"))] == []


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "igen"
    done = build_site(again)
    assert done.returncode == 0, done.stderr
    assert tree(again) == tree(site)


def test_properdocs_makes_the_same_site_but_for_the_generator(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "properdocs"
    done = build_site(other, "--motor", "properdocs")
    assert done.returncode == 0, done.stderr
    ours, theirs = tree(site), tree(other)
    assert ours.keys() == theirs.keys()
    for name, content in ours.items():
        if content != theirs[name]:
            pairs = zip(content.decode().splitlines(), theirs[name].decode().splitlines(), strict=True)
            differing = {line.strip()[:22] for pair in pairs if pair[0] != pair[1] for line in pair}
            assert differing == {'<meta name="generator"'}, name


def test_the_old_site_is_replaced_whole(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "ut"
    target.mkdir()
    (target / "gammal.html").write_text("kvar", "utf-8")
    assert build_site(target, root=small).returncode == 0
    assert not (target / "gammal.html").exists()
