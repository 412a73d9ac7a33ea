"""What tests of the reviewer's account share: the places they change, and how they do it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

GROUP, PAGE, SOURCE = "data/grupper/alfa.yml", "docs/om/index.md", "data/kallor/kalla-ett.yml"
STALE = "datumet `andrad` är inte höjt"
Told = Callable[[], str]


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *command], check=True, cwd=root)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


def replace(root: Path, place: str, old: str, new: str) -> None:
    text = (root / place).read_text("utf-8")
    assert old in text
    (root / place).write_text(text.replace(old, new), "utf-8")


def write(root: Path, place: str, text: str = "x\n") -> None:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, "utf-8")
