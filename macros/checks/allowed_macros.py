"""The macros that guidance may call, and the arguments each accepts: the only list of them.

A call stands alone on its line, as `{{ name("argument") }}`. The site's macro environment offers
these and nothing else, and `kunskapsbank kontrollera` refuses every other use of template syntax.
"""

from collections.abc import Mapping

# Name -> the allowed arguments; an empty tuple means that the macro takes none.
MACROS: Mapping[str, tuple[str, ...]] = {
    "figur": (
        "samverkan",
        "tidslinje",
        "arbetssatt",
        "omraden",
        "ansvarstid",
        "fore-och-efter",
        "besparing",
        "mal-och-utfall",
        "priset",
        "avgift",
        "kansli",
        "betalare",
        "forkommersiell",
        "kunskap",
        "former",
        "troskelvarden",
        "lattlast-grupp",
        "lattlast-kop",
        "lattlast-steg",
        "lattlast-pengar",
    ),
    "poster": (
        "bestallargrupper",
        "utomlands",
        "framgangsfaktorer",
        "lattlast-grupper",
        "lattlast-andra",
        "lattlast-exempel",
    ),
    "steg": (),
    "kontakt": (),
    "antal": (),
    "utskrifter": (),
    "nedladdning": (),
    "installningar": (),
    "verktyg": ("valj-form", "sjalvskattning", "totalmetoden", "kostnader", "redigera"),
    "oppna_data": ("samlingar", "exempel", "katalog", "kallhanvisning"),
}

# Macros that read pages of guidance, as they are called; every other is made from records and settings alone.
READS_GUIDANCE = ("steg(", '"troskelvarden"')
