"""The reviewer sees what matters first: each kind has a case that shows it and one that does not."""

import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.cli import main
from macros.contribute.difference_page import link_to
from macros.contribute.difference_pages import Line, changed_sentences
from macros.contribute.following import follower
from macros.contribute.touched import sort_of
from macros.contribute.wording import apart
from tests.cases import small_site

GROUP, PAGE, SOURCE = "data/grupper/alfa.yml", "docs/om/index.md", "data/kallor/kalla-ett.yml"
OPENING = "**Ändringen rör också "
STALE = "datumet `andrad` är inte höjt"
OTHER_HOST = "En adress leder till en annan webbplats"
HOSTILE = "<img src=x onerror=alert(1)> @alla [x](javascript:alert(1)) `` **fet** ~~struken~~ ![b](https://evil.example/p.png)"
Told = Callable[[], str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a history in Git, where the command runs."""
    made = small_site(tmp_path / "projekt")
    (made / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (made / "macros").mkdir()
    (made / "macros/hook.py").write_text("", "utf-8")
    subprocess.run(["git", "init", "-q"], check=True, cwd=made)
    _commit(made)
    monkeypatch.delenv("KUNSKAPSBANK_DATA", raising=False)
    monkeypatch.chdir(made)
    return made


def _commit(root: Path) -> None:
    for command in (["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *command], check=True, cwd=root)


@pytest.fixture
def told(root: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """What is told of what now differs from the last commit."""
    assert root

    def tell() -> str:
        main(["skillnad", "HEAD"])
        return capsys.readouterr().out

    return tell


def _replace(root: Path, place: str, old: str, new: str) -> None:
    text = (root / place).read_text("utf-8")
    assert old in text
    (root / place).write_text(text.replace(old, new), "utf-8")


def _write(root: Path, place: str, text: str = "x\n") -> None:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, "utf-8")


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


def test_files_that_are_no_content_are_told_first_and_need_an_owner(root: Path, told: Told) -> None:
    for places in SYSTEM.values():
        for place in places:
            _write(root, place, "annat: 1\n")
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


def test_one_touched_file_is_enough(root: Path, told: Told) -> None:
    _write(root, "macros/hook.py", "import os\n")
    out = told()
    assert out.split("\n\n")[1] == (f"{OPENING}programmet. En ägare behöver läsa filerna innan ändringen godkänns.**")
    assert "kan ändras av filerna ovan" in out
    assert "Inget ändras" not in out


def test_a_picture_is_told_but_an_editor_may_judge_it(root: Path, told: Told) -> None:
    _write(root, "docs/bidra/bilder/ny.png")
    out = told()
    assert f"{OPENING}bilder. Titta på filerna innan ändringen godkänns.**" in out
    assert "- Bilder: `docs/bidra/bilder/ny.png` (ny)" in out
    assert "Inget ändras" not in out


def test_a_removed_file_of_the_program_is_told(root: Path, told: Told) -> None:
    (root / "macros/hook.py").unlink()
    assert "- Programmet: `macros/hook.py` (borttagen)" in told()


def test_content_alone_is_not_told_as_anything_else(root: Path, told: Told) -> None:
    _replace(root, GROUP, "varde: 2001", "varde: 2002")
    _write(root, "docs/ny-mapp/ny.md", (root / PAGE).read_text("utf-8"))
    assert OPENING not in told()


def test_every_file_of_the_project_is_known_to_be_something(root: Path) -> None:
    assert root
    for place in ("data/grupper/bebo.yml", "docs/index.md", "docs/bidra/a.en.md"):
        assert sort_of(place) is None
    assert sort_of("Docs/index.md") == "andra"
    assert sort_of("macros/language/ordlista.txt") == "ordlista"


def test_two_folders_are_compared_as_revisions_are(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path / "bas"
    shutil.copytree(root, base)
    _write(root, "macros/ny.py")
    (root / "macros/lank").symlink_to("/etc")
    main(["skillnad", str(base)])
    assert "- Programmet: `macros/lank` (ny), `macros/ny.py` (ny)" in capsys.readouterr().out


def test_changed_words_of_guidance_are_shown_where_they_stand(root: Path, told: Told) -> None:
    _replace(root, PAGE, "Läs om [metoden Beta]", "Läs aldrig om [metoden Beta]")
    out = told()
    assert "### Ändrad sida: `docs/om/index.md`\n\nSidan: `/om/`" in out
    assert "- Under `Så läser ni`: `Läs` **`aldrig`** `om [metoden Beta](/normer/beta.md).`" in out
    assert "startade 2001" not in out, "a line that is as before is not told"


def test_a_word_for_another_shows_both(root: Path, told: Told) -> None:
    _replace(root, PAGE, "startade 2001", "slutade 2001")
    assert "`Gruppen Alfa` ~~`startade`~~ **`slutade`** `2001" in told()


def test_a_changed_end_of_a_long_text_is_never_cut(root: Path, told: Told) -> None:
    long = "ord " * 900
    _replace(root, PAGE, "## Så läser ni", f"{long}binder ingen.\n\n## Så läser ni")
    _commit(root)
    _replace(root, PAGE, f"{long}binder ingen.", f"Nya {long}binder alla.")
    out = told()
    assert "**`Nya`**" in out
    assert "~~`ingen.`~~ **`alla.`**" in out
    assert len(out) < 3000


def test_only_other_line_breaks_are_told_as_that(root: Path, told: Told) -> None:
    _replace(root, PAGE, "Gruppen Alfa startade", "Gruppen Alfa\nstartade")
    out = told()
    assert "(bara mellanrum, indrag eller radbrytningar skiljer)" in out
    assert "**`" not in out


def test_front_matter_is_told_as_values(root: Path, told: Told) -> None:
    _replace(root, PAGE, "title: Om den lilla webbplatsen", "title: Om webbplatsen")
    assert "- `title`: `Om den lilla webbplatsen` → `Om webbplatsen`" in told()


def test_lines_are_told_by_the_line_they_came_from() -> None:
    old = [Line("A", "Ett två tre."), Line("A", "Fyra fem sex.")]
    new = [Line("A", "Noll."), Line("A", "Fyra fem sju."), Line("A", "Sist.")]
    found = [[(part.how, part.text) for part in sentence.parts] for sentence in changed_sentences(old, new)]
    assert found == [
        [("bort", "Ett två tre.")],
        [("nytt", "Noll.")],
        [("kvar", "Fyra fem"), ("bort", "sex."), ("nytt", "sju.")],
        [("nytt", "Sist.")],
    ]


def test_a_page_of_like_lines_is_told_whole() -> None:
    old = [Line("", "x")] * 3000
    found = list(changed_sentences(old, [*old, Line("", "binder alla"), *old]))
    told = [part.text for sentence in found for part in sentence.parts if part.how == "nytt"]
    assert "binder alla" in told


@pytest.mark.parametrize(("before", "after"), [("a b c", "a x c"), ("", "ny text"), ("gammal", ""), ("a a b", "b a a")])
def test_words_apart_hold_both_texts(before: str, after: str) -> None:
    parts = apart(before, after)
    assert " ".join(part.text for part in parts if part.how != "nytt") == before
    assert " ".join(part.text for part in parts if part.how != "bort") == after


def test_a_moved_record_is_one_line(root: Path, told: Told) -> None:
    (root / SOURCE).rename(root / "data/kallor/kalla-nio.yml")
    for place in (GROUP, "data/normer/beta.yml", PAGE):
        _replace(root, place, "kalla-ett", "kalla-nio")
    out = told()
    assert "### Post: `data/kallor/kalla-ett.yml` → `data/kallor/kalla-nio.yml` – flyttad, oförändrad" in out
    assert "borttaget" not in out
    assert "nya källor: 0." in out
    followed = out.split("### Filer som bara följer med till ett nytt namn")[1].split("###")[0]
    assert re.findall("`(.*)`", followed) == [GROUP, "data/normer/beta.yml", PAGE]
    assert STALE not in out
    assert "### Ändrad" not in out


def test_what_changed_beside_a_reference_that_follows_is_told(root: Path, told: Told) -> None:
    (root / SOURCE).rename(root / "data/kallor/kalla-nio.yml")
    _replace(root, PAGE, "startade 2001 [@kalla-ett;", "slutade 2001 [@kalla-nio;")
    out = told()
    assert "~~`startade`~~ **`slutade`** `2001 [@kalla-nio;" in out
    assert f"{STALE} i `{PAGE}`" in out


@pytest.mark.parametrize(
    ("text", "followed"),
    [
        ("a, b", "ny, b"),
        ("[@a; @a-b; @c]", "[@ny; @a-b; @c]"),
        ("(/kallor/a.md#x) (/om/kallor/a.md)", "(/kallor/a.md#x) (/om/kallor/a.md)"),
        ("(/grupper/g.md#x) /x/grupper/g.md /grupper/g.mdx", "(/grupper/h.md#x) /x/grupper/g.md /grupper/g.mdx"),
        ("(/om/p.md)", "(/om/q.md)"),
        ("Ett a i texten", "Ett a i texten"),
    ],
)
def test_only_whole_references_follow(text: str, followed: str) -> None:
    follow = follower({("kalla", "a"): ("kalla", "ny"), ("grupp", "g"): ("grupp", "h")}, {"om/p.md": "om/q.md"})
    assert follow(text) == followed


def test_what_changed_in_a_moved_record_is_told(root: Path, told: Told) -> None:
    (root / GROUP).rename(root / "data/grupper/omega.yml")
    _write(root, GROUP, "flyttad_till: omega\n")
    _replace(root, "data/grupper/omega.yml", "varde: 2001", "varde: 2002")
    out = told()
    assert "`data/grupper/alfa.yml` → `data/grupper/omega.yml` – flyttad, med ändringarna nedan" in out
    assert "- `bildad.varde`: `2001` → `2002`" in out
    assert "varde: 12" not in out


def test_a_moved_page_is_one_line(root: Path, told: Told) -> None:
    (root / PAGE).rename(root / "docs/om/ny-plats.md")
    out = told()
    assert "### Sida: `docs/om/index.md` → `docs/om/ny-plats.md` – flyttad, oförändrad" in out
    assert "Ny sida" not in out


def test_the_reason_of_a_page_taken_back_is_told_and_when_it_changes(root: Path, told: Told) -> None:
    _write(root, PAGE, '---\naterkallad: "2026-11-26"\nskal: Sidan var fel.\n---\n')
    out = told()
    assert "### Återkallad sida: `docs/om/index.md`" in out
    assert "- `skal`: nytt **`Sidan var fel.`**" in out
    _commit(root)
    assert "Inget ändras" in told()
    _replace(root, PAGE, "var fel", "var rätt")
    assert "- `skal`: `Sidan var fel.` → `Sidan var rätt.`" in told()


def test_a_new_page_is_told_whole_after_what_changed(root: Path, told: Told) -> None:
    _write(root, "docs/a/ny.md", "---\ntitle: Ny\n---\n\n## Början\n\nEn ny mening.\n")
    _replace(root, GROUP, "varde: 2001", "varde: 2002")
    out = told()
    page = out.split("### Ny sida: `docs/a/ny.md`")[1]
    assert "- `title`: nytt **`Ny`**\n- **`## Början`**\n- **`En ny mening.`**\n" in page
    assert "bildad.varde" not in page


def test_many_files_are_counted(root: Path, told: Told) -> None:
    for number in range(103):
        _write(root, f"macros/fil-{number:03}.py")
    out = told()
    assert "`macros/fil-099.py` (ny) och 3 till" in out
    assert "fil-100" not in out


def test_another_record_is_not_told_as_moved(root: Path, told: Told) -> None:
    (root / SOURCE).unlink()
    _write(root, "data/kallor/helt-annan.yml", "titel: Annan\nutgivare: Okänd\nslag: lag\n")
    out = told()
    assert "### Borttagen post: `data/kallor/kalla-ett.yml`" in out
    assert "flyttad" not in out


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
def test_a_source_that_leads_to_another_host_is_marked(address: str, is_other: bool, root: Path, told: Told) -> None:  # noqa: FBT001
    _replace(root, SOURCE, "https://www.example.org/ett", address)
    out = told()
    assert (OTHER_HOST in out) is is_other
    assert ("– **annan webbplats**" in out) is is_other
    assert f"→ `{address}`" in out


def test_a_source_that_a_fact_loses_is_told(root: Path, told: Told) -> None:
    _replace(root, GROUP, "kallor: [kalla-ett, kalla-tva]", "kallor: [kalla-ett]")
    out = told()
    assert "antal_medlemmar.2.kallor" in out
    assert "kalla-tva" in out


def test_a_day_of_change_that_is_not_raised_is_told(root: Path, told: Told) -> None:
    _replace(root, GROUP, "varde: 2001", "varde: 2002")
    _replace(root, PAGE, "startade 2001", "slutade 2001")
    assert f"{STALE} i `data/grupper/alfa.yml`, `docs/om/index.md`" in told()


def test_a_raised_day_or_a_change_that_no_reader_sees_is_not_told(root: Path, told: Told) -> None:
    for place, day, old, new in (
        (GROUP, "19", "varde: 2001", "varde: 2002"),
        (PAGE, "23", "startade 2001", "slutade 2001"),
    ):
        _replace(root, place, old, new)
        _replace(root, place, f'andrad: "2026-11-{day}"', 'andrad: "2026-11-26"')
    _replace(root, "data/normer/beta.yml", "namn: Beta", "namn: Beta\nsokord: [nytt sökord]")
    _replace(root, SOURCE, "titel: Den första källan", "titel: Den andra källan")
    assert STALE not in told()


class _Read(HTMLParser):
    """Every tag of a page with its attributes, and where links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def _page(root: Path, *built: str) -> str:
    for place in built:
        _write(root / "site", f"{place}index.html")
    main(["skillnad", "HEAD", "--sida", "site/skillnad.html"])
    return (root / "site/skillnad.html").read_text("utf-8")


def test_the_page_leads_to_each_built_page_that_changes(root: Path) -> None:
    _replace(root, GROUP, "varde: 2001", "varde: 2002")
    _replace(root, PAGE, "startade 2001", "slutade 2001")
    page = _page(root, "grupper/alfa/", "om/", "jamfor/grupper/", "normer/beta/")
    links = [attrs["href"] for tag, attrs in _Read(page).tags if tag == "a"]
    assert links == ["./om/index.html", "./grupper/alfa/index.html", "./jamfor/grupper/index.html"]
    assert all((root / "site" / str(link)).is_file() for link in links)
    assert "borttaget </span>startade</del> <ins><span" in page
    assert "nytt </span>slutade</ins>" in page
    assert (root / "site/skillnad.css").is_file()


def test_a_page_that_was_not_built_is_no_link(root: Path) -> None:
    _replace(root, GROUP, "varde: 2001", "varde: 2002")
    page = _page(root)
    assert "<a " not in page
    assert "<code>/grupper/alfa/</code>" in page


def test_hostile_text_is_text_in_comment_and_page(root: Path, told: Told) -> None:
    _replace(root, PAGE, "Gruppen Alfa startade", f"{HOSTILE} startade")
    _replace(root, GROUP, "namn: Alfa", f"namn: '{HOSTILE}'")
    _write(root, "macros/<b>@alla.py")
    out = told()
    # Without what stands in code, our own words and marks are all that is left.
    bare = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", out)
    for sign in ("<", "@alla", "javascript:", "evil.example", "fet", "struken", "!["):
        assert sign not in bare, sign
        assert sign in out, sign
    page = _Read(_page(root, "om/"))
    allowed = {"html", "head", "meta", "title", "link", "body", "main", "h1", "h2", "ul", "li", "p", "section"}
    assert {tag for tag, _ in page.tags} <= allowed | {"a", "code", "del", "ins", "span"}
    assert not {name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"}
    policy = next(attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("address", ["/javascript:alert(1)/", "/../../x/", "//evil.example/", "/a b/å\"'/"])
def test_a_link_is_never_anything_but_a_file_below_the_page(address: str) -> None:
    assert re.fullmatch(r"\./[A-Za-z0-9%_.~/-]*index\.html", link_to(address))
