"""No page shows a reader the marks of Markdown: what was written is what is shown."""

import re
from pathlib import Path

_CODE = re.compile(r"<(script|style|pre|code|textarea|title)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")
_MARKS = re.compile(
    r"\*\*|\[@[a-z]|\]\(|^\s*- \[[ x]\]|\|\s*-{3,}\s*\||^\s*!!!|^\s*#{1,4} |\{:? ?[#.][a-z]|```", re.MULTILINE
)


def test_no_page_has_literal_marks_outside_code(site: Path) -> None:
    wrong = {}
    for path in sorted(site.rglob("*.html")):
        text = _TAGS.sub("", _CODE.sub("", path.read_text("utf-8")))
        found = _MARKS.search(text)
        if found:
            wrong[path.relative_to(site).as_posix()] = text[max(found.start() - 40, 0) : found.end() + 40].strip()
    assert wrong == {}
