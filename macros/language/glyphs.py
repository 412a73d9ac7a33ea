"""Which signs the typefaces of print can draw; one that they lack would stop every printed product."""

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

STANDARDS: tuple[Literal["ua-1", "a-3a"], ...] = ("ua-1", "a-3a")
# Latin letters, digits and common signs, which the typefaces have. A test draws every one of them.
COMMON = re.compile(
    "[\\s!-~\u00a0-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u2070-\u2099]*"
)
# A sign with the accents on it.
CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\u200d]*")
# What print shows in place of a sign that it cannot draw.
STAND_IN = "□"
_FONTS = Path(__file__).resolve().parents[2] / "overrides" / "typst" / "fonts"


@cache
def can_be_drawn(cluster: str) -> bool:
    """Whether a sign, with the accents that stand on it, can be set in every product."""
    import typst  # noqa: PLC0415 - loaded when a sign asks for it, since the check imports this module

    text = "".join(f"\\u{{{ord(sign):x}}}" for sign in cluster)
    source = f'#set document(title: "x")\n#set text(font: ("Kunskap Serif", "Kunskap Sans"), lang: "sv")\n#"{text}"'
    compiler = typst.Compiler(font_paths=[str(_FONTS)], ignore_system_fonts=True)
    try:
        files: Any = {"main": source.encode()}
        compiler.compile(files, format="pdf", pdf_standards=list(STANDARDS))
    except typst.TypstError:
        return False
    return True


def drawable(value: Any) -> Any:
    """The values of a product with a square in place of each sign that cannot be drawn."""
    if isinstance(value, str):
        return value if COMMON.fullmatch(value) else CLUSTER.sub(_drawn, value)
    if isinstance(value, dict):
        return {key: drawable(part) for key, part in value.items()}
    return [drawable(part) for part in value] if isinstance(value, list | tuple) else value


def _drawn(found: re.Match[str]) -> str:
    return found[0] if COMMON.fullmatch(found[0]) or can_be_drawn(found[0]) else STAND_IN
