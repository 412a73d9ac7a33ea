"""What guidance may call: MkDocs' macros plugin loads this module, which only registers functions of others."""

from pathlib import Path
from typing import Any

from macros.drawing import draw
from macros.engine.settings_left import settings
from macros.figures import figure
from macros.kunskapsbank import Kunskapsbank
from macros.markdown_ext import RULES
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

    def bank() -> Kunskapsbank:
        """The records as the rules for Markdown get them, asked for when a page is made."""
        found: Kunskapsbank = env.conf["mdx_configs"][RULES]["bank"]()
        return found

    env.macro(lambda name: figure(bank(), name), "figur")
    env.macro(lambda name: short_list(bank(), name), "poster")
    env.macro(lambda: steps_list(env.conf["nav"], Path(env.conf["docs_dir"])), "steg")
    env.macro(lambda: contact(env.conf["extra"]), "kontakt")
    env.macro(lambda: counts_list(bank()), "antal")
    env.macro(lambda: PLACE, "utskrifter")
    env.macro(lambda name: tool(bank(), name, env.conf["extra"]["adresser"]), "verktyg")
    env.macro(lambda: draw("sidor/nedladdning.html"), "nedladdning")
    env.macro(lambda: draw("sidor/installningar.md", installningar=settings()), "installningar")
    env.macro(lambda name: part(bank(), publication(Path(env.conf["config_file_path"]).parent), name), "oppna_data")
