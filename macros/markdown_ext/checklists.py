"""Checklists: a list item that starts with `[ ]` becomes a box with its text as label."""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

_BOX = re.compile(r"^\s*\[[ xX]\]\s+")
_BLOCKS = {"ul", "ol", "p", "table", "div", "blockquote"}


class ChecklistProcessor(Treeprocessor):
    """Rewrites every list item that is a box to tick."""

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        for parent in list(root.iter()):
            if parent.tag in {"ul", "ol"}:
                items = [item for item in parent if item.tag == "li"]
                boxes = [_make_box(item) for item in items]
                if any(boxes):
                    parent.set("class", "checklista")


def _make_box(item: Element) -> bool:
    holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    if not _BOX.match(holder.text or ""):
        return False
    label = Element("label")
    box = Element("input", {"type": "checkbox"})
    box.tail = _BOX.sub(" ", holder.text or "", count=1)
    label.append(box)
    holder.text = ""
    for child in list(holder):
        if child.tag in _BLOCKS:
            break
        holder.remove(child)
        label.append(child)
    holder.insert(0, label)
    return True
