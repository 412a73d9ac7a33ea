"""The header files say the same as the pages, and the security contact is left out where none is set."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from macros.site.host_files import COPIED, HOSTING

FILES = ["_headers", ".htaccess", "nginx.conf", "Caddyfile"]
_POLICY = re.compile(r"default-src [^\"\n]*")


def _page_policy(root: Path) -> str:
    found = _POLICY.search((root / "overrides/main.html").read_text("utf-8"))
    assert found
    return found[0]


@pytest.mark.parametrize("name", FILES)
def test_header_file_has_the_policy_of_the_pages(root: Path, name: str) -> None:
    policies = set(_POLICY.findall((HOSTING / name).read_text("utf-8")))
    assert policies == {_page_policy(root) + "; frame-ancestors 'none'"}


@pytest.mark.parametrize("name", FILES)
def test_header_file_sends_no_referrer_and_keeps_hashed_assets(name: str) -> None:
    text = (HOSTING / name).read_text("utf-8")
    assert "no-referrer" in text
    assert "max-age=31536000, immutable" in text


def test_everything_that_is_kept_for_a_year_has_a_hash_in_its_name_and_the_reverse(site: Path) -> None:
    folders = {found for found in (site / "assets").iterdir() if found.is_dir()}
    for name in FILES:
        text = (HOSTING / name).read_text("utf-8")
        kept = {folder for folder in folders if re.search(rf"(?:assets/|[(|]){folder.name}\b", text)}
        assert kept == folders, name
    # The licence of the typefaces goes with them under its own name.
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.name != "OFL.txt"]
    assert len(files) > 10
    assert [path.name for path in files if not re.search(r"[.-][0-9a-f]{10,12}\.\w+$", path.name)] == []


def test_policy_allows_nothing_inline(root: Path) -> None:
    assert "unsafe" not in _page_policy(root)


def test_site_holds_the_header_files(site: Path) -> None:
    for name in COPIED:
        assert (site / name).read_bytes() == (HOSTING / name).read_bytes()


def _security_text(root: Path, **addresses: str) -> str:
    extra = {
        "sakerhet": {"kontakt": "", "galler_till": "2027-11-23"},
        "adresser": {"epost": "", "arenden": "", **addresses},
    }
    config = SimpleNamespace(extra=extra, site_url="")
    templates = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True)
    return templates.get_template(".well-known/security.txt").render(config=config)


def test_security_text_names_the_contact(root: Path) -> None:
    lines = _security_text(root, epost="hej@example.org").splitlines()
    assert lines[:2] == ["Contact: mailto:hej@example.org", "Expires: 2027-11-23T00:00:00Z"]


def test_security_text_is_empty_without_a_contact(root: Path) -> None:
    assert _security_text(root) == ""
