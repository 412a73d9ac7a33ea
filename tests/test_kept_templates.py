from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from macros.engine.kept_templates import KeptTemplates


def drawn(folder: Path, text: str) -> str:
    """What a template says, as a run that starts anew draws it."""
    made = Environment(loader=DictLoader({"a": text}), autoescape=True, bytecode_cache=KeptTemplates("prov", folder))
    return made.get_template("a").render(namn="BeBo")


def test_a_kept_template_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(tmp_path, "Grupp: {{ namn }}") == "Grupp: BeBo"
    monkeypatch.setattr(Environment, "compile", None)
    assert drawn(tmp_path, "Grupp: {{ namn }}") == "Grupp: BeBo"


def test_a_changed_template_is_seen(tmp_path: Path) -> None:
    drawn(tmp_path, "Grupp: {{ namn }}")
    assert drawn(tmp_path, "Nätverk: {{ namn }}") == "Nätverk: BeBo"


@pytest.mark.parametrize("keep", [0, 10, 200])
def test_a_template_kept_by_halves_is_compiled_anew(tmp_path: Path, keep: int) -> None:
    drawn(tmp_path, "Grupp: {{ namn }}")
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:keep])
    assert drawn(tmp_path, "Grupp: {{ namn }}") == "Grupp: BeBo"


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", "utf-8")
    assert drawn(tmp_path / "fil", "Grupp: {{ namn }}") == "Grupp: BeBo"
