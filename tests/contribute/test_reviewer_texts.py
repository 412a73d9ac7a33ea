"""What the reviewer is told of texts that changed, and of records and pages that moved or went."""

import re
from pathlib import Path

import pytest

from macros.contribute.difference_pages import Line, changed_sentences
from macros.contribute.following import follower
from macros.contribute.wording import apart
from tests.contribute.reviewing import GROUP, PAGE, SOURCE, STALE, Told, commit, replace, write


def test_changed_words_of_guidance_are_shown_where_they_stand(versioned: Path, told: Told) -> None:
    replace(versioned, PAGE, "Läs om [metoden Beta]", "Läs aldrig om [metoden Beta]")
    out = told()
    assert "### Ändrad sida: `docs/om/index.md`\n\nSidan: `/om/`" in out
    assert "- Under `Så läser ni`: `Läs` **`aldrig`** `om [metoden Beta](/normer/beta.md).`" in out
    assert "startade 2001" not in out, "a line that is as before is not told"


def test_a_word_for_another_shows_both(versioned: Path, told: Told) -> None:
    replace(versioned, PAGE, "startade 2001", "slutade 2001")
    assert "`Gruppen Alfa` ~~`startade`~~ **`slutade`** `2001" in told()


def test_a_changed_end_of_a_long_text_is_never_cut(versioned: Path, told: Told) -> None:
    long = "ord " * 900
    replace(versioned, PAGE, "## Så läser ni", f"{long}binder ingen.\n\n## Så läser ni")
    commit(versioned)
    replace(versioned, PAGE, f"{long}binder ingen.", f"Nya {long}binder alla.")
    out = told()
    assert "**`Nya`**" in out
    assert "~~`ingen.`~~ **`alla.`**" in out
    assert len(out) < 3000


def test_only_other_line_breaks_are_told_as_that(versioned: Path, told: Told) -> None:
    replace(versioned, PAGE, "Gruppen Alfa startade", "Gruppen Alfa\nstartade")
    out = told()
    assert "(bara mellanrum, indrag eller radbrytningar skiljer)" in out
    assert "**`" not in out


def test_front_matter_is_told_as_values(versioned: Path, told: Told) -> None:
    replace(versioned, PAGE, "title: Om den lilla webbplatsen", "title: Om webbplatsen")
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


def test_a_moved_record_is_one_line(versioned: Path, told: Told) -> None:
    (versioned / SOURCE).rename(versioned / "data/kallor/kalla-nio.yml")
    for place in (GROUP, "data/normer/beta.yml", PAGE):
        replace(versioned, place, "kalla-ett", "kalla-nio")
    out = told()
    assert "### Post: `data/kallor/kalla-ett.yml` → `data/kallor/kalla-nio.yml` – flyttad, oförändrad" in out
    assert "borttaget" not in out
    assert "nya källor: 0." in out
    followed = out.split("### Filer som bara följer med till ett nytt namn")[1].split("###")[0]
    assert re.findall("`(.*)`", followed) == [GROUP, "data/normer/beta.yml", PAGE]
    assert STALE not in out
    assert "### Ändrad" not in out


def test_what_changed_beside_a_reference_that_follows_is_told(versioned: Path, told: Told) -> None:
    (versioned / SOURCE).rename(versioned / "data/kallor/kalla-nio.yml")
    replace(versioned, PAGE, "startade 2001 [@kalla-ett;", "slutade 2001 [@kalla-nio;")
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


def test_what_changed_in_a_moved_record_is_told(versioned: Path, told: Told) -> None:
    (versioned / GROUP).rename(versioned / "data/grupper/omega.yml")
    write(versioned, GROUP, "flyttad_till: omega\n")
    replace(versioned, "data/grupper/omega.yml", "varde: 2001", "varde: 2002")
    out = told()
    assert "`data/grupper/alfa.yml` → `data/grupper/omega.yml` – flyttad, med ändringarna nedan" in out
    assert "- `bildad.varde`: `2001` → `2002`" in out
    assert "varde: 12" not in out


def test_a_moved_page_is_one_line(versioned: Path, told: Told) -> None:
    (versioned / PAGE).rename(versioned / "docs/om/ny-plats.md")
    out = told()
    assert "### Sida: `docs/om/index.md` → `docs/om/ny-plats.md` – flyttad, oförändrad" in out
    assert "Ny sida" not in out


def test_the_reason_of_a_page_taken_back_is_told_and_when_it_changes(versioned: Path, told: Told) -> None:
    write(versioned, PAGE, '---\naterkallad: "2026-11-26"\nskal: Sidan var fel.\n---\n')
    out = told()
    assert "### Återkallad sida: `docs/om/index.md`" in out
    assert "- `skal`: nytt **`Sidan var fel.`**" in out
    commit(versioned)
    assert "Inget ändras" in told()
    replace(versioned, PAGE, "var fel", "var rätt")
    assert "- `skal`: `Sidan var fel.` → `Sidan var rätt.`" in told()


def test_a_new_page_is_told_whole_after_what_changed(versioned: Path, told: Told) -> None:
    write(versioned, "docs/a/ny.md", "---\ntitle: Ny\n---\n\n## Början\n\nEn ny mening.\n")
    replace(versioned, GROUP, "varde: 2001", "varde: 2002")
    out = told()
    page = out.split("### Ny sida: `docs/a/ny.md`")[1]
    assert "- `title`: nytt **`Ny`**\n- **`## Början`**\n- **`En ny mening.`**\n" in page
    assert "bildad.varde" not in page


def test_another_record_is_not_told_as_moved(versioned: Path, told: Told) -> None:
    (versioned / SOURCE).unlink()
    write(versioned, "data/kallor/helt-annan.yml", "titel: Annan\nutgivare: Okänd\nslag: lag\n")
    out = told()
    assert "### Borttagen post: `data/kallor/kalla-ett.yml`" in out
    assert "flyttad" not in out
