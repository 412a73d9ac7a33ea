"""A project with many records, made from the small one: more than stand in one table or in a list of boxes."""

from pathlib import Path

from tests.cases import small_project

GROUPS = 44
AREAS = ("bostader", "lokaler", "energi", "miljo", "transporter")


def many_project(root: Path) -> Path:
    """The small project in a new folder with `GROUPS` more groups: each in two areas, the last alone in a third."""
    small_project(root)
    folder = root / "data" / "grupper"
    text = (folder / "alfa.yml").read_text("utf-8")
    for number in range(1, GROUPS + 1):
        areas = [AREAS[number % len(AREAS)], AREAS[(number + 1) % len(AREAS)]]
        areas += ["skolor"] if number == GROUPS else []
        own = text.replace("namn: Alfa", f"namn: Grupp {number:03}").replace("[energi]", f"[{', '.join(areas)}]")
        own = own.replace("Provgruppen Alfa", f"Provgruppen nummer {number}")
        (folder / f"grupp-{number:03}.yml").write_text(own, "utf-8")
    return root
