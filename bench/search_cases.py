"""Questions made from the data, for `bench/search.py` and `tests/search`: nobody can tune the search to them.

Each kind has its own function. Everything is made from records, terms and built pages, in words of this module and
not of the search, at fixed seeds, so that two runs ask the same.
"""

import json
import random
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from macros.facts.cells import cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.language.forms import forms_of, lexemes
from macros.language.swedish import number
from macros.search.documents import Document
from macros.search.lexicon import word_list

Wanted = Literal["same", "suggested", "answer", "first", "not cited", "compared", "found"]
KINDS = (
    "inflection",
    "half-typed",
    "half-typed, one slip",
    "two slips",
    "fact",
    "section",
    "comparison",
    "number",
    "name",
    "typed otherwise",
)
RECORDS = ("grupp", "norm", "projekt", "samverkansform")
FOLDERS = {"grupp": "grupper", "norm": "normer", "projekt": "exempel", "samverkansform": "samverkansformer"}
SEED = 20261126
SHORTEST_WORD, SHORTEST_HALF, LONG_WORD = 4, 4, 8
MOST_PAIRS = 60
UNCITED = 20
LETTERS = "abcdefghijklmnoprstuvyåäö"
_WORD = re.compile(r"[^\W\d_]{4,}")
_SECTION = re.compile(r"(?:(\d+(?: [a-z])?) kap\. )?(\d+(?: [a-z])?) § (förvaltningslagen|språklagen|LOU|OSL)")
_NAME = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäöé]{3,}\b|\b[A-ZÅÄÖ]{3,6}\b")
_SPACE_IN_NUMBER = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
_GROUPED = re.compile(r"(?<![\d,.–])(?<!\d )\d{1,3}(?: \d{3})+(?![\d,–])")
# How a reader asks for the fact of a criterion, by its field; `{}` is the record's name.
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "bildad": ("när bildades {}", "vilket år startade {}"),
    "antal_medlemmar": ("hur många medlemmar har {}", "antal medlemmar i {}"),
    "huvudman": ("vem är huvudman för {}", "vem står bakom {}"),
    "samordning": ("vem samordnar {}",),
    "initiativ": ("vem tog initiativ till {}",),
    "finansiering": ("hur finansieras {}", "vem betalar för {}"),
    "avgift": ("vad kostar det att vara med i {}", "avgift {}"),
    "syfte": ("vad är syftet med {}",),
    "verksam": ("finns {} kvar", "är {} verksam i dag"),
    "utvarderad": ("har {} utvärderats",),
    "utgivare": ("vem har gett ut {}",),
    "utgiven": ("vilket år gavs {} ut",),
    "start": ("när startade {}",),
    "slut": ("när slutade {}",),
    "rattslig_grund": ("vilken rättslig grund har {}",),
}
COMPARISONS = ("jämför {a} och {b}", "skillnaden mellan {a} och {b}", "{a} eller {b}", "vad skiljer {a} från {b}")


@dataclass(frozen=True)
class Case:
    """A question, its kind, what must come of it, and the words or addresses that tell."""

    text: str
    kind: str
    wanted: Wanted
    right: tuple[str, ...]


def generated(bank: Kunskapsbank, documents: Sequence[Document]) -> list[Case]:
    """All cases, those of one kind together."""
    return [
        *inflections(bank, documents),
        *half_typed(documents),
        *slipped(documents),
        *fact_questions(bank),
        *law_sections(documents),
        *comparisons(bank),
        *numbers(documents),
        *names(documents),
        *typed_otherwise(documents),
    ]


def inflections(bank: Kunskapsbank, documents: Sequence[Document]) -> Iterator[Case]:
    """Each form of each word in a title, a name or a term leads where its other forms lead."""
    names = [*(page.title for page in documents), *(term.namn for term in bank.begrepp.values())]
    words = {word.lower() for name in names for word in _WORD.findall(name)} - word_list("stoppord")
    for word in sorted(words):
        for form in sorted(forms_of(word) - {word}):
            yield Case(form, "inflection", "same", (word,))


