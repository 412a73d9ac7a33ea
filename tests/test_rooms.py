"""The rooms of the generator stand on floors, and each imports only from floors below its own.

`python -m tests.test_rooms` tells how many rooms, floors and arrows there are.
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import macros

PACKAGE = Path(macros.__file__).parent
# From the ground up: a room imports from those before it. Modules beside the rooms are rooms of their own.
FLOORS = (
    "places",
    "kept",
    "model",
    "language",
    "problems",
    "kunskapsbank",
    "ord",
    "addresses",
    "drawing",
    "facts",
    "site",
    "compare",
    "figures",
    "tools",
    "translation",
    "loading",
    "guidance",
    "search",
    "history",
    "checks",
    "forms",
    "markdown_ext",
    "scripts",
    "open_data",
    "pages",
    "printing",
    "contribute",
    "engine",
    "cli",
)
MOST_LOOSE = 8
# In 1,000 lines.
MOST_ANY = 6
ENGINES = {"mkdocs", "properdocs", "mkdocs_macros", "material"}
# Settings of a process that are written. The day of the build is for the engine, which reads it nowhere else.
ENVIRONMENT = re.compile(
    r"os\.environ\[(?!\"SOURCE_DATE_EPOCH\"\])[^\]]+\]\s*=|os\.putenv|os\.environ\.(?:setdefault|update|pop)"
)


def modules() -> Mapping[str, Path]:
    """Every module of the package by its name without ”macros.”."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


def imported(path: Path) -> Iterator[str]:
    """The modules that a module imports, wherever in it they are imported."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def arrows() -> set[tuple[str, str]]:
    """The pairs of rooms of which the first imports from the second."""
    found = set()
    for name, path in modules().items():
        for other in imported(path):
            first, _, rest = other.partition(".")
            if first == "macros" and rest:
                found.add((name.partition(".")[0], rest.partition(".")[0]))
    return {(room, other) for room, other in found if room != other}


def heights() -> Mapping[str, int]:
    """How many floors lie below each room, by what it imports."""
    found: dict[str, int] = {}
    below = arrows()
    for room in FLOORS:
        found[room] = max((found[other] + 1 for one, other in below if one == room and other in found), default=0)
    return found


def test_every_room_has_its_floor_and_imports_only_from_below() -> None:
    rooms = {name.partition(".")[0] for name in modules()} - {"__init__"}
    assert sorted(rooms) == sorted(FLOORS)
    up = [(one, other) for one, other in sorted(arrows()) if FLOORS.index(one) < FLOORS.index(other)]
    assert not up


def test_few_modules_stand_beside_the_rooms() -> None:
    assert len([path for path in PACKAGE.glob("*.py") if path.name != "__init__.py"]) <= MOST_LOOSE


def test_only_the_hook_imports_the_engine() -> None:
    knows = {name for name, path in modules().items() if {each.partition(".")[0] for each in imported(path)} & ENGINES}
    assert knows == {"engine.hook"}


def test_no_module_leaves_a_message_to_another_in_the_environment() -> None:
    found = [name for name, path in modules().items() if ENVIRONMENT.search(path.read_text("utf-8"))]
    assert not found


def loose_types() -> tuple[float, int]:
    """How often `Any` stands in 1,000 lines of the generator, and how many lines it has."""
    texts = [path.read_text("utf-8") for path in modules().values()]
    lines = sum(len(text.splitlines()) for text in texts)
    return 1000 * sum(len(re.findall(r"\bAny\b", text)) for text in texts) / lines, lines


def test_the_type_checker_knows_what_most_values_are() -> None:
    share, _ = loose_types()
    assert share <= MOST_ANY


def main() -> None:
    """Tells the figures."""
    every = FLOORS
    back = sum(every.index(one) < every.index(other) for one, other in arrows())
    share, lines = loose_types()
    sys.stdout.write(
        f"{len(every)} rooms, {max(heights().values()) + 1} floors, {len(arrows())} arrows, {back} back up; "
        f"Any {share:.1f} per 1,000 lines of {lines}\n"
    )


if __name__ == "__main__":
    main()
