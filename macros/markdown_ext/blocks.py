"""Python-Markdown's tree of elements, made from what the one reader of Markdown (`macros.guidance.commonmark`) finds.

Python-Markdown reads lists, tables and boxes otherwise than the previews that contributors see. Its own
parser of blocks and of running text is therefore replaced; everything after it (attributes, contents list,
links, glossary) works on the tree as before.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.util import ETX, STX, AtomicString
from markdown_it.token import Token

from macros.guidance import commonmark


class Blocks(BlockParser):
    """Stands in for Python-Markdown's parser of blocks."""

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - Python-Markdown's name
        """The tree of a whole page, its running text included."""
        self.root = Element(self.md.doc_tag)
        _Builder(self.md, self.root).blocks(commonmark.tokens("\n".join(lines)))
        return ElementTree(self.root)


def register(md: Markdown) -> None:
    """Puts our reader in the place of Python-Markdown's."""
    md.parser = Blocks(md)
    md.treeprocessors.deregister("inline")
    # Our reader knows fenced code; the indentation of what stands in a list is part of its meaning.
    if "fenced_code_block" in md.preprocessors:
        md.preprocessors.deregister("fenced_code_block")


class _Builder:
    """Adds elements to a tree, token by token."""

    def __init__(self, md: Markdown, root: Element) -> None:
        self.md = md
        self.open = [root]

    def blocks(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            if token.type == "inline":
                self.inline(token.children or [])
            elif token.type in {"fence", "code_block"}:
                self.code(token)
            elif token.type == "hr":
                SubElement(self.open[-1], "hr")
            elif token.hidden:
                continue
            elif token.nesting == 1:
                self.open.append(SubElement(self.open[-1], token.tag, _attributes(token)))
            elif token.nesting == -1:
                self.open.pop()

    def code(self, token: Token) -> None:
        language = token.info.strip().split(" ", 1)[0]
        holder = SubElement(self.open[-1], "pre")
        code = SubElement(holder, "code", {"class": f"language-{language}"} if language else {})
        code.text = AtomicString(token.content)

    def inline(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            if token.nesting == 1:
                tag = "del" if token.tag == "s" else token.tag
                self.open.append(SubElement(self.open[-1], tag, _attributes(token)))
            elif token.nesting == -1:
                self.open.pop()
            elif token.type == "hardbreak":
                SubElement(self.open[-1], "br")
            elif token.type == "code_inline":
                SubElement(self.open[-1], "code").text = AtomicString(token.content)
            elif token.type == "image":
                SubElement(self.open[-1], "img", {"alt": token.content, **_attributes(token)})
            else:
                self.text(self.words(token))

    def words(self, token: Token) -> str:
        """The text of a token that is only text, with codes for what later rules must not read."""
        if token.type == "softbreak":
            return "\n"
        if token.type == "html_inline":
            return self.md.htmlStash.store(token.content)
        if token.type == "text_special" and len(token.content) == 1:
            # As in Python-Markdown: an escaped sign is a code until every other rule has been applied.
            return f"{STX}{ord(token.content)}{ETX}"
        return token.content

    def text(self, text: str) -> None:
        """Adds to the text at the end of the open element."""
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text


def _attributes(token: Token) -> dict[str, str]:
    if token.type == "box_open":
        return {"class": f"admonition {token.info}"}
    if token.type == "box_title_open":
        return {"class": "admonition-title"}
    found = {name: str(value) for name, value in token.attrs.items() if name != "alt"}
    if "style" in found:
        # As Python-Markdown writes it, which the rule for tables knows.
        found["style"] = found["style"].replace(":", ": ") + ";"
    return found
