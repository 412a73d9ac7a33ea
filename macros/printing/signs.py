"""Which signs the typefaces of print can draw; one that they lack would stop every printed product."""

from functools import cache
from pathlib import Path
from typing import Any

import typst

from macros.printing.typesetting import STANDARDS

_FONTS = Path(__file__).resolve().parent.parent.parent / "overrides" / "typst" / "fonts"


@cache
def can_be_drawn(cluster: str) -> bool:
    """Whether a sign, with the accents that stand on it, can be set in every product."""
    text = "".join(f"\\u{{{ord(sign):x}}}" for sign in cluster)
    source = f'#set document(title: "x")\n#set text(font: ("Kunskap Serif", "Kunskap Sans"), lang: "sv")\n#"{text}"'
    compiler = typst.Compiler(font_paths=[str(_FONTS)], ignore_system_fonts=True)
    try:
        files: Any = {"main": source.encode()}
        compiler.compile(files, format="pdf", pdf_standards=list(STANDARDS))
    except typst.TypstError:
        return False
    return True
