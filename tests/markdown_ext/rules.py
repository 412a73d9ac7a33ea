"""The project's own rules for Markdown, with the project's records."""

from macros.loading.once import read_once
from macros.markdown_ext import KunskapsbankExtension
from tests.cases import PROJECT

OWN = KunskapsbankExtension(read_once(PROJECT / "data"))
