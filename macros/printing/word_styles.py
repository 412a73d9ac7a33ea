"""The looks of a Word document: an empty one with the house's type, title and footer, which `word_document` fills."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from macros.ord import words
from macros.printing.colours import paper_colours
from macros.printing.edition import Edition

# A document or a part of one; the library has no types.
Part = Any


def tighten(document: Part) -> None:
    """Smaller type, narrower margins and less air."""
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.5)
    for name, size, before, after in (("Normal", 9, 0, 2), ("Title", 20, 0, 2), ("Subtitle", 10, 0, 2)):
        _set_style(document, name, size, before, after)
    for name in ("List Bullet", "List Number"):
        _set_style(document, name, 9, 0, 1)
    _set_style(document, "Heading 1", 11, 5, 1)


def _set_style(document: Part, name: str, size: float, before: float, after: float) -> None:
    style = document.styles[name]
    style.font.size = Pt(size)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def new_document(title: str, summary: str, edition: Edition) -> Part:
    """An empty document with Swedish, the house's type and a footer."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    section.top_margin = section.bottom_margin = Cm(2.5)
    _styles(document)
    day = datetime(edition.day.year, edition.day.month, edition.day.day)  # noqa: DTZ001 - Word's dates have no zone
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title, summary, "sv-SE"
    properties.author = properties.last_modified_by = words()["utskrift"]["webbplats_lang"]
    properties.created = properties.modified = day
    properties.comments = edition.text
    document.add_paragraph(title, style="Title")
    document.add_paragraph(summary, style="Subtitle")
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{words()['utskrift']['webbplats']}. {edition.text}. ")
    footer.add_run(f"{words()['utskrift']['sida']} ")
    _page_field(footer)
    return document


def colour_of(name: str) -> RGBColor:
    """A colour of the site on paper, as Word has it."""
    return RGBColor.from_string(paper_colours()[name].lstrip("#").upper())


def _styles(document: Part) -> None:
    sizes: Mapping[str, tuple[float, RGBColor | None]] = {
        "Normal": (11, None),
        "Title": (24, colour_of("tall")),
        "Subtitle": (12, colour_of("text-svag")),
        "Heading 1": (14, colour_of("tall")),
        "Heading 2": (12, colour_of("tall")),
    }
    for name, (size, colour) in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.italic = "Calibri", Pt(size), False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        if colour is not None:
            style.font.color.rgb = colour
        # The library's own template has a blue rule under titles and widened letters.
        for wrong in [*style.element.iter(qn("w:pBdr")), *style.element.iter(qn("w:spacing"))]:
            if wrong.tag == qn("w:pBdr") or wrong.get(qn("w:val")):
                wrong.getparent().remove(wrong)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)


def _page_field(paragraph: Part) -> None:
    """The number of the page, as a field that Word keeps."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    # What is shown until a program has counted.
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001 - the library has no call for fields
