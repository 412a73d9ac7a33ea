"""Accessible Markdown tables: caption, header scopes, first column as row headers, a region that scrolls.

The caption is the paragraph ”Tabell: …” straight before the table.
"""

from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

PREFIX = "Tabell: "


class TableProcessor(Treeprocessor):
    """Rewrites every table that Markdown made."""

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        number = 0
        for parent in list(root.iter()):
            for table in [child for child in parent if child.tag == "table"]:
                number += 1
                _set_headers(table)
                _align_by_class(table)
                _wrap(parent, table, f"tabell-md-{number}")


def _set_headers(table: Element) -> None:
    for cell in table.iterfind("./thead/tr/th"):
        cell.set("scope", "col")
    for row in table.iterfind("./tbody/tr"):
        if len(row):
            row[0].tag = "th"
            row[0].set("scope", "row")


def _align_by_class(table: Element) -> None:
    """Alignment as a class, since inline styles are forbidden by the pages' security policy."""
    for cell in table.iter():
        style = cell.attrib.pop("style", "")
        if style:
            cell.set("class", style.removeprefix("text-align: ").rstrip(";"))


def _wrap(parent: Element, table: Element, identifier: str) -> None:
    place = list(parent).index(table)
    before = parent[place - 1] if place else None
    region = Element("div", {"class": "tabellyta", "role": "region", "tabindex": "0", "aria-labelledby": identifier})
    region.tail, table.tail = table.tail, None
    parent[place] = region
    region.append(table)
    caption = Element("caption", {"id": identifier})
    table.insert(0, caption)
    if before is not None and before.tag == "p" and (before.text or "").startswith(PREFIX):
        caption.text = (before.text or "").removeprefix(PREFIX)
        caption.extend(list(before))
        parent.remove(before)
    else:
        # A table without a caption is reported by the check; here it keeps a name all the same.
        SubElement(caption, "span").text = " ".join(
            "".join(cell.itertext()) for cell in table.iterfind("./thead/tr/th")
        )
