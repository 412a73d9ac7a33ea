"""The engine's settings made complete, before it reads a page: what can be known of them from the others."""

from collections.abc import Callable
from typing import Any

from macros.drawing import environment
from macros.engine.kept_templates import keep_templates
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import LANGUAGES
from macros.markdown_ext import RULES
from macros.open_data.publication import public_address
from macros.pages.contact import addresses
from macros.pages.navigation import with_lists
from macros.translation.bank import in_spoken


def complete(config: Any, bank: Callable[[], Kunskapsbank], *, shown: bool) -> None:
    """Completes the engine's own settings. The rules for Markdown ask `bank` for the records when a page is made.

    While the site is `shown`, a template may change between two uses of it.
    """
    for language in LANGUAGES:
        keep_templates(environment(language), "utkast", shown=shown)
    config["extra"]["adresser"] = addresses(config["extra"], config["repo_url"] or "")
    config["site_url"] = public_address(config["site_url"])
    if config["nav"]:
        config["nav"] = with_lists(config["nav"])
    config["mdx_configs"][RULES] = {"bank": lambda: in_spoken(bank())}
