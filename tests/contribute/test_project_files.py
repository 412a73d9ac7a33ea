"""What the code hosts read is right: workflows, forms, templates, licences and descriptions."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner

from macros.contribute.touched import sort_of
from tests.cases import PROJECT

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
FORGEJO = sorted((PROJECT / ".forgejo" / "workflows").glob("*.yml"))
# The workflows that handle what strangers wrote, and may write something back themselves.
WITH_RIGHTS = {"kommentera.yml", "formular.yml", "lankar.yml", "paminn.yml", "publicera.yml"}


def _run(*command: str) -> None:
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _read(path: Path) -> dict[Any, Any]:
    # YAML 1.1 reads the key "on" as true; the host reads it as a word.
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def _steps(path: Path) -> list[tuple[str, dict[str, Any]]]:
    return [(name, step) for name, job in _read(path)["jobs"].items() for step in job["steps"]]


def test_workflows_pass_actionlint() -> None:
    _run("actionlint", "-shellcheck=", "-pyflakes=")


def test_workflows_pass_zizmor() -> None:
    _run("zizmor", "--offline", "--quiet", ".github")


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml"),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml"),
        ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("vendor.dependabot", ".github/dependabot.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_file_follows_the_schema_of_the_host(schema: str, pattern: str) -> None:
    files = sorted(str(path) for path in PROJECT.glob(pattern))
    assert files
    found = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, *files])
    assert found.exit_code == 0, found.output


@pytest.mark.parametrize("path", [*WORKFLOWS, *FORGEJO], ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_every_action_is_pinned_by_hash_with_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    for line in used:
        assert re.fullmatch(r"\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_job_by_job_and_only_where_needed(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["timeout-minutes"] <= 90, name
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        assert not writes or path.name in WITH_RIGHTS, (name, writes)
        assert not writes & {"contents", "actions", "packages"}, name


@pytest.mark.parametrize("path", [*WORKFLOWS, *FORGEJO], ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_nothing_of_an_event_is_put_in_a_command(path: Path) -> None:
    for name, step in _steps(path):
        assert "${{" not in step.get("run", ""), name
        assert step.get("with", {}).get("persist-credentials", False) is False, name


def test_untrusted_code_never_meets_a_secret_or_a_right() -> None:
    for path in WORKFLOWS:
        workflow, text = _read(path), path.read_text("utf-8")
        events = workflow[True]
        assert "pull_request_target" not in events
        if "pull_request" in events:
            assert "secrets." not in text
            assert "write" not in text.replace("may\n# write nothing", "")
        if "workflow_run" in events:
            assert "actions/checkout" not in text
            assert not re.search(r"\bmake\b", text)


@pytest.mark.parametrize("place", [".github/workflows/granska.yml", ".forgejo/workflows/granska.yml", ".gitlab-ci.yml"])
def test_the_same_steps_run_on_every_host(place: str) -> None:
    text = (PROJECT / place).read_text("utf-8")
    for step in ("make check", "make dco BAS=", "skillnad BAS=", "bash .ci/run"):
        assert step in text, step


def test_every_make_target_that_the_hosts_call_exists() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    places = [*WORKFLOWS, *FORGEJO, PROJECT / ".gitlab-ci.yml"]
    called = {name for path in places for name in re.findall(r"\bmake (?:--silent )?([a-z]+)", path.read_text("utf-8"))}
    called -= {"nodejs", "python"}
    assert called >= {"check", "site", "skillnad", "dco", "lankar", "formular"}
    assert [name for name in sorted(called) if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


@pytest.mark.long
def test_licences_follow_reuse() -> None:
    _run("reuse", "lint", "--quiet")


@pytest.mark.parametrize(
    "place",
    [
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".forgejo/PULL_REQUEST_TEMPLATE.md",
        ".gitlab/merge_request_templates/Default.md",
    ],
)
def test_template_asks_for_sources_interests_and_sign_off(place: str) -> None:
    text = (PROJECT / place).read_text("utf-8")
    for heading in ("## Källor", "## Er koppling", "Signed-off-by"):
        assert heading in text


def test_every_folder_has_an_owner() -> None:
    owned = [
        line.split()[0] for line in (PROJECT / "CODEOWNERS").read_text("utf-8").splitlines() if line.startswith("/")
    ]
    for path in owned:
        assert (PROJECT / path.strip("/")).exists(), path
    for folder in ("data", "docs", "macros", "overrides", "tests", "hosting", ".ci", ".github", ".forgejo", ".gitlab"):
        assert f"/{folder}/" in owned


def test_the_host_and_the_account_agree_on_what_needs_an_owner() -> None:
    job = _read(PROJECT / ".github/workflows/kommentera.yml")["jobs"]["systemfiler"]
    content = re.compile(job["env"]["INNEHALL"])
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=False).stdout.decode()
    known = listed.split("\0")[:-1] or [str(p.relative_to(PROJECT)) for p in PROJECT.glob("[dm]*/**/*") if p.is_file()]
    hidden = ["docs/.dold/sida.md", "docs/.x.md", "docs/x.js", "docs/x.svg", "data/x.yml", "data/grupper/under/x.yml"]
    for path in [*known, *hidden, "macros/x.md", ".github/x.md", "docs.md", "xdocs/a.md", "data/grupper/x.yml.py"]:
        judged_by_editors = sort_of(path) in {None, "ordlista", "bilder"}
        assert bool(content.search(path)) is judged_by_editors, path


def test_the_check_that_asks_for_an_owner_blocks_and_is_named_where_owners_look() -> None:
    step = _read(PROJECT / ".github/workflows/kommentera.yml")["jobs"]["systemfiler"]["steps"][0]["run"]
    assert "conclusion=" in step
    assert "lage=failure" in step
    assert "name=Systemfiler" in step
    assert "kontrollen Systemfiler" in (PROJECT / "CODEOWNERS").read_text("utf-8")


def test_publiccode_has_what_the_standard_requires() -> None:
    described = _read(PROJECT / "publiccode.yml")
    required = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description"}
    assert set(described) >= required | {"legal", "maintenance", "localisation"}
    assert described["softwareType"] == "standalone/web"
    assert described["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    for text in described["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10000
        assert text["features"]
        assert all(len(feature) <= 100 for feature in text["features"])
    assert described["maintenance"]["contacts"][0]["name"]
    project = (PROJECT / "pyproject.toml").read_text("utf-8")
    assert f'version = "{described["softwareVersion"]}"' in project


@pytest.mark.parametrize("name", ["CONTRIBUTING", "CODE_OF_CONDUCT", "SECURITY", "GOVERNANCE", "CHANGELOG"])
def test_governance_files_are_there_and_their_links_lead_somewhere(name: str) -> None:
    text = (PROJECT / f"{name}.md").read_text("utf-8")
    assert len(text) > 500
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", text):
        assert (PROJECT / target).exists(), target
