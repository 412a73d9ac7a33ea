"""Templates that are compiled are kept between builds, since compiling costs more than drawing a page.

The engine for templates compiles one anew when its text, or the engine itself, is another.
"""

from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from macros.kept import FOLDER, code_mark, read_marked, write_marked


class KeptTemplates(BytecodeCache):
    """Compiled templates of one environment; `name` parts them from those of others, with other settings."""

    def __init__(self, name: str, folder: Path = FOLDER) -> None:
        self._folder = folder / "mallar" / name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills a bucket with what is kept, if it is whole and made by this version."""
        content = read_marked(self._folder / bucket.key, code_mark())
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template that was compiled; a folder that cannot be written is done without."""
        with suppress(OSError):
            write_marked(self._folder / bucket.key, bucket.bytecode_to_string(), code_mark())


def keep_templates(templates: Environment, name: str, *, shown: bool) -> None:
    """Keeps the compiled templates of an environment under a name; only while the site is shown do they change."""
    templates.bytecode_cache = KeptTemplates(name)
    templates.auto_reload = shown
