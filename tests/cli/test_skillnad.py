"""`kunskapsbank skillnad` tells a reviewer what changes for the reader, and stops lost addresses."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.cli import main
from macros.contribute.difference_text import LONGEST, code
from tests.cases import small_site

GROUP = "data/grupper/alfa.yml"
Change = Callable[[Path], None]


@pytest.fixture
def sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The site before and after a change; the command runs in the second."""
    before, after = small_site(tmp_path / "before"), small_site(tmp_path / "after")
    (after / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.delenv("KUNSKAPSBANK_DATA", raising=False)
    monkeypatch.chdir(after)
    return before, after


def _replace(root: Path, place: str, old: str, new: str) -> None:
    text = (root / place).read_text("utf-8")
    assert old in text
    (root / place).write_text(text.replace(old, new), "utf-8")


def test_no_change_is_told(sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["skillnad", str(sites[0])]) == 0
    assert "Inget ändras" in capsys.readouterr().out


def test_changed_value_is_shown_before_and_after(sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    before, after = sites
    _replace(after, GROUP, "varde: 2001", "varde: 2002")
    assert main(["skillnad", str(before)]) == 0
    out = capsys.readouterr().out
    assert "### Ändrad post: `data/grupper/alfa.yml`" in out
    assert "- `bildad.varde`: `2001` → `2002`" in out
    assert "ändrade uppgifter: 1, nya uppgifter: 0, borttagna uppgifter: 0" in out
    assert out.count("2002") == 1, "a fact is told once"


def test_new_record_and_source_are_listed(sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    before, after = sites
    shutil.copy(after / GROUP, after / "data/grupper/omega.yml")
    shutil.copy(after / "data/kallor/kalla-ett.yml", after / "data/kallor/kalla-tre.yml")
    assert main(["skillnad", str(before)]) == 0
    out = capsys.readouterr().out
    assert "### Ny post: `data/grupper/omega.yml`" in out
    assert "### Nya adresser\n\n- `/grupper/omega/`" in out
    assert "### Ny post: `data/kallor/kalla-tre.yml`" in out
    assert "nya källor: 1." in out


def _remove_record(root: Path) -> None:
    (root / GROUP).unlink()


def _remove_page(root: Path) -> None:
    (root / "docs/om/index.md").unlink()


@pytest.mark.parametrize(("change", "address"), [(_remove_record, "/grupper/alfa/"), (_remove_page, "/om/")])
def test_lost_address_is_an_error(
    change: Change, address: str, sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = sites
    change(after)
    assert main(["skillnad", str(before)]) == 1
    out = capsys.readouterr().out
    assert "**Fel: 1 adress(er) försvinner utan omdirigering.**" in out
    assert f"- `{address}` saknar omdirigering." in out


def test_renamed_record_with_redirect_is_no_error(sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    before, after = sites
    (after / GROUP).rename(after / "data/grupper/omega.yml")
    (after / GROUP).write_text("flyttad_till: omega\n", "utf-8")
    assert main(["skillnad", str(before)]) == 0
    assert "- `/grupper/alfa/` → `/grupper/omega/`" in capsys.readouterr().out


def test_new_unknown_words_and_readability_are_told(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = sites
    hard = "Verksamhetsansvariga upphandlingsspecialisters samordningsinsatser möjliggör kostnadseffektiviseringar "
    _replace(after, "docs/om/index.md", "## Så läser ni", f"{hard * 8}xyzqvist.\n\n## Så läser ni")
    assert main(["skillnad", str(before)]) == 0
    out = capsys.readouterr().out
    assert "`xyzqvist`" in out.split("### Nya ord")[1]
    assert "- `docs/om/index.md`: LIX" in out
    assert "svårläst" in out


def test_weight_of_built_pages_is_compared(
    sites: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = {name: tmp_path / name for name in ("gammal", "ny")}
    for number, folder in enumerate(built.values()):
        folder.mkdir()
        (folder / "index.html").write_text("".join(map(str, range(number * 2000 + 10))), "utf-8")
    main(["skillnad", str(sites[0]), "--sajt", str(built["ny"]), "--bas-sajt", str(built["gammal"])])
    assert "- `index.html`: 0,0 → " in capsys.readouterr().out


def test_weight_is_estimated_when_no_site_is_built(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = sites
    main(["skillnad", str(before)])
    assert "uppskattat ur texten" not in capsys.readouterr().out
    page = after / "docs" / "om" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n" + "".join(f"Rad {n * 7919}.\n" for n in range(400)), "utf-8")
    main(["skillnad", str(before)])
    told = capsys.readouterr().out.split("### Sidornas vikt, komprimerat och uppskattat ur texten")[1]
    assert "- `/om/`: " in told


def test_git_revision_is_compared(sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    after = sites[1]
    git = ["git", "-C", str(after), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    _replace(after, GROUP, "varde: 2001", "varde: 2002")
    assert main(["skillnad", "HEAD"]) == 0
    assert "- `bildad.varde`: `2001` → `2002`" in capsys.readouterr().out


@pytest.mark.parametrize("base", ["finns-inte", "--output=/tmp/x", "$(id)", "HEAD; id"])
@pytest.mark.usefixtures("sites")
def test_unknown_base_is_told(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["skillnad", "--", base] if base.startswith("-") else ["skillnad", base]
    assert main(arguments) == 1
    assert "Det finns ingen revision eller mapp" in capsys.readouterr().err


def test_base_with_errors_is_compared_all_the_same(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, _ = sites
    _replace(before, GROUP, "land: sverige", "land: [sverige")
    assert main(["skillnad", str(before)]) == 0
    assert "### Ändrad post" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    ["@alla", "`kod`", "``", "<script>", "[x](javascript:alert(1))", "a\nb", "::error::x", "\u202ex", "", "x" * 1000],
)
def test_text_of_contributors_is_only_ever_code(text: str) -> None:
    shown = code(text)
    fence = shown[: len(shown) - len(shown.lstrip("`"))]
    inner = shown[len(fence) : -len(fence)]
    assert fence
    assert fence not in inner.replace(fence + "`", "")
    assert "\n" not in shown
    assert "\u202e" not in shown
    assert len(shown) < 400


def test_a_large_difference_is_cut(sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    before, after = sites
    text = (after / "data/kallor/kalla-ett.yml").read_text("utf-8")
    for number in range(300):
        (after / f"data/kallor/ny-{number}.yml").write_text(text, "utf-8")
    main(["skillnad", str(before)])
    out = capsys.readouterr().out
    assert len(out) < LONGEST + 200
    assert "Resten ryms inte här" in out


def test_a_file_that_cannot_be_read_is_told_with_its_line(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = sites
    _replace(after, GROUP, "namn: Alfa", 'namn: "Alfa')
    assert main(["skillnad", str(before)]) == 1
    out = capsys.readouterr().out
    assert "går inte att läsa" in out
    assert "- `data/grupper/alfa.yml:1` Ett citattecken saknas." in out
    assert "borttag" not in out


def test_new_and_lost_facts_are_counted_each_as_what_they_are(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = sites
    group = (after / GROUP).read_text("utf-8")
    changed = yaml.safe_load(group)
    changed["antal_medlemmar"] += [{"varde": 12, "avser": year, "kallor": ["kalla-ett"]} for year in ("2003", "2004")]
    changed["bildad"] = "uppgift saknas"
    (after / GROUP).write_text(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False), "utf-8")
    assert main(["skillnad", str(before)]) == 0
    out = capsys.readouterr().out
    assert "nya uppgifter: 2, borttagna uppgifter: 1" in out
