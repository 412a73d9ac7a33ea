"""Builds of small sites: what is wrong stops the build, is told, and leaves the previous site whole."""

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.conftest import build_site


def tree(folder: Path) -> dict[str, bytes]:
    """Every file by its name, and for an archive every file in it."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for name in [name for name in found if name.endswith(".zip")]:
        with zipfile.ZipFile(io.BytesIO(found.pop(name))) as archive:
            found |= {f"{name}/{member}": archive.read(member) for member in archive.namelist()}
    return found


def test_a_small_site_builds(small: Path) -> None:
    assert (small / "site" / "index.html").is_file()
    for path in (small / "data" / "grupper").glob("*.yml"):
        assert (small / "site" / "grupper" / path.stem / "index.html").is_file()


_ARCHIVE = re.compile(r"\(zip, [\d.,]+ [kM]B\)")
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
    small: Path, place: str, content: str | bytes, told: str
) -> None:
    target, beside = small / "site", set(small.iterdir())
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
    assert set(small.iterdir()) == beside


def test_all_faults_are_told_at_once(small: Path, tmp_path: Path) -> None:
    (small / "data" / "kallor" / "ett.yml").write_text("titel: [\n", "utf-8")
    (small / "data" / "kallor" / "tva.yml").write_text("", "utf-8")
    with (small / "docs" / "index.md").open("a", encoding="utf-8") as opened:
        opened.write("\nText [@finns-inte].\n")
    told = build_site(tmp_path / "ut", root=small).stderr
    for place in ("data/kallor/ett.yml:", "data/kallor/tva.yml:", "docs/index.md:"):
        assert place in told
    assert not (tmp_path / "ut").exists()


def test_what_has_moved_leads_on_what_was_wrong_says_so_and_the_old_site_is_replaced_whole(small: Path) -> None:
    built = small / "site"
    (built / "gammal.html").write_text("kvar", "utf-8")
    folder = small / "data" / "grupper"
    kept = min(folder.glob("*.yml")).stem
    (folder / "gammalt-namn.yml").write_text(f"flyttad_till: {kept}\n", "utf-8")
    reason = 'aterkallad: "2026-11-20"\nskal: Gruppen har aldrig funnits.\n'
    (folder / "fanns-aldrig.yml").write_text(reason, "utf-8")
    (small / "docs" / "om" / "fanns-inte-langre.md").write_text(f"---\n{reason}---\n", "utf-8")
    (small / "docs" / "om" / "flyttad.md").write_text("---\nflyttad_till: /om/kontakt.md\n---\n", "utf-8")
    done = build_site(built, root=small)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (built / "gammal.html").exists()
    html = (built / "grupper" / "gammalt-namn" / "index.html").read_text("utf-8")
    assert f"../{kept}/" in html
    assert 'url=../kontakt/"' in (built / "om" / "flyttad" / "index.html").read_text("utf-8")
    for address in ("grupper/fanns-aldrig", "om/fanns-inte-langre"):
        html = (built / address / "index.html").read_text("utf-8")
        assert "<h1>Uppgiften är återkallad</h1>" in html
        assert "20 november 2026" in html
        assert "Gruppen har aldrig funnits." in html
        # Nothing else of it is left: not in lists, comparison, search or open data.
        others = [path for path in built.rglob("*") if path.is_file() and path.parent.name not in address]
        left = [str(path) for path in others if address.rsplit("/")[-1].encode() in path.read_bytes()]
        assert [path for path in left if not path.endswith(("sitemap.xml", ".zip"))] == []


def test_two_builds_give_the_same_bytes(small: Path) -> None:
    before = tree(small / "site")
    # Nothing that is kept between builds can make the two alike.
    shutil.rmtree(small / ".cache")
    done = build_site(small / "igen", root=small)
    assert done.returncode == 0, done.stderr
    assert tree(small / "igen") == before


def test_properdocs_makes_the_same_site_but_for_the_generator(small: Path) -> None:
    done = build_site(small / "properdocs", "--motor", "properdocs", root=small)
    assert done.returncode == 0, done.stderr
    ours, theirs = tree(small / "site"), tree(small / "properdocs")
    assert ours.keys() == theirs.keys()
    for name, content in ours.items():
        if content != theirs[name]:
            # The archive of the site holds the other generator's line in each page, so its size may round elsewhere.
            ours_now, theirs_now = (_ARCHIVE.sub("", each.decode()).splitlines() for each in (content, theirs[name]))
            pairs = zip(ours_now, theirs_now, strict=True)
            differing = {line.strip()[:22] for pair in pairs if pair[0] != pair[1] for line in pair}
            assert differing <= {'<meta name="generator"'}, name
