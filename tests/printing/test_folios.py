"""Every page of a guide that says its edition says its number too, and the numbers follow each other."""

import re
import subprocess
from pathlib import Path

FOLIO = re.compile(r"Utgåva .+, version \S+\s+(\d+)$", re.MULTILINE)


def test_the_pages_of_a_guide_are_numbered(kept_built: Path) -> None:
    for path in sorted((kept_built / "site" / "utskrift").glob("vagledning*.pdf")):
        done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
        pages = done.stdout.decode("utf-8").split("\f")
        numbers = {place: int(found[1]) for place, page in enumerate(pages, 1) if (found := FOLIO.search(page))}
        assert len(numbers) > 2, path.name
        assert len({number - place for place, number in numbers.items()}) == 1, path.name