def half_typed(documents: Sequence[Document]) -> Iterator[Case]:
    """A title typed to its half suggests its page, and does so with one slip."""
    pick = random.Random(SEED)  # noqa: S311 - no secret
    for page in documents:
        half = page.title[: max(SHORTEST_HALF, len(page.title) // 2)].strip().lower()
        if page.kind in {"falt", "jamforelse"} or "#" in page.address or len(half) == len(page.title):
            continue
        yield Case(half, "half-typed", "suggested", (page.address,))
        if len(half) > SHORTEST_HALF:
            yield Case(_slip(half, pick), "half-typed, one slip", "suggested", (page.address,))


def slipped(documents: Sequence[Document]) -> Iterator[Case]:
    """A long word of a title with two slips in it leads to a page."""
    pick = random.Random(SEED)  # noqa: S311 - no secret
    words = {word.lower() for page in documents for word in _WORD.findall(page.title) if len(word) >= LONG_WORD}
    for word in sorted(words):
        yield Case(_slip(_slip(word, pick), pick), "two slips", "found", ())


def _slip(text: str, pick: random.Random) -> str:
    """The text with one letter left out, put in, changed, or changed about with the next; never the first."""
    at = pick.randrange(1, len(text) - 1)
    letter = pick.choice(LETTERS)
    return pick.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + letter + text[at:],
            text[:at] + letter + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )


def fact_questions(bank: Kunskapsbank) -> Iterator[Case]:
    """Questions on what the records say, and on what they say is unknown."""
    for kind in RECORDS:
        for identifier, record in bank.records(kind).items():
            values: Any = record
            for _, criterion in criteria_for(bank, kind):
                found = cell(values, criterion)
                words = tuple(entry.text for entry in found.entries)
                if found.status == "saknas":
                    words = ("saknas",)
                elif found.status == "ej":
                    continue
                for question in QUESTIONS.get(criterion.falt, ()):
                    right = (f"{FOLDERS[kind]}/{identifier}/", *words)
                    yield Case(question.format(values.namn), "fact", "answer", right)


def law_sections(documents: Sequence[Document]) -> Iterator[Case]:
    """Sections of laws that pages cite, and as many that none cites."""
    texts = {page.address: " ".join(part.text for part in page.sections) for page in documents}
    cited = {found[0] for text in texts.values() for found in _SECTION.finditer(text)}
    for reference in sorted(cited):
        # A page may name the law elsewhere than at the section, and several sections at once.
        chapter, kap, section = reference.partition(" §")[0].rpartition(" kap. ")
        start = re.compile(rf"(?<!\w){re.escape(chapter + kap + section)}(?!\w)" if kap else re.escape(reference))
        right = [address for address, text in texts.items() if start.search(text)]
        yield Case(reference, "section", "first", tuple(right))
    pick = random.Random(SEED)  # noqa: S311 - no secret
    for _ in range(UNCITED):
        yield Case(f"{pick.randrange(2, 16)} kap. {pick.randrange(30, 60)} § LOU", "section", "not cited", ())


def comparisons(bank: Kunskapsbank) -> Iterator[Case]:
    """Two records of one kind, in the ways that readers ask for their difference."""
    pick = random.Random(SEED)  # noqa: S311 - no secret
    for kind in RECORDS:
        pairs = list(combinations(sorted(bank.records(kind)), 2))
        for first, second in pick.sample(pairs, min(MOST_PAIRS, len(pairs))):
            names: list[Any] = [bank.records(kind)[identifier] for identifier in (first, second)]
            words = pick.choice(COMPARISONS).format(a=names[0].namn, b=names[1].namn)
            yield Case(words, "comparison", "compared", (first, second))


def numbers(documents: Sequence[Document]) -> Iterator[Case]:
    """Large numbers as people write them, with and without a space, lead to a page that has them."""
    texts = {page.address: _texts(page) for page in documents}
    written = {found[0].replace(" ", "") for text in texts.values() for found in _GROUPED.finditer(text)}
    plain_texts = {address: _SPACE_IN_NUMBER.sub("", text) for address, text in texts.items()}
    for digits in sorted(written):
        right = [at for at, text in plain_texts.items() if re.search(rf"(?<!\d){digits}(?!\d)", text)]
        for way in sorted({digits, number(int(digits)).replace("\u00a0", " ")}):
            yield Case(way, "number", "first", tuple(right))


def names(documents: Sequence[Document]) -> Iterator[Case]:
    """Places, bodies and their abbreviations that the pages name lead to a page that names them.

    A name is a word with a capital inside a sentence that stands in small letters nowhere, the dictionary included.
    The list of sources is left out, since every publisher stands there.
    """
    own = [page for page in documents if page.address != "kallor/"]
    texts = {page.address.partition("#")[0]: "" for page in own}
    for page in own:
        texts[page.address.partition("#")[0]] += f" {page.title} {page.summary} {_texts(page)}"
    small = {word for text in texts.values() for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    found = {name for text in texts.values() for name in _NAME.findall(text) if name.lower() not in small}
    for name in sorted(name for name in found if not lexemes(name.lower())):
        right = [address for address, text in texts.items() if re.search(rf"(?i)\b{name}", text)]
        yield Case(name.lower(), "name", "first", tuple(right))


def typed_otherwise(documents: Sequence[Document]) -> Iterator[Case]:
    """A title with its letters decomposed, without å, ä and ö, or with another dash leads where the title leads."""
    plain_letters = str.maketrans("åäöÅÄÖ", "aaoAAO")
    for page in documents:
        title = page.title
        if page.address and "#" not in page.address:
            ways = {unicodedata.normalize("NFD", title), title.translate(plain_letters), title.replace("-", "–")}
            for way in sorted(ways - {title}):
                yield Case(way, "typed otherwise", "same", (title,))


def _texts(page: Document) -> str:
    return " ".join(f"{part.heading}: {part.text}" for part in page.sections)


def judge(case: Case, found: Mapping[str, Any], same: Mapping[str, Any]) -> str:
    """”right”, ”wrong” (an answer that is not the right one) or ”missing”; `same` is what the base form leads to."""
    addresses, answer = [*found["addresses"], ""], found["answer"]
    if case.wanted in {"answer", "compared", "not cited"}:
        if not answer:
            return "missing"
        text = plain(json.dumps(answer, ensure_ascii=False))
        right = answer.get("missing") if case.wanted == "not cited" else all(plain(word) in text for word in case.right)
        return "right" if right else "wrong"
    right = {
        "same": addresses[0] == [*same["addresses"], ""][0] != "",
        "suggested": set(case.right) <= set(addresses),
        "first": addresses[0].split("#")[0] in case.right,
        "found": addresses[0] != "",
    }[case.wanted]
    return "right" if right else "missing"


def plain(text: str) -> str:
    """A text in small letters without no-break spaces and quotation marks, as two texts are compared."""
    return text.replace("\u00a0", " ").replace("\\", "").replace('"', "").lower()
