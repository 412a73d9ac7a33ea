"""The only module that knows MkDocs: adds generated pages, page context and the steps after the build."""

import logging
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
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_theme_dir

from macros.addresses import address_of
from macros.drawing import environment
from macros.engine.after_build import after_build
from macros.engine.changed import page_of_record, sources_of
from macros.engine.context import relative_links
from macros.engine.converter import Converter
from macros.engine.easy_html import easy_html
from macros.engine.gate import passed
from macros.engine.kept_templates import KeptTemplates
from macros.engine.made_before import inputs_now
from macros.engine.memory import look_for_waste_seldom
from macros.engine.one_build import Build, build_of, newest_change
from macros.engine.rendered import Rendered, WarningCount, rendered_of
from macros.engine.serving import FaultyInputError, Serving, finish_page, refresh_styles
from macros.engine.settings_left import unset_warning
from macros.language.speaking import LANGUAGES, SWEDISH, speak
from macros.loading.load import load
from macros.loading.text import read_text
from macros.markdown_ext import RULES
from macros.model import KINDS
from macros.open_data.publication import public_address
from macros.ord import words
from macros.pages.contact import (
    CONTACT_PAGE,
    addresses,
    is_reachable,
    unreachable_warning,
)
from macros.pages.navigation import Menu, menu, with_lists
from macros.pages.page import Page
from macros.pages.records import GONE
from macros.places import data_folder, package_folder
from macros.printing.errors import PrintError
from macros.site.html_check import BrokenSiteError
from macros.site.pages import BuiltSite
from macros.translation.addresses import language_of
from macros.translation.bank import in_spoken

_warnings = WarningCount()
for _engine in ("mkdocs", "properdocs"):
    logging.getLogger(_engine).addHandler(_warnings)
_serving = Serving()
# What the engine says of the build that goes on; `build` is what we know of it ourselves.
_built: dict[str, Any] = {}
# The plugin for macros writes out each page's front matter for a log that nobody reads.
vars(mkdocs_macros.plugin)["debug"] = lambda *_, **__: None


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - the engine's signature
    """Remembers whether the pages are shown while they are written: reloading them needs an inline script."""
    del dirty
    look_for_waste_seldom()
    _serving.on = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stops with every problem told when data or guidance has errors."""
    for language in LANGUAGES:
        templates = environment(language)
        templates.bytecode_cache = KeptTemplates("utkast")
        # Only while the site is shown does a template change between two uses of it.
        templates.auto_reload = _serving.on
    extra = config["extra"]
    extra["adresser"] = addresses(extra, config["repo_url"] or "")
    if not is_reachable(extra):
        sys.stderr.write(unreachable_warning())
    root = Path(config["config_file_path"]).parent
    sys.stderr.write(unset_warning(root, datetime.now().astimezone().date()))
    config["site_url"] = public_address(config["site_url"])
    # Another engine makes its own pages, so that a comparison of two engines compares them.
    settings = type(config).__module__ + Path(config["config_file_path"]).read_text("utf-8")
    _built["inputs"] = inputs_now(data_folder(), settings)
    _built["bank"], errors = passed(root, data_folder())
    if errors and _serving.begun:
        raise FaultyInputError(errors)
    if errors:
        raise Abort(errors)
    if config["nav"]:
        config["nav"] = with_lists(config["nav"])
    # Nothing of the theme's is shown, and it has thousands of files to look through.
    config["theme"].dirs = [folder for folder in config["theme"].dirs if folder != get_theme_dir(config["theme"].name)]
    if _serving.on:
        config["site_dir"] = _serving.folder(config["site_dir"])
    # Dates in the sitemap come from the content, so that a build tomorrow gives the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = str(newest_change(_built["bank"]))
    config["mdx_configs"][RULES] = {"bank": lambda: in_spoken(_built["bank"])}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Appends the generated pages and leaves out the theme's own assets, which the site does not use."""
    speak(SWEDISH)
    build = build_of(Path(config["docs_dir"]), _built["bank"], config["extra"], _built["inputs"], _warnings)
    _built.update(build=build, drawn={}, converter=Converter(config["markdown_extensions"], config["mdx_configs"]))
    for written in (files.get_file_from_path(page.source) for page in build.left):
        if written:
            files.remove(written)
    for page in build.pages:
        made = File.generated(config, page.source, content=page.body)
        # What stands where something was is in no menu, and records are listed on their index page.
        outside = page.kind in GONE or page.kind in KINDS
        made.inclusion = InclusionLevel.NOT_IN_NAV if outside else made.inclusion
        files.append(made)
    for file in list(files):
        of_the_theme = Path(file.src_dir or "") != Path(config["docs_dir"])
        ours = file.src_uri.startswith("assets/") and "site-packages" not in str(file.src_dir)
        if of_the_theme and not ours and not file.generated_by:
            files.remove(file)
    return files


def _build() -> Build:
    build: Build = _built["build"]
    return build


def on_pre_page(page: MkDocsPage, config: MkDocsConfig, files: Files) -> MkDocsPage:
    """Spares the engine from reading what a generated page is known to say."""
    del config, files
    made = _build().generated.get(page.file.src_uri)
    if made is not None and page.file.generated_by:
        page.read_source = partial(_read_generated, page, made)  # type: ignore[method-assign]
    return page


