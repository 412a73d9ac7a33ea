"""Marks that no reader of Markdown understood, and that would stand as signs on the page."""

import re
from collections.abc import Iterator, Mapping

from markdown_it.token import Token

from macros.guidance import commonmark

# What is left over in running text, with the place it is found by: (line of the block, words, message, hint).
LeftOver = tuple[int, str, str, str]

# Without any of these no mark is left over; links, citations and colons alone are none.
_WORTH_READING = re.compile(r"[*_`]|~~|\]\[|:[a-z:]|==|\+\+|\^\^|\[!|!!!|##")
_ESCAPE = "Ska tecknet synas skrivs ett omvänt snedstreck före: "
_SIGNS: Mapping[str, tuple[re.Pattern[str], str, str]] = {
    "star": (
        re.compile(r"\*{2,}|(?<![^\W_])\*(?=\w)|(?<=\w)\*(?![^\W_])"),
        "Stjärnan visas som ett tecken: markeringen är inte avslutad, eller har ett blanksteg inuti.",
        f"Skriv **fet** eller *kursiv* utan blanksteg innanför stjärnorna. {_ESCAPE}\\*.",
    ),
    "line": (
        re.compile(r"(?<![\w\\])_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?!\w)"),
        "Understrecket visas som ett tecken: markeringen är inte avslutad.",
        f"Skriv *kursiv* med en stjärna på varje sida. {_ESCAPE}\\_.",
    ),
    "code": (
        re.compile(r"`+"),
        "Tecknet ` visas: koden är inte avslutad.",
        f"Avsluta koden med ett lika långt `. {_ESCAPE}\\`.",
    ),
    "reference": (
        re.compile(r"\[[^\[\]@]+\]\[[^\[\]]*\]"),
        "Länken visas som hakparenteser.",
        "Skriv länken så här: [BeBo](/grupper/bebo.md).",
    ),
    "icon": (
        re.compile(
            r"(?<!\S):(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:|(?<!\S):[a-z][a-z0-9_+-]*[a-z]:(?!\S)"
        ),
        "Ikonens namn visas som text.",
        "Ta bort det, eller skriv vad ikonen betyder med ord.",
    ),
    "struck": (re.compile(r"~~"), "Tecknen ~~ visas.", "Skriv vad som gäller nu. Genomstruken text används inte."),
    "bright": (
        re.compile(r"==(?=\S)[^=\n]+==|\^\^(?=\S)[^^\n]+\^\^"),
        "Markeringen visas som tecken.",
        "Skriv **fet** i stället.",
    ),
    "keys": (
        re.compile(r"\+\+[a-z0-9\"][^+\n]*(?:\+[^+\n]+)*\+\+"),
        "Tangenterna visas med plustecken.",
        "Skriv tangentens namn som det står: Ctrl och S.",
    ),
    "alert": (
        re.compile(r"^\[!\w+\]"),
        "Rutan visas som ett citat.",
        'Skriv rutan så här: !!! viktigt "Rubrik", med texten indragen fyra blanksteg under.',
    ),
    "folded": (
        re.compile(r'^===[+!]? "'),
        "Flikarna visas som text.",
        "Skriv varje flik under en egen rubrik: ### Rubrik.",
    ),
    "heading": (
        re.compile(r"^#{2,6}(?=[^\s#])"),
        "Rubriken visas som text med #.",
        "Skriv ett blanksteg efter #: ## Rubrik.",
    ),
    "fenced": (
        re.compile(r"^:{3,}|^!{3}(?!\s*\S)"),
        "Rutan visas som tecken.",
        'Skriv rutan så här: !!! tips "Rubrik", med texten indragen fyra blanksteg under.',
    ),
    "abbreviation": (
        re.compile(r"^\*\[[^\]]+\]:"),
        "Förkortningen visas som text.",
        "Lägg ordet i ordlistan, en fil i data/begrepp/.",
    ),
}


def left_over(block: Token, references: dict[str, object]) -> Iterator[LeftOver]:
    """The marks of a block of running text that would be shown as signs; the first of each kind."""
    if not _WORTH_READING.search(block.content):
        return
    inner: list[Token] = []
    reader = commonmark.reader()
    reader.inline.parse(block.content, reader, references, inner)
    number, text, told = 0, "", set()
    for token in [*inner, Token("softbreak", "br", 0)]:
        if token.type == "s_open":
            message = "Genomstruken text visas inte på alla ställen."
            yield number, "~~", message, "Skriv vad som gäller nu. Ändringen syns i historiken."
        if token.type == "text":
            text += token.content
        elif token.type.endswith("break"):
            for kind, (pattern, message, hint) in _SIGNS.items():
                found = None if kind in told or text.lstrip().startswith("{{") else pattern.search(text)
                if found:
                    told.add(kind)
                    yield number, found[0], message, hint
            number, text = number + 1, ""
        else:
            # Code, links and emphasis: a mark beside them is no part of the text around.
            text += "\x00" if token.type in {"code_inline", "text_special"} else "\x01"
