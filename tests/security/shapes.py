"""Files of 100 kB in shapes that keep a careless program busy for minutes: `make bench` times them, a test reads them.

Each is one sign or a few repeated, since that is what patterns with two ways of matching the same text choke on.
"""

SIZE = 100_000
HEAD = """---
title: Fall
sammanfattning: En sida som prövar en enda regel i taget.
malgrupp: [alla läsare]
andrad: "2026-11-23"
granskad: "2026-11-23"
---

"""
_REPEATED_IN_PAGES = (
    "[", "](", "[a](", "![", "*", "*a ", "_a_", "`", "`a ``", "[a](/om/index.md) ", "[a](/om/indxe.md)\n\n",
    "[@kalla-et] ", "[@", "## a\n\n", "### bb\n", "|a", "|a|b|\n", "> ", "abcdefgh ", "upphandlnig ", "a",
    "ord och ", "beslutas ", '!!! tips "a"\n    b\n\n', "{", "{{ figur('x') }}\n\n", "{{", "&amp;", "<a ",
    "-", "- ", "a\n=", "a\n: b\n", " ", "\t", "\n", "(", "@", "|", "~", "```\n", ":", "[a]: b\n", "- [ ] a\n",
    ".", ". ", "!", "”", "”)", "…", "å", "a-", "a.b", "http://", "1.", "1. a\n", "a:", "-8<", "=", "+", "#",
    "/", "a/", "%}", "\u00a0", "\u00ad",
)  # fmt: skip
_REPEATED_IN_RECORDS = (
    "namn: a\n", "[", "a: ", '"', "'a' ", "# a\n", "---\n", "{a: ", "%", "a: |\n", "- ", "-\n", ": ", "? a\n",
    "&a ", "*a ", "!!x ", "\ufeff", "a: !!x 1\n", " ", "\t", "\n",
)  # fmt: skip
_RECORD = """namn: X
sammanfattning: Hej hej hej hej hej hej hej.
andrad: "2026-11-23"
granskad: "2026-11-23"
"""


def _filled(text: str) -> str:
    return (text * (SIZE // len(text) + 1))[:SIZE]


PAGES = {repr(sign): HEAD + _filled(sign) for sign in _REPEATED_IN_PAGES}
PAGES |= {
    "nested list": HEAD + "".join("  " * depth + "- a\n" for depth in range(400)),
    "wide table": f"{HEAD}Tabell: x\n\n{_filled('|a')}\n{_filled('|-')}\n",
    "different words": HEAD + " ".join(f"ordx{number}yz" for number in range(9000)),
}
RECORDS = {repr(sign): _RECORD + _filled(sign) for sign in _REPEATED_IN_RECORDS}
RECORDS |= {
    "unknown keys": _RECORD + "".join(f"nyckel{number}: 1\n" for number in range(7000)),
    "deep": _RECORD + "".join(" " * depth + "a:\n" for depth in range(440)),
    "long text": _RECORD + "syfte: |\n" + _filled("  text text\n"),
    "long list": _RECORD + f"sokord: [{_filled('a, ')}]\n",
    "near values": _RECORD + "omraden:\n" + _filled("  - bostaderr\n"),
    "different values": _RECORD + "omraden:\n" + "".join(f"  - bost{number}der\n" for number in range(5500)),
    "near sources": _RECORD + f"bildad:\n  varde: 1989\n  kallor: [{_filled('kalla-et, ')}]\n",
    "anchors": "".join(f"a{number}: &x{number} 1\n" for number in range(6000)),
    "large number": _RECORD + f"bildad: {_filled('9')}\n",
    "many events": _RECORD + "handelser:\n" + _filled("  - ar: 1989\n    text: a\n    kallor: [kalla-et]\n"),
}
