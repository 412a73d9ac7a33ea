"""`make kept`: accepts what the small site says now; the difference is read in review like any other."""

import sys
import tempfile
from pathlib import Path

from tests.conftest import build_kept
from tests.kept.small import KEPT, texts


def main() -> None:
    """Writes every kept text anew and says how many changed."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "projekt"
        build_kept(root)
        found = texts(root / "site")
    before = {path.relative_to(KEPT).as_posix(): path.read_text("utf-8") for path in KEPT.rglob("*.txt")}
    for name in before.keys() - found.keys():
        (KEPT / name).unlink()
    for name, text in found.items():
        path = KEPT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    changed = [name for name in before.keys() | found.keys() if before.get(name) != found.get(name)]
    sys.stdout.write(f"{len(found)} kept texts, {len(changed)} changed\n")


if __name__ == "__main__":
    main()
