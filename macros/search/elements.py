"""What the elements of a page are to the search: which it leaves out, and which stand inside a line."""

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
SKIPPED = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "nav",
        "form",
        "svg",
        "footer",
        "button",
        "code",
        "pre",
        "select",
        "sup",
    }
)
SKIPPED_CLASSES = frozenset(
    {"kallista", "legend", "bokstaver", "jamfor-hopp", "svar-saknas", "svar-ej", "forklaring", "bara-skript"}
)
# Tables with the same row headings on every page of a kind: the headings say nothing about the one page.
FORM_CLASSES = frozenset({"fakta", "jamforelsetabell", "siffror", "oversikt"})
# Elements inside a line: they do not part two words.
INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "strong",
        "sub",
        "time",
        "u",
        "var",
        "wbr",
    }
)
