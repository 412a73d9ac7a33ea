"""The generator of the knowledge base: data and guidance in, pages out.

MkDocs' macros plugin loads this package and calls `define_env`, which only registers functions from
ordinary modules.
"""

from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Registers the macros that guidance may call: those listed in `macros.makron`."""
    # Imported here, so that reading one module of the package does not load the whole of it.
    from macros.contact import contact  # noqa: PLC0415
    from macros.current import current_bank  # noqa: PLC0415
    from macros.figures import figure  # noqa: PLC0415
    from macros.pages.counts import counts_list  # noqa: PLC0415
    from macros.pages.open_data import part  # noqa: PLC0415
    from macros.pages.page import draw  # noqa: PLC0415
    from macros.pages.print_list import PLACE  # noqa: PLC0415
    from macros.pages.short_lists import short_list  # noqa: PLC0415
    from macros.pages.steps import steps_list  # noqa: PLC0415
    from macros.publication import publication  # noqa: PLC0415
    from macros.settings_left import settings  # noqa: PLC0415
    from macros.tools.draw import tool  # noqa: PLC0415

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
