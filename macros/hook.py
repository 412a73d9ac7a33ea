"""The only module that knows MkDocs: adds generated pages, page context and the steps after the build."""

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from macros.after_build import after_build
from macros.context import page_context, relative_links
from macros.current import current_bank
from macros.gate import errors_as_text
from macros.loading.text import read_text
from macros.navigation import Menu, menu
from macros.ord import words
from macros.pages.page import address_of
from macros.pages.print_list import print_links
from macros.pages.site import generated_pages, guidance_pages, links_to
from macros.places import data_folder
from macros.printing.errors import PrintError
from macros.printing.step import HURRY

_edit_sources: dict[str, str] = {}
_linked_from: dict[str, Any] = {}
_serving = False


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - the engine's signature
    """Remembers whether the pages are shown while they are written: reloading them needs an inline script."""
    global _serving  # noqa: PLW0603 - the engine tells it once, before everything else
    del dirty
    _serving = command == "serve"
    if _serving:
        # Print uses guides that were made before, so that a change is seen at once.
        os.environ[HURRY] = "1"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stops with every problem told when data or guidance has errors."""
    current_bank.cache_clear()
    root = Path(config["config_file_path"]).parent
    errors = errors_as_text(root, data_folder())
    if errors:
        raise Abort(errors)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Appends the generated pages and leaves out the theme's own assets, which the site does not use."""
    guidance = guidance_pages(Path(config["docs_dir"]))
    pages = generated_pages(current_bank(), guidance)
    _edit_sources.clear()
    _edit_sources.update({page.source: f"docs/{page.source}" for page in guidance})
    for page in pages:
        files.append(File.generated(config, page.source, content=page.markdown))
        _edit_sources[page.source] = page.edit or ""
    _linked_from.clear()
    _linked_from.update(links_to(guidance))
    for file in list(files):
        of_the_theme = Path(file.src_dir or "") != Path(config["docs_dir"])
        ours = file.src_uri.startswith("assets/") and "site-packages" not in str(file.src_dir)
        if of_the_theme and not ours and not file.generated_by:
            files.remove(file)
    return files


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str | None:
    """A page of guidance as the check reads it, whatever computer it was written on."""
    del config
    path = None if page.file.generated_by else page.file.abs_src_path
    return read_text(Path(path), page.file.src_uri)[0] if path else None


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Gives the template what it shows beside the page's text."""
    address = address_of(page.file.src_uri)
    source = _edit_sources.get(page.file.src_uri, "")
    context["ord"] = words()
    linked = _linked_from.get(address, ())
    context["sida"] = page_context(page.meta, address, source, config["extra"], linked)
    context["huvudmeny"] = menu(_sections(nav), address)
    # An address that has moved has no sheet of its own.
    moved = "flyttad_till" in page.meta
    context["utskrifter"] = () if moved else print_links(address, str(page.title), context["huvudmeny"])
    return context


def _sections(nav: Navigation) -> list[Menu]:
    """The navigation as plain values."""

    def plain(item: Any) -> Menu:
        children = tuple(plain(child) for child in item.children or ())
        address = address_of(item.file.src_uri) if item.is_page else ""
        return Menu(item.title or "", address or next((child.address for child in children), ""), children)

    return [plain(item) for item in nav.items]


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Nothing of the theme's is written but what the templates use."""
    del config, files
    env.globals["ord"] = words()
    env.globals["visas_av_mkdocs"] = _serving
    return env


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Makes root-relative links in raw HTML relative."""
    del config, files
    return relative_links(html, address_of(page.file.src_uri))


def on_post_build(config: MkDocsConfig) -> None:
    """The steps that read the built pages."""
    try:
        after_build(Path(config["site_dir"]), current_bank())
    except PrintError as error:
        raise Abort(str(error)) from error


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Rebuilds when data changes too."""
    del builder
    server.watch(str(data_folder()))
    server.watch(str(Path(config["config_file_path"]).parent / "macros"))
    return server
