"""The only module that knows MkDocs: adds generated pages, page context and the steps after the build."""

import os
import sys
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import mkdocs_macros.plugin
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_theme_dir

from macros.addresses import address_of
from macros.engine.after_build import after_build
from macros.engine.changed import pages_to_make
from macros.engine.complete import complete
from macros.engine.context import relative_links
from macros.engine.converter import Converter, fill, read_made
from macros.engine.easy_html import easy_html
from macros.engine.gate import passed
from macros.engine.kept_templates import keep_templates
from macros.engine.made_before import inputs_now
from macros.engine.memory import look_for_waste_seldom
from macros.engine.menus import plain_menus
from macros.engine.one_build import Build, build_of, newest_change
from macros.engine.rendered import WarningCount, rendered_of
from macros.engine.serving import FaultyInputError, Serving, finish_page
from macros.engine.settings_left import start_warnings
from macros.language.speaking import SWEDISH, speak
from macros.loading.text import read_text
from macros.model import KINDS
from macros.ord import words
from macros.pages.contact import is_reachable
from macros.pages.navigation import Menu, menu
from macros.pages.records import GONE
from macros.places import data_folder, package_folder
from macros.printing.errors import PrintError
from macros.site.html_check import BrokenSiteError
from macros.site.pages import BuiltSite
from macros.translation.addresses import language_of

_warnings = WarningCount("mkdocs", "properdocs")
_serving = Serving()


class _Now:
    """What the engine says of the build that goes on: it calls functions here, and hands nothing of ours on."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any
    converter: Converter
    build: Build
    # Pages as they are made; none while they are made by themselves.
    drawn: dict[str, str] | None = None


_now = _Now()
# The plugin for macros writes out each page's front matter for a log that nobody reads.
vars(mkdocs_macros.plugin)["debug"] = lambda *_, **__: None


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - the engine's signature
    """Remembers whether the pages are shown while they are written: reloading them needs an inline script."""
    del dirty
    look_for_waste_seldom()
    _serving.on = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stops with every problem told when data or guidance has errors."""
    complete(config, lambda: _now.build.bank, shown=_serving.on)
    root = Path(config["config_file_path"]).parent
    sys.stderr.write(start_warnings(root, config["extra"], datetime.now().astimezone().date()))
    # Another engine makes its own pages, so that a comparison of two engines compares them.
    settings = type(config).__module__ + Path(config["config_file_path"]).read_text("utf-8")
    inputs = inputs_now(data_folder(), settings)
    bank, errors = passed(root, data_folder())
    if bank is None:
        raise FaultyInputError(errors) if _serving.begun else Abort(errors)
    speak(SWEDISH)
    _now.build = build_of(Path(config["docs_dir"]), bank, config["extra"], inputs, _warnings)
    # Nothing of the theme's is shown, and it has thousands of files to look through.
    config["theme"].dirs = [folder for folder in config["theme"].dirs if folder != get_theme_dir(config["theme"].name)]
    if _serving.on:
        config["site_dir"] = _serving.folder(config["site_dir"])
    # Dates in the sitemap come from the content, so that a build tomorrow gives the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = str(newest_change(bank))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Appends the generated pages and leaves out the theme's own assets, which the site does not use."""
    _now.drawn = {}
    _now.converter = Converter(config["markdown_extensions"], config["mdx_configs"])
    for written in (files.get_file_from_path(page.source) for page in _now.build.left):
        if written:
            files.remove(written)
    for page in _now.build.pages:
        made = File.generated(config, page.source, content=page.body)
        # What stands where something was is in no menu, and records are listed on their index page.
        outside = page.kind in GONE or page.kind in KINDS
        made.inclusion = InclusionLevel.NOT_IN_NAV if outside else made.inclusion
        files.append(made)
    for file in [file for file in files if not file.generated_by and file.src_dir != config["docs_dir"]]:
        if not file.src_uri.startswith("assets/") or "site-packages" in str(file.src_dir):
            files.remove(file)
    return files


