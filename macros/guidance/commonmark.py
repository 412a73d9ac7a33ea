"""The one reader of Markdown: CommonMark with GitHub's tables, and our boxes.

Contributors write in a web editor whose preview is CommonMark. The pages and the check read with the same
parser, so that a list, a table or a paragraph is on the page what it was in the preview. What differs from
GitHub's own reading is only `!!!`, which is shown there as it is written.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

# The kind and the title of a box: `!!! tips "Titel"`.
BOX = re.compile(r'!!![ ]*(?P<kind>[a-zåäö]+)(?:[ ]+"(?P<title>[^"\n]*)")?[ ]*')
# The text of a box is indented by four spaces; two or three are understood too.
BOX_INDENT = range(2, 5)
# Raw HTML on lines of its own is taken care of before (only templates of our own hold any).
_LEFT_OUT = ("html_block",)


@cache
def reader() -> MarkdownIt:
    """The parser. Escaped signs stay apart from other text, so that they are never read as marks later."""
    made = MarkdownIt("commonmark", {"html": True, "maxNesting": 40})
    made.enable(["table", "strikethrough"]).disable([*_LEFT_OUT, "text_join"])
    made.block.ruler.before("fence", "box", _box, {"alt": ["paragraph", "reference", "blockquote", "list", "table"]})
    return made


def tokens(text: str) -> list[Token]:
    """The blocks of a text, each with the lines that it was made of (from 0) and its running text read."""
    return reader().parse(text)


def block_tokens(text: str, references: dict[str, object] | None = None) -> list[Token]:
    """The blocks of a text whose running text is not read: what a rule about blocks needs, for a third of the time.

    Addresses that links refer to are added to `references`.
    """
    state = StateBlock(text, reader(), {} if references is None else references, [])
    reader().block.tokenize(state, state.line, state.lineMax)
    return state.tokens


def plain(content: str) -> str:
    """Running text without its marks, as a reader sees it."""
    parts: list[Token] = []
    reader().inline.parse(content, reader(), {}, parts)
    return "".join("\n" if part.type.endswith("break") else part.content for part in parts)


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """A box: its first line, and the indented lines below it."""
    if state.is_code_block(start):
        return False
    found = BOX.fullmatch(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
    if found is None:
        return False
    if silent:
        return True
    indent, last = _extent(state, start, end)
    _open(state, start, last, found)
    before = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = state.blkIndent + indent, last, "box"
    state.md.block.tokenize(state, start + 1, last)
    state.blkIndent, state.lineMax, state.parentType = before
    state.push("box_close", "div", -1)
    state.line = last
    return True


def _extent(state: StateBlock, start: int, end: int) -> tuple[int, int]:
    """How far the text of a box is indented, and the line after its last."""
    indent, last = 0, start + 1
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        inset = state.sCount[line] - state.blkIndent
        if not indent and inset >= BOX_INDENT.start:
            indent = min(inset, BOX_INDENT.stop - 1)
        if not indent or inset < indent:
            break
        last = line + 1
    return indent or BOX_INDENT.stop - 1, last


def _open(state: StateBlock, start: int, last: int, found: re.Match[str]) -> None:
    box = state.push("box_open", "div", 1)
    box.map = [start, last]
    box.info = found["kind"]
    title = state.push("box_title_open", "p", 1)
    title.map = [start, start + 1]
    text = state.push("inline", "", 0)
    text.content, text.map, text.children = found["title"] or found["kind"].capitalize(), [start, start + 1], []
    state.push("box_title_close", "p", -1)
