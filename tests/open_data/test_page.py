"""The page on open data: its snippets run on the built files, and its rows are those of the files."""

import json
import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import Page

from macros.checks.allowed_macros import MACROS
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.open_data.publication import Publication
from macros.pages.open_data import PARTS, part, snippet
from tests.open_data.conftest import PUBLISHED


def test_the_parts_are_those_that_guidance_may_call() -> None:
    assert MACROS["oppna_data"] == PARTS


def test_every_collection_is_shown_with_rows_and_files(bank: Kunskapsbank) -> None:
    shown = part(bank, PUBLISHED, "samlingar")
    for kind in KINDS.values():
        assert f"/data/v1/{kind.folder}.json" in shown
        assert f"\n| {next(iter(bank.records(kind.name)))} |" in shown


def test_the_page_tells_why_there_is_no_catalogue(bank: Kunskapsbank) -> None:
    assert "ännu ingen publik adress" in part(bank, Publication("x"), "katalog")
    assert "/data/katalog.rdf" in part(bank, PUBLISHED, "katalog")


def test_the_snippet_in_python_runs(server: str, bank: Kunskapsbank) -> None:
    code = snippet("python.py", Publication(address=f"{server}/"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(bank.grupp)
    assert bank.grupp["bebo"].namn in done.stdout


def test_the_snippet_in_javascript_runs(server: str, own_page: Page, bank: Kunskapsbank) -> None:
    code = snippet("javascript.js", Publication(address=f"{server}/"))
    said: list[str] = []
    own_page.on("console", lambda message: said.append(message.text))
    own_page.goto("/om/oppna-data/")
    own_page.evaluate(f"(async () => {{ {code} }})()")
    assert len(said) == len(bank.grupp)


def test_the_snippet_in_r_runs(server: str) -> None:
    if not shutil.which("Rscript"):
        pytest.skip("R is not on this machine")
    code = snippet("r.R", Publication(address=f"{server}/"))
    done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "1989" in done.stdout


def test_the_schema_that_a_built_file_names_is_there(page: Page) -> None:
    answer = page.request.get("/data/v1/grupper/bebo.json")
    named = json.loads(answer.text())["$schema"]
    assert page.request.get(f"/data/v1/grupper/{named}").ok
