"""One mistake, one message: a file that is gone and used in many places is told once, with the places."""

import re
from collections.abc import Iterable, Iterator

from macros.loading.load import MOVING
from macros.loading.messages import KIND_NAMES
from macros.model import KINDS
from macros.problems.problem import Problem

RULE = "borta"
# A single place is told with advice of its own.
MANY = 2
_SHOWN = 10
# A page without front matter, or at an address that is taken, is put right before it is put in the menu.
_FIRST = frozenset({"sidhuvud", "adress-dubbel"})
_AFTERWARDS = frozenset({"meny"})
_RECORD = re.compile(r"Det finns (?P<kind>ing\w+ [\w ]+) som heter ”(?P<name>[^”]+)”\.$")
_LEFT = re.compile(r"(?P<told>(?:Posten data/|Sidan /)\S+ (?:heter nu ”[^”]+”|är återkallad))\.$")
_PAGE = re.compile(r"(?:Det finns ingen sida ”/|Menyn leder till docs/)(?P<src>[^”#,]+\.md)")


def merged(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, with those that lack the same file made into one at the first place."""
    problems = sorted(set(problems))
    unusable = {problem.path for problem in problems if problem.rule in _FIRST}
    problems = [problem for problem in problems if not (problem.rule in _AFTERWARDS and problem.path in unusable)]
    places: dict[str, list[Problem]] = {}
    for problem in problems:
        places.setdefault(_cause(problem.message), []).append(problem)
    for cause, found in places.items():
        if not cause or len(found) < MANY:
            yield from found
            continue
        used = [f"{problem.path}:{problem.line}" for problem in found]
        rest = f" och {len(used) - _SHOWN} ställen till" if len(used) > _SHOWN else ""
        first = found[0].hint if _LEFT.search(found[0].message) else "Lägg tillbaka filen, eller ändra på ställena."
        hint = f"{first} Ställena är {', '.join(used[:_SHOWN])}{rest}."
        message = f"{cause}, men används på {len(used)} ställen."
        yield Problem(found[0].path, found[0].line, found[0].column, message, hint, rule=RULE, reference=MOVING)


def _cause(message: str) -> str:
    """That a file is missing, has moved or was taken back, if a problem says so; else empty."""
    left = _LEFT.search(message)
    if left:
        return left["told"].replace("heter nu", "har bytt namn till")
    missing = _missing_file(message)
    return f"Filen {missing} finns inte" if missing else ""


def _missing_file(message: str) -> str:
    record, page = _RECORD.search(message), _PAGE.search(message)
    if record:
        folder = next((folder for name, folder in KIND_NAMES.values() if name == record["kind"]), "")
        return f"{folder}{record['name']}.yml" if folder else ""
    if page:
        folder, _, name = page["src"].removesuffix(".md").rpartition("/")
        kind = next((kind for kind in KINDS.values() if kind.page_folder == folder and name != "index"), None)
        return f"data/{kind.folder}/{name}.yml" if kind else f"docs/{page['src']}"
    return ""
