"""Where the site is published and by whom: the public address and the publisher, from the one place, `mkdocs.yml`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from macros.own_files import plain_yaml
from macros.places import MARK, project_root

ADDRESS_VARIABLE = "KUNSKAPSBANK_ADRESS"


@dataclass(frozen=True)
class Publication:
    """The site's name, its public address with a slash at the end (empty while it has none), and its publisher."""

    name: str = ""
    description: str = ""
    address: str = ""
    publisher: Mapping[str, str] = field(default_factory=dict)

    def absolute(self, path: str) -> str:
        """An address counted from the site's own start (`/grupper/bebo/`), as others can open it."""
        return self.address + path.lstrip("/")


def public_address(configured: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The public address with a slash at the end: `KUNSKAPSBANK_ADRESS` if it is set, else `site_url`."""
    address = environment.get(ADDRESS_VARIABLE) or configured or ""
    return f"{address.rstrip('/')}/" if address else ""


@cache
def publication() -> Publication:
    """What `mkdocs.yml` of the current project says."""
    text = (project_root(Path.cwd()) / MARK).read_text("utf-8")
    return from_settings(plain_yaml(text))


def from_settings(settings: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Publication:
    """What the settings of a site say; what is not set is empty."""
    extra = settings.get("extra") or {}
    publisher = {"epost": (extra.get("adresser") or {}).get("epost")}
    publisher |= {key: value for key, value in (extra.get("utgivare") or {}).items() if value}
    return Publication(
        settings.get("site_name", ""),
        settings.get("site_description", ""),
        public_address(settings.get("site_url"), environment),
        {key: str(value) for key, value in publisher.items() if value},
    )
