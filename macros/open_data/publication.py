"""Where the site is published and by whom: the public address and the publisher, from the one place, `mkdocs.yml`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from macros.places import MARK

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


def publication(root: Path) -> Publication:
    """What `mkdocs.yml` of a project says."""
    return from_settings(yaml.safe_load((root / MARK).read_text("utf-8")))


def from_settings(settings: Mapping[str, object], environment: Mapping[str, str] = os.environ) -> Publication:
    """What the settings of a site say; what is not set is empty."""
    extra = _part(settings, "extra")
    publisher = {"epost": _part(extra, "adresser").get("epost")}
    publisher |= {key: value for key, value in _part(extra, "utgivare").items() if value}
    return Publication(
        str(settings.get("site_name", "")),
        str(settings.get("site_description", "")),
        public_address(str(settings.get("site_url") or ""), environment),
        {key: str(value) for key, value in publisher.items() if value},
    )


def _part(settings: Mapping[str, object], name: str) -> Mapping[str, object]:
    """The settings below a name; none where nothing stands there."""
    found = settings.get(name)
    return found if isinstance(found, Mapping) else {}
