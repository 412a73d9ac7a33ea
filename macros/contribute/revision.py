"""Data and guidance as they were at a revision of the project."""

import io
import subprocess
import tarfile
from pathlib import Path

from macros.ord import words


def unpack(root: Path, revision: str, target: Path) -> str:
    """Puts data and guidance of a revision in a folder; says what went wrong, if anything."""
    text = words()["skillnad"]
    if revision.startswith("-"):
        return str(text["okand_bas"].format(bas=revision))
    command = ["git", "-C", str(root), "archive", "--format=tar", revision, "--", "data", "docs"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a fixed command, no shell
    if done.returncode:
        return str(text["okand_bas"].format(bas=revision))
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [member for member in archive.getmembers() if member.isfile() or member.isdir()]
        archive.extractall(target, members=members, filter="data")
    return ""
