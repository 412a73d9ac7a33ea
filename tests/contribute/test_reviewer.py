"""The reviewer sees what matters first: each kind has a case that shows it and one that does not.

What is told of changed texts and moved files stands in `test_reviewer_texts.py`.
"""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.cli import main
from macros.contribute.difference_page import link_to
from macros.contribute.touched import sort_of
from tests.contribute.reviewing import GROUP, PAGE, SOURCE, STALE, Told, replace, write

OPENING = "**Ändringen rör också "
OTHER_HOST = "En adress leder till en annan webbplats"
HOSTILE = "<img src=x onerror=alert(1)> @alla [x](javascript:alert(1)) `` **fet** ~~struken~~ ![b](https://evil.example/p.png)"
SYSTEM = {
    "Programmet": ["macros/hook.py", "overrides/assets/js/sok.js"],
    "Arbetsflöden": [
        ".ci/run",
        ".forgejo/workflows/granska.yml",
        ".github/workflows/granska.yml",
        ".gitlab-ci.yml",
        "Makefile",
    ],
    "Inställningar": [".gitattributes", "hosting/nginx.conf", "mkdocs.yml", "pyproject.toml", "requirements.lock"],
    "Styrande dokument": ["CODEOWNERS", "LICENSES/MIT.txt", "SECURITY.md"],
    "Andra filer": ["data/grupper/under/post.yml", "docs/.dold/sida.md", "docs/skript.js", "ny-mapp/fil"],
    "Prov": ["tests/test_x.py"],
}


def test_files_that_are_no_content_are_told_first_and_need_an_owner(versioned: Path, told: Told) -> None:
    for places in SYSTEM.values():
        for place in places:
            write(versioned, place, "annat: 1\n")
    out = told()
    assert out.split("\n\n")[1] == (
        f"{OPENING}programmet, arbetsflöden, inställningar, styrande dokument, andra filer och prov. "
        "En ägare behöver läsa filerna innan ändringen godkänns.**"
    )
    changed = {"macros/hook.py", "mkdocs.yml"}
    for sort, places in SYSTEM.items():
        listed = ", ".join(f"`{place}` ({'ändrad' if place in changed else 'ny'})" for place in places)
        assert f"- {sort}: {listed}\n" in out
    assert "Inget ändras" not in out


def test_one_touched_file_is_enough(versioned: Path, told: Told) -> None:
    write(versioned, "macros/hook.py", "import os\n")
    out = told()
    assert out.split("\n\n")[1] == (f"{OPENING}programmet. En ägare behöver läsa filerna innan ändringen godkänns.**")
    assert "kan ändras av filerna ovan" in out
    assert "Inget ändras" not in out


def test_a_picture_is_told_but_an_editor_may_judge_it(versioned: Path, told: Told) -> None:
    write(versioned, "docs/bidra/bilder/ny.png")
    out = told()
    assert f"{OPENING}bilder. Titta på filerna innan ändringen godkänns.**" in out
    assert "- Bilder: `docs/bidra/bilder/ny.png` (ny)" in out
    assert "Inget ändras" not in out


def test_a_removed_file_of_the_program_is_told(versioned: Path, told: Told) -> None:
    (versioned / "macros/hook.py").unlink()
    assert "- Programmet: `macros/hook.py` (borttagen)" in told()


def test_content_alone_is_not_told_as_anything_else(versioned: Path, told: Told) -> None:
    replace(versioned, GROUP, "varde: 2001", "varde: 2002")
    write(versioned, "docs/ny-mapp/ny.md", (versioned / PAGE).read_text("utf-8"))
    assert OPENING not in told()


def test_every_file_of_the_project_is_known_to_be_something(versioned: Path) -> None:
    assert versioned
    for place in ("data/grupper/bebo.yml", "docs/index.md", "docs/bidra/a.en.md"):
        assert sort_of(place) is None
    assert sort_of("Docs/index.md") == "andra"
    assert sort_of("macros/language/ordlista.txt") == "ordlista"


