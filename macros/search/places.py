"""Pages that the search reads otherwise than others: by their title alone, or not at all."""

from dataclasses import dataclass
from functools import cache

from macros.language.speaking import SWEDISH
from macros.translation.addresses import english_address, language_of

# Easy-to-read pages of single records, which say again what the pages do that lead to them.
EASY_KIND = "lattlast"
# Pages of field names, of use to those who look for the field.
FIELD_KIND = "falt"


@dataclass(frozen=True)
class Places:
    """The addresses of pages that are weighed apart, in one language."""

    start: str
    glossary: str
    sources: str
    register: str
    comparisons: str
    pairs: str
    changes: str

    def is_term_list(self, address: str) -> bool:
        """Whether the terms of a page are documents of their own."""
        return address.startswith(self.glossary)

    def is_part(self, address: str) -> bool:
        """Whether a page is a part of a table or list that is divided: its own address is what is looked for."""
        below = [each for each in (self.comparisons, self.glossary, self.register) if address.startswith(each)]
        deep = len(below) == 1 and address.count("/") > below[0].count("/") + (below[0] == self.comparisons)
        return deep and not address.startswith(self.pairs)

    def says_again(self, address: str, kind: str) -> bool:
        """Whether all that a page says stands on others: two records side by side, or what records once said."""
        lists = {self.glossary, self.register, self.changes}
        return kind == FIELD_KIND or address in lists or address.startswith(self.pairs)


@cache
def places(language: str) -> Places:
    """The places in a language."""
    swedish = ("/", "/ordlista/", "/kallor/", "/a-o/", "/jamfor/", "/jamfor/par/", "/andringar/")
    own = swedish if language == SWEDISH else (english_address(address) or address for address in swedish)
    return Places(*(address.removeprefix("/") for address in own))


def is_read(address: str, kind: str = "") -> bool:
    """Whether anything of a page is searched."""
    own = places(language_of(f"/{address}"))
    return kind != EASY_KIND and (own.is_term_list(address) or not own.is_part(address))


def is_read_in_full(address: str, kind: str) -> bool:
    """Whether more of a page than its title is read."""
    own = places(language_of(f"/{address}"))
    return own.is_term_list(address) or not own.says_again(address, kind)
