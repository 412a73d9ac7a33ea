"""What is typeset: the one place for the rules of which books there are and which pages each of them holds.

A book must be one that someone can hold, and that a small machine can set: the typesetter needs about
three megabytes a paper page. A page of the site is two paper pages on average.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from macros.model import KINDS
from macros.translation.addresses import is_english

# The main product holds what a new group reads: what it is, how to form one, how to work; and the glossary.
SHORT_PARTS = ("/om-bestallargrupper/", "/bilda-en-grupp/", "/arbetssatt/")
SHORT_PAGES = frozenset({"/"})
# The English guide holds the same, at the English addresses.
ENGLISH_PARTS = ("/en/about-client-groups/", "/en/form-a-group/", "/en/ways-of-working/")
ENGLISH_PAGES = frozenset({"/en/"})
# A glossary of many terms has a page a letter.
GLOSSARIES = ("/ordlista/", "/en/glossary/")
# The whole knowledge base is one book up to this many pages of the site, about 200 on paper.
MOST_IN_WHOLE = 100
# Records of a kind stand in the guide to their section up to this many; more get volumes of their own.
MOST_IN_VOLUME = 60


@dataclass(frozen=True)
class Plan:
    """Which books are made: whether there is a whole one and one in English, and the volume of each page in one."""

    whole: bool = True
    volumes: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    english: bool = False


def plan_of(addresses: Iterable[str]) -> Plan:
    """The plan for a site with pages at some addresses; the order in which they are given does not matter."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    given = sorted(set(addresses))
    swedish = [address for address in given if not is_english(address)]
    for address in swedish:
        folder, _, stem = address.strip("/").rpartition("/")
        if folder and stem:
            below[folder].append(address)
    folders = {kind.page_folder for kind in KINDS.values() if kind.page_folder}
    volumes = {
        address: (folder, place // MOST_IN_VOLUME + 1)
        for folder in sorted(folders)
        if len(below[folder]) > MOST_IN_VOLUME
        for place, address in enumerate(below[folder])
    }
    return Plan(len(swedish) <= MOST_IN_WHOLE, volumes, any(address.startswith(ENGLISH_PARTS) for address in given))


def is_in_short(address: str) -> bool:
    """Whether a page stands in the short guide."""
    return address in SHORT_PAGES or address.startswith((*SHORT_PARTS, GLOSSARIES[0]))


def is_in_english(address: str) -> bool:
    """Whether a page stands in the English guide."""
    return address in ENGLISH_PAGES or address.startswith((*ENGLISH_PARTS, GLOSSARIES[1]))