def test_two_folders_are_compared_as_revisions_are(
    versioned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path / "bas"
    shutil.copytree(versioned, base)
    write(versioned, "macros/ny.py")
    (versioned / "macros/lank").symlink_to("/etc")
    main(["skillnad", str(base)])
    assert "- Programmet: `macros/lank` (ny), `macros/ny.py` (ny)" in capsys.readouterr().out


def test_many_files_are_counted(versioned: Path, told: Told) -> None:
    for number in range(103):
        write(versioned, f"macros/fil-{number:03}.py")
    out = told()
    assert "`macros/fil-099.py` (ny) och 3 till" in out
    assert "fil-100" not in out


@pytest.mark.parametrize(
    ("address", "is_other"),
    [
        ("https://evil.example/ett", True),
        ("https://www.example.org.evil.example/ett", True),
        ("https://example.org@evil.example/ett", True),
        ("https://example.org/ett", False),
        ("https://www.example.org/tva", False),
        ("http://www.example.org/ett", False),
    ],
)
def test_a_source_that_leads_to_another_host_is_marked(
    address: str, versioned: Path, told: Told, *, is_other: bool
) -> None:
    replace(versioned, SOURCE, "https://www.example.org/ett", address)
    out = told()
    assert (OTHER_HOST in out) is is_other
    assert ("– **annan webbplats**" in out) is is_other
    assert f"→ `{address}`" in out


def test_a_source_that_a_fact_loses_is_told(versioned: Path, told: Told) -> None:
    replace(versioned, GROUP, "kallor: [kalla-ett, kalla-tva]", "kallor: [kalla-ett]")
    out = told()
    assert "antal_medlemmar.2.kallor" in out
    assert "kalla-tva" in out


def test_a_day_of_change_that_is_not_raised_is_told(versioned: Path, told: Told) -> None:
    replace(versioned, GROUP, "varde: 2001", "varde: 2002")
    replace(versioned, PAGE, "startade 2001", "slutade 2001")
    assert f"{STALE} i `data/grupper/alfa.yml`, `docs/om/index.md`" in told()


def test_a_raised_day_or_a_change_that_no_reader_sees_is_not_told(versioned: Path, told: Told) -> None:
    for place, day, old, new in (
        (GROUP, "19", "varde: 2001", "varde: 2002"),
        (PAGE, "23", "startade 2001", "slutade 2001"),
    ):
        replace(versioned, place, old, new)
        replace(versioned, place, f'andrad: "2026-11-{day}"', 'andrad: "2026-11-26"')
    replace(versioned, "data/normer/beta.yml", "namn: Beta", "namn: Beta\nsokord: [nytt sökord]")
    replace(versioned, SOURCE, "titel: Den första källan", "titel: Den andra källan")
    assert STALE not in told()


class _Read(HTMLParser):
    """Every tag of a page with its attributes, and where links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def _page(versioned: Path, *built: str) -> str:
    for place in built:
        write(versioned / "site", f"{place}index.html")
    main(["skillnad", "HEAD", "--sida", "site/skillnad.html"])
    return (versioned / "site/skillnad.html").read_text("utf-8")


def test_the_page_leads_to_each_built_page_that_changes(versioned: Path) -> None:
    replace(versioned, GROUP, "varde: 2001", "varde: 2002")
    replace(versioned, PAGE, "startade 2001", "slutade 2001")
    page = _page(versioned, "grupper/alfa/", "om/", "jamfor/grupper/", "normer/beta/")
    links = [attrs["href"] for tag, attrs in _Read(page).tags if tag == "a"]
    assert links == ["./om/index.html", "./grupper/alfa/index.html", "./jamfor/grupper/index.html"]
    assert all((versioned / "site" / str(link)).is_file() for link in links)
    assert "borttaget </span>startade</del> <ins><span" in page
    assert "nytt </span>slutade</ins>" in page
    assert (versioned / "site/skillnad.css").is_file()


def test_a_page_that_was_not_built_is_no_link(versioned: Path) -> None:
    replace(versioned, GROUP, "varde: 2001", "varde: 2002")
    page = _page(versioned)
    assert "<a " not in page
    assert "<code>/grupper/alfa/</code>" in page


def test_hostile_text_is_text_in_comment_and_page(versioned: Path, told: Told) -> None:
    replace(versioned, PAGE, "Gruppen Alfa startade", f"{HOSTILE} startade")
    replace(versioned, GROUP, "namn: Alfa", f"namn: '{HOSTILE}'")
    write(versioned, "macros/<b>@alla.py")
    out = told()
    # Without what stands in code, our own words and marks are all that is left.
    bare = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", out)
    for sign in ("<", "@alla", "javascript:", "evil.example", "fet", "struken", "!["):
        assert sign not in bare, sign
        assert sign in out, sign
    page = _Read(_page(versioned, "om/"))
    allowed = {"html", "head", "meta", "title", "link", "body", "main", "h1", "h2", "ul", "li", "p", "section"}
    assert {tag for tag, _ in page.tags} <= allowed | {"a", "code", "del", "ins", "span"}
    assert not {name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"}
    policy = next(attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("address", ["/javascript:alert(1)/", "/../../x/", "//evil.example/", "/a b/å\"'/"])
def test_a_link_is_never_anything_but_a_file_below_the_page(address: str) -> None:
    assert re.fullmatch(r"\./[A-Za-z0-9%_.~/-]*index\.html", link_to(address))
