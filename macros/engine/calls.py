"""What guidance may call: MkDocs' macros plugin loads this module, which only registers functions of others."""

from pathlib import Path
from typing import Any

from macros.drawing import draw
from macros.engine.settings_left import settings
from macros.figures import figure
from macros.loading.current import current_bank
from macros.open_data.publication import publication
from macros.pages.contact import contact
from macros.pages.counts import counts_list
from macros.pages.open_data import part
from macros.pages.print_list import PLACE
from macros.pages.short_lists import short_list
from macros.pages.steps import steps_list
from macros.tools.draw import tool


def define_env(env: Any) -> None:
    """Registers the macros that guidance may call: those listed in `macros.checks.allowed_macros`."""
    env.macro(lambda name: figure(current_bank(), name), "figur")
    env.macro(lambda name: short_list(current_bank(), name), "poster")
    env.macro(lambda: steps_list(env.conf["nav"], Path(env.conf["docs_dir"])), "steg")
    env.macro(lambda: contact(env.conf["extra"]), "kontakt")
    env.macro(lambda: counts_list(current_bank()), "antal")
    env.macro(lambda: PLACE, "utskrifter")
    env.macro(lambda name: tool(current_bank(), name, env.conf["extra"]["adresser"]), "verktyg")
    env.macro(lambda: draw("sidor/nedladdning.html"), "nedladdning")
    env.macro(lambda: draw("sidor/installningar.md", installningar=settings()), "installningar")
    env.macro(lambda name: part(current_bank(), publication(), name), "oppna_data")
