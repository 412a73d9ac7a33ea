"""What is made of records is kept: what reads guidance is declared, and a kept page is the page that was made."""

import builtins
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checks.allowed_macros import MACROS, READS_GUIDANCE
from macros.drawing import TEMPLATES, environment
from macros.engine.calls import define_env
from macros.engine.made_before import DRAWN_WITH, MadePages, RunMacros, inputs_now, records_mark
from macros.kept import Kept
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import LANGUAGES, speaking
from macros.markdown_ext import RULES
from macros.pages.page import Page
from macros.pages.site import generated_pages
from macros.translation.bank import in_spoken
from tests.conftest import ROOT


class _Environment:
    """What the engine's macros are registered in."""

    def __init__(self, bank: Kunskapsbank) -> None:
        file = ROOT / "mkdocs.yml"
        own = {"docs_dir": str(ROOT / "docs"), "config_file_path": str(file)}
        self.conf = {**yaml.safe_load(file.read_text("utf-8")), **own, "mdx_configs": {RULES: {"bank": lambda: bank}}}
        self.found: dict[str, Callable[..., str]] = {}

    def macro(self, run: Callable[..., str], name: str) -> None:
        self.found[name] = run


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The pages of guidance that are read while the test runs."""
    found: list[Path] = []
    real = Path.open

    def noted(path: Path, *arguments: Any, **names: Any) -> Any:
        if path.suffix == ".md" and (ROOT / "docs") in path.resolve().parents:
            found.append(path)
        return real(path, *arguments, **names)

    monkeypatch.setattr(Path, "open", noted)
    monkeypatch.chdir(ROOT)
    return found


def _calls() -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, arguments in MACROS.items():
        yield from ((name, (argument,)) for argument in arguments or ())
        if not arguments:
            yield name, ()


@pytest.mark.parametrize(("name", "arguments"), [*_calls()], ids=lambda part: "-".join(part) if part else "")
def test_a_macro_reads_guidance_only_when_it_is_said_to(
    name: str, arguments: tuple[str, ...], read: list[Path], bank: Kunskapsbank
) -> None:
    environment = _Environment(bank)
    define_env(environment)
    environment.found[name](*arguments)
    call = f'{name}("{arguments[0]}")' if arguments else f"{name}()"
    assert bool(read) == any(part in call for part in READS_GUIDANCE)


def test_pages_made_of_records_read_no_guidance(bank: Kunskapsbank, read: list[Path]) -> None:
    generated_pages(bank, ())
    assert not read


def test_pages_and_macros_are_drawn_with_what_their_mark_is_taken_of(
    bank: Kunskapsbank, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    real, real_path = builtins.open, Path.open

    def noted(file: Any, *arguments: Any, **names: Any) -> Any:
        opened.append(Path(file))
        return real(file, *arguments, **names)

    def noted_path(path: Path, *arguments: Any, **names: Any) -> Any:
        opened.append(path)
        return real_path(path, *arguments, **names)

    environment.cache_clear()
    monkeypatch.setattr(builtins, "open", noted)
    monkeypatch.setattr(Path, "open", noted_path)
    monkeypatch.chdir(ROOT)
    for language in LANGUAGES:
        with speaking(language):
            generated_pages(in_spoken(bank), ())
    macros = _Environment(bank)
    define_env(macros)
    for name, arguments in _calls():
        macros.found[name](*arguments)
    of_templates = {path.resolve() for path in opened if TEMPLATES in path.resolve().parents}
    assert [path for path in of_templates if not {path, *path.parents} & set(DRAWN_WITH)] == []
    assert TEMPLATES / "sidor" / "grupp.md" in of_templates


def test_kept_pages_are_the_pages_that_were_made(bank: Kunskapsbank, tmp_path: Path) -> None:
    first = MadePages(Kept("utkast", tmp_path, "1"), "märke")
    made = generated_pages(bank, (), remembered=first)
    first.save()

    def never() -> Iterator[Page]:
        pytest.fail("made again")
        yield

    again = MadePages(Kept("utkast", tmp_path, "1"), "märke")(never())
    assert [page.markdown for page in again] == [page.markdown for page in made[: len(again)]]
    assert MadePages(Kept("utkast", tmp_path, "1"), "ett annat")([]) == []


@pytest.mark.parametrize("changed", ["data/grupper/a.yml", "setting", "environment"])
def test_the_mark_of_what_records_make_changes_with_each_thing_that_decides_it(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "data" / "grupper" / "a.yml"
    record.parent.mkdir(parents=True)
    record.write_text("namn: A", "utf-8")
    before = records_mark(tmp_path / "data", "site_name: A")
    assert records_mark(tmp_path / "data", "site_name: A") == before
    if changed == "environment":
        monkeypatch.setenv("KUNSKAPSBANK_ADRESS", "https://exempel.se/")
    elif changed != "setting":
        (tmp_path / changed).write_text("namn: B", "utf-8")
    assert records_mark(tmp_path / "data", "site_name: B" if changed == "setting" else "site_name: A") != before


PAGE = '---\ntitle: T\n---\n\nText.\n\n{{ figur("omraden") }}\n'


def _run(folder: Path, text: str, mark: str = "poster", guidance: str = "sidor") -> str:
    """What the engine is given to read of a page; when that is the page itself, the engine runs it."""
    kept = RunMacros(Kept("makron", folder, "1"), mark, guidance)
    given = kept.source("a.md", text)
    kept.keep("a.md", "Text.\n\nEn figur.\n")
    kept.save()
    return given


def test_a_page_is_run_once_and_then_read_as_it_was_run(tmp_path: Path) -> None:
    assert _run(tmp_path, PAGE) == PAGE
    assert _run(tmp_path, PAGE) == "---\ntitle: T\nrender_macros: false\n---\nText.\n\nEn figur.\n"


@pytest.mark.parametrize("change", ["text", "records"])
def test_a_page_is_run_again_when_it_or_the_records_change(tmp_path: Path, change: str) -> None:
    _run(tmp_path, PAGE)
    text = PAGE.replace("Text", "Annan text") if change == "text" else PAGE
    assert _run(tmp_path, text, "andra poster" if change == "records" else "poster") == text


@pytest.mark.parametrize("call", ["steg()", 'figur("troskelvarden")'])
def test_a_page_whose_macro_reads_guidance_is_run_again_when_any_guidance_changes(tmp_path: Path, call: str) -> None:
    text = PAGE.replace('figur("omraden")', call)
    _run(tmp_path, text)
    assert _run(tmp_path, text) != text
    assert _run(tmp_path, text, guidance="andra sidor") == text


@pytest.mark.parametrize("text", ["Text.", '{{ figur("omraden") }}', "---\n{{ steg() }}"])
def test_a_page_without_front_matter_is_read_as_it_is(tmp_path: Path, text: str) -> None:
    assert [_run(tmp_path, text), _run(tmp_path, text)] == [text, text]


def test_a_page_without_calls_is_not_run(tmp_path: Path) -> None:
    text = "---\ntitle: T\n---\nText { med } tecken.\n"
    told = text.replace("title: T\n", "title: T\nrender_macros: false\n")
    assert [_run(tmp_path, text), _run(tmp_path, text)] == [told, told]


@pytest.mark.parametrize("sign", ["{# en anteckning #}", "{% if a %}"])
def test_a_page_with_any_sign_of_templates_is_run(tmp_path: Path, sign: str) -> None:
    text = f"---\ntitle: T\n---\n{sign}\n"
    assert _run(tmp_path, text) == text


def test_what_changes_while_a_build_goes_on_is_not_kept_as_read(tmp_path: Path) -> None:
    record = tmp_path / "data" / "a.yml"
    record.parent.mkdir()
    record.write_text("namn: A", "utf-8")
    inputs = inputs_now(tmp_path / "data", "")
    assert inputs.are_the_same()
    record.write_text("namn: B", "utf-8")
    assert not inputs.are_the_same()