def _read_generated(page: MkDocsPage, made: Page, *_: object) -> None:
    speak(language_of(made.address))
    page.markdown, page.meta = made.read


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str | None:
    """A page of guidance as the check reads it, whatever computer it was written on."""
    del config
    speak(language_of(address_of(page.file.src_uri)))
    path = None if page.file.generated_by else page.file.abs_src_path
    return _build().source(page.file.src_uri, read_text(Path(path), page.file.src_uri)[0]) if path else None


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Gives the template what it shows beside the page's text."""
    del nav, config
    _serving.stop_if_superseded()
    source = page.file.src_uri
    speak(language_of(address_of(source)))
    return context | _build().context(source, address_of(source), str(page.title), page.meta, _menus())


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Gives the page for addresses that lead nowhere the main menu too."""
    del template_name, config
    speak(SWEDISH)
    context["ord"] = words()
    context["tvilling"] = _build().twins.of("/404.html")
    context["huvudmeny"] = menu(_menus(), "/404.html")
    return context


def _menus() -> list[Menu]:
    """The navigation in the language of now."""
    return _build().menus(lambda: _sections(_built["nav"]))


def _sections(nav: Navigation) -> list[Menu]:
    """The navigation as plain values, without the page of contacts when there is nothing to write there."""
    left_out = "" if is_reachable(_build().extra) else CONTACT_PAGE.strip("/")

    def is_shown(item: Any) -> bool:
        return not (item.is_page and item.file.src_uri == left_out)

    def plain(item: Any) -> Menu:
        children = tuple(plain(child) for child in item.children or () if is_shown(child))
        address = address_of(item.file.src_uri) if item.is_page else ""
        return Menu(item.title or "", address or next((child.address for child in children), ""), children)

    return [plain(item) for item in nav.items]


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Nothing of the theme's is written but what the templates use."""
    env.globals["visas_av_mkdocs"] = _serving.on
    env.globals["har_kontakt"] = is_reachable(config["extra"])
    # A page that is made by itself shows a template as it is now.
    env.auto_reload = _serving.on
    env.bytecode_cache = KeptTemplates(type(config).__module__)
    _built.update(env=env, config=config, files=files)
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remembers the menus, for pages that are made by themselves."""
    del config, files
    _built["nav"] = nav
    return nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Leaves out ways to nowhere, and spares the engine a page whose HTML is kept since an earlier build."""
    del config
    _serving.stop_if_superseded()
    markdown = _build().markdown(page.file.src_uri, markdown)
    found = _build().rendered.find(page.file.src_uri, markdown) if "title" in page.meta else None
    # The page is asked to make its HTML right after this.
    make = partial(_built["converter"].render, page) if found is None else partial(_fill, page, found, files)
    page.render = make  # type: ignore[method-assign]
    return markdown


def _fill(page: MkDocsPage, found: Rendered, files: Files, *_: object) -> None:
    """Gives a page what it would make of its Markdown."""
    page.content, page.toc, page.present_anchor_ids = found.html, get_toc(found.headings), set(found.anchors)
    if found.links is not None:
        linked = {source: files.get_file_from_path(source) for source in found.links}
        page.links_to_anchors = {file: found.links[source] for source, file in linked.items() if file}


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Keeps the page's HTML, and makes root-relative links in raw HTML relative."""
    del config, files
    if "title" in page.meta:
        _build().rendered.keep(page.file.src_uri, str(page.markdown), partial(rendered_of, page, html))
    return relative_links(easy_html(html) if page.meta.get("lattlast") else html, address_of(page.file.src_uri))


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """An English page gets its links to English pages, and its marks of what is not English.

    The engine writes a page that is made by itself. When all are made the steps after the build write them, once.
    """
    del config
    html = _build().finished(output, address_of(page.file.src_uri))
    # Of a large site the text of all pages is half of the memory, and no step asks for it again.
    page.markdown = page.content = ""
    if _built["drawn"] is None:
        return html
    _built["drawn"][page.file.dest_uri] = html
    # The engine keeps its pages until it ends, and would keep each text twice. A page without any has no title either.
    page.content = page.markdown = ""
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """The steps that read the built pages."""
    _build().save()
    if not _serving.on:
        # What was known of the pages is not asked for again, and the steps to come take all the memory.
        del _built["build"]
    speak(SWEDISH)
    try:
        # While pages are shown, print uses what was made before, so that a change is seen at once.
        shown, between = _serving.shown, _serving.stop_if_superseded
        drawn, _built["drawn"] = _built["drawn"], None
        site = BuiltSite(Path(config["site_dir"]), drawn=drawn)
        after_build(site, _built["bank"], shown, between, hurry=_serving.on)
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
    config, files = _built["config"], _built["files"]
    site, assets = Path(config["site_dir"]), package_folder().parent / "overrides" / "assets"
    changed = list(changed)
    build = _build()
    # Macros are run again: what they read may have changed. What is made by itself is written by the engine.
    build.macros = _built["drawn"] = None
    if any(assets in path.parents for path in changed):
        refresh_styles(site, assets)
    records = [path for path in changed if data_folder().resolve() in path.parents]
    if records:
        loaded = load(data_folder())
        if loaded.bank is None:
            return
        build.bank = _built["bank"] = loaded.bank
    docs = Path(config["docs_dir"]).resolve()
    for source in sources_of(changed, docs, data_folder().resolve(), build.edit, open_page):
        file = files.get_file_from_path(source)
        if file is None or file.page is None:
            continue
        # The page that was made before this one may be English.
        speak(SWEDISH)
        made = page_of_record(build.bank, source)
        if made is not None:
            build.generated[source] = made
        _populate_page(file.page, config, files)
        build.sections.clear()
        _build_page(file.page, config, files.documentation_pages(), _built["nav"], _built["env"])
        finish_page(Path(file.abs_dest_path), site)