def on_pre_page(page: MkDocsPage, config: MkDocsConfig, files: Files) -> MkDocsPage:
    """Spares the engine from reading what a generated page is known to say."""
    del config, files
    made = _now.build.generated.get(page.file.src_uri)
    if made is not None and page.file.generated_by:
        page.read_source = partial(read_made, page, made)  # type: ignore[method-assign]
    return page


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str | None:
    """A page of guidance as the check reads it, whatever computer it was written on."""
    del config
    speak(language_of(address_of(page.file.src_uri)))
    path = None if page.file.generated_by else page.file.abs_src_path
    return _now.build.source(page.file.src_uri, read_text(Path(path), page.file.src_uri)[0]) if path else None


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Gives the template what it shows beside the page's text."""
    del nav, config
    _serving.stop_if_superseded()
    source = page.file.src_uri
    speak(language_of(address_of(source)))
    return context | _now.build.context(source, address_of(source), str(page.title), page.meta, _menus())


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Gives the page for addresses that lead nowhere the main menu too."""
    del template_name, config
    speak(SWEDISH)
    context["ord"] = words()
    context["tvilling"] = _now.build.twins.of("/404.html")
    context["huvudmeny"] = menu(_menus(), "/404.html")
    return context


def _menus() -> list[Menu]:
    """The navigation in the language of now."""
    return _now.build.menus(lambda: plain_menus(_now.nav, _now.build.extra))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Nothing of the theme's is written but what the templates use."""
    env.globals["visas_av_mkdocs"] = _serving.on
    env.globals["har_kontakt"] = is_reachable(config["extra"])
    keep_templates(env, type(config).__module__, shown=_serving.on)
    _now.env, _now.config, _now.files = env, config, files
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remembers the menus, for pages that are made by themselves."""
    del config, files
    _now.nav = nav
    return nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Leaves out ways to nowhere, and spares the engine a page whose HTML is kept since an earlier build."""
    del config, files
    _serving.stop_if_superseded()
    markdown = _now.build.markdown(page.file.src_uri, markdown)
    found = _now.build.rendered.find(page.file.src_uri, markdown) if "title" in page.meta else None
    # The page is asked to make its HTML right after this.
    make = _now.converter.render if found is None else partial(fill, found)
    page.render = partial(make, page)  # type: ignore[method-assign]
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Keeps the page's HTML, and makes root-relative links in raw HTML relative."""
    del config, files
    if "title" in page.meta:
        _now.build.rendered.keep(page.file.src_uri, str(page.markdown), partial(rendered_of, page, html))
    return relative_links(easy_html(html) if page.meta.get("lattlast") else html, address_of(page.file.src_uri))


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """An English page gets its links to English pages, and its marks of what is not English.

    The engine writes a page that is made by itself. When all are made the steps after the build write them, once.
    """
    del config
    html = _now.build.finished(output, address_of(page.file.src_uri))
    # Of a large site the text of all pages is half of the memory, and no step asks for it again. A page that has none,
    # and not an empty one, has no title either.
    page.markdown = page.content = ""
    if _now.drawn is None:
        return html
    _now.drawn[page.file.dest_uri] = html
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """The steps that read the built pages."""
    _now.build.save()
    bank = _now.build.bank
    if not _serving.on:
        # What was known of the pages is not asked for again, and the steps to come take all the memory.
        del _now.build
    speak(SWEDISH)
    try:
        # While pages are shown, print uses what was made before, so that a change is seen at once.
        site = BuiltSite(Path(config["site_dir"]), drawn=_now.drawn or {})
        _now.drawn = None
        after_build(site, bank, _serving.shown, _serving.stop_if_superseded, hurry=_serving.on)
    except (PrintError, BrokenSiteError) as error:
        raise Abort(str(error)) from error


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Hands the server over: changes in data, guidance, templates, styles, settings and code are seen at once."""
    del builder
    root = Path(config["config_file_path"]).parent
    own = package_folder()
    watched = [Path(config["docs_dir"]), data_folder(), own, own.parent / "overrides", root / "mkdocs.yml"]
    _serving.take_over(server, _make_pages, watched)
    return server


def on_shutdown() -> None:
    """Leaves no folder behind."""
    _serving.close()


def _make_pages(changed: Iterable[Path], open_page: str) -> None:
    """Makes the pages of some changed files, and the page that a reader has open, into the site that is shown."""
    config, build = _now.config, _now.build
    # What is made by itself is written by the engine.
    _now.drawn = None
    for source in pages_to_make(build, list(changed), Path(config["docs_dir"]), Path(config["site_dir"]), open_page):
        file = _now.files.get_file_from_path(source)
        if file is None or file.page is None:
            continue
        # The page that was made before this one may be English.
        speak(SWEDISH)
        _populate_page(file.page, config, _now.files)
        build.sections.clear()
        _build_page(file.page, config, _now.files.documentation_pages(), _now.nav, _now.env)
        finish_page(Path(file.abs_dest_path), Path(config["site_dir"]))
