"""The questions that `bench/search.py` asks, and how good an answer is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests" / "search"
DEVELOPMENT = TESTS / "queries.tsv"
# Questions written before any was asked, by the name their halves have in a table: the first set and later ones.
# ”seen” may be looked at, ”held” never is.
UNSEEN = {"": TESTS / "unseen.tsv", "2": TESTS / "unseen2.tsv", "3": TESTS / "unseen3.tsv"}
HALVES = ("seen", "held")
OFF_SUBJECT = "off-subject"


@dataclass(frozen=True)
class Query:
    """A question: what is typed, of what kind or by whom, and the addresses that answer it."""

    text: str
    kind: str
    right: frozenset[str]


@dataclass(frozen=True)
class Answer:
    """What an engine answered: addresses with the best first, and milliseconds the first time and at best."""

    addresses: tuple[str, ...]
    first: float
    least: float


def read_queries(path: Path = DEVELOPMENT) -> list[Query]:
    """The development queries."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:] if line]
    return [Query(text, kind, frozenset(right.split())) for text, kind, right in rows]


def read_unseen() -> dict[str, list[Query]]:
    """The unseen questions: `seen`, `held`, `seen2` and so on."""
    found: dict[str, list[Query]] = {f"{half}{number}": [] for number in UNSEEN for half in HALVES}
    for number, path in UNSEEN.items():
        for line in path.read_text("utf-8").splitlines()[1:]:
            user, text, half, right = line.split("\t")
            if user != OFF_SUBJECT:
                found[f"{half}{number}"].append(Query(text, user, frozenset(right.split())))
    return found


def figures(queries: Sequence[Query], answers: Sequence[Answer]) -> tuple[float, float, float, float]:
    """Right first, first three (percent), mean reciprocal rank, empty (percent)."""
    ranks = [rank(query, answer) for query, answer in zip(queries, answers, strict=True)]
    count = len(ranks) or 1
    first = sum(place == 1 for place in ranks)
    three = sum(1 <= place <= 3 for place in ranks)  # noqa: PLR2004 - the first three
    empty = sum(not answer.addresses for answer in answers)
    mean = sum(1 / place for place in ranks if place)
    return 100 * first / count, 100 * three / count, mean / count, 100 * empty / count


def rank(query: Query, answer: Answer) -> int:
    """The place of the first right page, from 1; 0 when there is none. A page counts once."""
    pages = dict.fromkeys("/" + address.split("#")[0] for address in answer.addresses)
    return next((place for place, page in enumerate(pages, 1) if page in query.right), 0)


def middle_and_high(times: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
