"""The forms of Swedish words, from the dictionary for Hunspell: ”bostad” has ”bostaden”, ”bostäder”, ”bostädernas”.

The dictionary's rules are suffix rules only (see hunspell(5)): `SFX flag strip add condition`. A plural with another
vowel stands in it as a word of its own and is found by that vowel. A word that the dictionary lacks has the forms
of the longest word at its end, as Swedish compounds do.
"""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

_FOLDER = files("macros.language")
# Flags that make no form of the same word: parts of compounds and of numbers, words that are forbidden.
_NO_FORMS = frozenset("WUXYZ¤%!c0123456789-")
_ONLY_PARTS = frozenset("Z¤%")
_UMLAUT = re.compile(r"^(.*?)([äö])([^aeiouyåäö]+)er$")
# The flag of such a plural: it has the ending -na.
_PLURAL = "J"
_PLAIN_VOWELS = {"ä": "aå", "ö": "o"}
SHORTEST_END = 4


def forms_of(word: str) -> frozenset[str]:
    """All forms of a word in lower case; of those that it is a form of when it is no base form itself."""
    found = lexemes(word)
    own = [forms for base, forms in found if base == word]
    return frozenset({word}).union(*(own or (forms for _, forms in found)))


@cache
def lexemes(word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words that a word is a form of, each as its base form and all its forms."""
    for at in range(max(len(word) - SHORTEST_END + 1, 1)):
        bases = sorted(set(_bases(word[at:])))
        if bases:
            start = word[:at]
            return tuple((start + base, frozenset(start + form for form in _forms(base))) for base in bases)
    return ()


def _bases(word: str) -> Iterator[str]:
    """The words of the dictionary that a word is a form of."""
    if word in _words():
        yield _singular(word)
    for add, rules in _rules_by_ending().items():
        if not add or not word.endswith(add):
            continue
        for flag, strip, condition in rules:
            base = word[: len(word) - len(add)] + strip
            if flag in _words().get(base, "") and condition.search(base):
                yield _singular(base)


def _singular(base: str) -> str:
    """The singular of a plural with another vowel, otherwise the word itself: ”böcker” is of ”bok”."""
    found = _UMLAUT.match(base) if _PLURAL in _words().get(base, "") else None
    if not found:
        return base
    start, vowel, end = found.groups()
    ends = (end, end.replace("ck", "k"), end[:-1]) if len(end) > 1 else (end,)
    words = (start + plain + last for plain in _PLAIN_VOWELS[vowel] for last in ends)
    return next((word for word in words if word in _words()), base)


def _plural(base: str) -> str | None:
    """The plural with another vowel of a word, where the dictionary has one."""
    found = re.match(r"^(.*)([aoå])([^aeiouyåäö]+)$", base)
    if not found:
        return None
    start, vowel, end = found.groups()
    changed = "ö" if vowel == "o" else "ä"
    ends = (end, end.replace("k", "ck"), end + end[-1])
    words = (f"{start}{changed}{last}er" for last in ends)
    return next((word for word in words if _PLURAL in _words().get(word, "")), None)


@cache
def _forms(base: str) -> frozenset[str]:
    plural = _plural(base)
    own = {base, *_made(base)}
    return frozenset(own | {plural, *_made(plural)} if plural else own)


def _made(base: str) -> Iterator[str]:
    """The forms that the rules make of a word. A form that ends in a hyphen is only the start of others."""
    for flag in _words().get(base, ""):
        for strip, add, condition in _rules().get(flag, ()):
            if base.endswith(strip) and condition.search(base):
                made = base[: len(base) - len(strip)] + add
                if not made.endswith("-"):
                    yield made


@cache
def _words() -> Mapping[str, str]:
    """Every word of the dictionary in small letters with its flags, but for those that are only parts."""
    found: dict[str, str] = {}
    for line in gzip.decompress(_FOLDER.joinpath("svenska.dic.gz").read_bytes()).decode("utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        if word.islower() and not _ONLY_PARTS & set(flags):
            found[word] = found.get(word, "") + flags
    return found


@cache
def _rules() -> Mapping[str, tuple[tuple[str, str, re.Pattern[str]], ...]]:
    """The suffix rules by flag: what is taken away, what is put on, and when."""
    rules: defaultdict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
    for line in _FOLDER.joinpath("svenska.aff").read_text("utf-8").splitlines():
        parts = line.split()
        if len(parts) == 5 and parts[0] == "SFX" and parts[1] not in _NO_FORMS:  # noqa: PLR2004 - a rule's parts
            add = parts[3].partition("/")[0]
            strip = "" if parts[2] == "0" else parts[2]
            rules[parts[1]].append((strip, "" if add == "0" else add, re.compile(f"(?:{parts[4]})$")))
    return {flag: tuple(found) for flag, found in rules.items()}


@cache
def _rules_by_ending() -> Mapping[str, tuple[tuple[str, str, re.Pattern[str]], ...]]:
    """The same rules by what they put on."""
    found: defaultdict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
    for flag, rules in _rules().items():
        for strip, add, condition in rules:
            found[add].append((flag, strip, condition))
    return {add: tuple(rules) for add, rules in found.items()}
