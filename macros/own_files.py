"""The program's own lists: YAML files that lie beside the modules that read them."""

from importlib.resources import files
from typing import Any

import yaml

# The loader in C, where there is one, reads a file ten times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def own_yaml(package: str, name: str) -> Any:
    """What a file of a package says, as plain data."""
    return plain_yaml(files(package).joinpath(name).read_text("utf-8"))


def plain_yaml(text: str) -> Any:
    """What a text says, as plain data; nothing that it asks for is run. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - both loaders are safe
