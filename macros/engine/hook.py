"""The only module that knows MkDocs: adds generated pages, page context and the steps after the build."""

import logging
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
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

from macros.addresses import address_of
from macros.drawing import environment
from macros.engine.after_build import after_build
from macros.engine.changed import page_of_record, sources_of
from macros.engine.context import FORM_PAGE, Translation, form_query, page_context, relative_links, translation_of
from macros.engine.easy_html import easy_html
from macros.engine.gate import errors_as_text
from macros.engine.kept_templates import KeptTemplates
from macros.engine.made_before import MadePages, RunMacros, guidance_mark, records_mark
from macros.engine.memory import look_for_waste_seldom
from macros.engine.rendered import Rendered, RenderedPages, WarningCount, common_mark
from macros.engine.serving import FaultyInputError, Serving, finish_page, refresh_styles
from macros.engine.settings_left import unset_warning
from macros.guidance.pages import GuidancePage, guidance_pages
from macros.history.entries import by_record, current_history
from macros.history.in_words import told
from macros.kept import Kept, digest
from macros.language.speaking import LANGUAGES, SWEDISH, speak, spoken
from macros.loading.current import current_bank, newest_change, use
from macros.loading.link_results import read_results
from macros.loading.load import load
from macros.loading.text import read_text
from macros.model import KINDS
from macros.open_data.publication import public_address
from macros.ord import words
from macros.pages.contact import (
    CONTACT_ADDRESS,
    CONTACT_PAGE,
    addresses,
    is_reachable,
    unreachable_warning,
    without_ways,
)
from macros.pages.easy import EasyWays, easy_ways
from macros.pages.english import english_pages
from macros.pages.navigation import Menu, menu, with_lists
from macros.pages.print_list import own_links, print_links
from macros.pages.print_plan import Plan, plan_of
from macros.pages.records import GONE
from macros.pages.site import generated_pages, left_behind, links_to
from macros.pages.translated_menus import entries_in_language, in_language
from macros.places import data_folder, package_folder
from macros.printing.errors import PrintError
from macros.site.html_check import BrokenSiteError
from macros.translation.addresses import Twins, is_english, language_of
from macros.translation.guidance import TRANSLATES, age
from macros.translation.html import finished, marks

_edit_sources: dict[str, str] = {}
_linked_from: dict[str, Any] = {}
_plan = Plan()
_easy_ways = EasyWays()
_warnings = WarningCount()
for _engine in ("mkdocs", "properdocs"):
    logging.getLogger(_engine).addHandler(_warnings)
_rendered: dict[str, RenderedPages] = {}
_macros: dict[str, RunMacros] = {}
_english: dict[str, Kept] = {}
_serving = Serving()
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
    current_history.cache_clear()
    for language in LANGUAGES:
        environment(language).bytecode_cache = KeptTemplates("utkast")
    extra = config["extra"]
    extra["adresser"] = addresses(extra, config["repo_url"] or "")
    if not is_reachable(extra):
        sys.stderr.write(unreachable_warning())
    root = Path(config["config_file_path"]).parent
    sys.stderr.write(unset_warning(root, datetime.now().astimezone().date()))
    config["site_url"] = public_address(config["site_url"])
    errors = errors_as_text(root, data_folder())
    if errors and _serving.begun:
        raise FaultyInputError(errors)
    if errors:
        raise Abort(errors)
    if config["nav"]:
        config["nav"] = with_lists(config["nav"])
    if _serving.on:
        config["site_dir"] = _serving.folder(config["site_dir"])
    # Dates in the sitemap come from the content, so that a build tomorrow gives the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = str(newest_change(current_bank()))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Appends the generated pages and leaves out the theme's own assets, which the site does not use."""
    global _plan, _easy_ways  # noqa: PLW0603 - the engine asks for each page by itself
    speak(SWEDISH)
    docs = Path(config["docs_dir"])
    guidance, left, tried = guidance_pages(docs), left_behind(docs), read_results(data_folder())
    # Another engine makes its own pages, so that a comparison of two engines compares them.
    settings = type(config).__module__ + Path(config["config_file_path"]).read_text("utf-8")
    of_records = records_mark(data_folder(), settings)
    made_pages = MadePages(Kept("utkast"), of_records)
    _macros["now"] = RunMacros(Kept("makron"), of_records, guidance_mark(guidance))
    english = english_pages(current_bank(), guidance, tried, made_pages)
    _built.update(twins=english.twins, guidance={page.source: page for page in guidance})
    _built["history"] = by_record(current_history())
    pages = (*generated_pages(current_bank(), guidance, current_history(), tried, made_pages), *english.pages, *left)
    made_pages.save()
    for written in (files.get_file_from_path(page.source) for page in left):
        if written:
            files.remove(written)
    _edit_sources.clear()
    _edit_sources.update({page.source: f"docs/{page.source}" for page in guidance})
    for page in pages:
        made = File.generated(config, page.source, content=page.markdown)
        # What stands where something was is in no menu, and records are listed on their index page.
        outside = page.kind in GONE or page.kind in KINDS
        made.inclusion = InclusionLevel.NOT_IN_NAV if outside else made.inclusion
        files.append(made)
        _edit_sources[page.source] = page.edit or ""
    addresses_made = [*(page.address for page in guidance), *(page.address for page in pages)]
    _plan = plan_of(addresses_made)
    _easy_ways = easy_ways(current_bank(), guidance)
    _linked_from.clear()
    _linked_from.update(links_to(guidance))
    mark = common_mark(current_bank(), _edit_sources, settings)
    _rendered["now"] = RenderedPages(Kept("sidor"), mark, _warnings)
    _english["now"] = Kept("engelska")
    _built["english mark"] = digest(english.twins.mark, *marks().values())
    for file in list(files):
        of_the_theme = Path(file.src_dir or "") != Path(config["docs_dir"])
        ours = file.src_uri.startswith("assets/") and "site-packages" not in str(file.src_dir)
        if of_the_theme and not ours and not file.generated_by:
            files.remove(file)
    return files


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str | None:
    """A page of guidance as the check reads it, whatever computer it was written on."""
    del config
    speak(language_of(address_of(page.file.src_uri)))
    path = None if page.file.generated_by else page.file.abs_src_path
    if path is None:
        return None
    text, macros = read_text(Path(path), page.file.src_uri)[0], _macros.get("now")
    return macros.source(page.file.src_uri, text) if macros else text


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Gives the template what it shows beside the page's text."""
    del nav
    address = address_of(page.file.src_uri)
    speak(language_of(address))
    twins: Twins = _built["twins"]
    # An English page stands where its Swedish twin does: in the menus, among what leads to it.
    place = twins.swedish.get(address, address)
    source = _edit_sources.get(page.file.src_uri, "")
    _serving.stop_if_superseded()
    context["ord"] = words()
    linked = entries_in_language(_linked_from.get(place, ()), twins)
    context["sida"] = page_context(page.meta, address, source, config["extra"], linked)
    if FORM_PAGE in _edit_sources and page.meta.get("post"):
        context["sida"] = replace(context["sida"], form=form_query(source))
    if page.meta.get("foljs") and page.meta.get("post"):
        own = (page.meta["slag"], page.meta["post"])
        mine = _built["history"].get(own, ())
        context["sida"] = replace(context["sida"], history=tuple(told(current_bank(), mine)))
    context["huvudmeny"] = menu(_sections_now(), place)
    context["tvilling"] = twins.of(address)
    context["latt"] = _easy_ways.of(place, page.meta)
    context["oversattning"] = _translation(page.file.src_uri)
    # What stands where something was has no sheet of its own.
    gone = page.meta.get("slag") in GONE
    title, shown = str(page.title), context["huvudmeny"]
    context["utskrifter"] = () if gone else print_links(address, title, shown, _plan)
    context["egna_filer"] = () if gone else own_links(address, title, shown, _plan)
    return context


def _translation(source: str) -> Translation | None:
    """How a page of guidance in another language stands to the Swedish one; None for every other page."""
    pages: dict[str, GuidancePage] = _built["guidance"]
    mine = pages.get(source)
    other = pages.get(str(mine.meta.get(TRANSLATES, ""))) if mine else None
    if mine is None or TRANSLATES not in mine.meta:
        return None
    return translation_of(age(mine.meta, mine.body, (other.meta, other.body) if other else None), mine.body)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Gives the page for addresses that lead nowhere the main menu too."""
    del template_name, config
    speak(SWEDISH)
    context["ord"] = words()
    context["tvilling"] = _built["twins"].of("/404.html")
    context["huvudmeny"] = menu(_sections_now(), "/404.html")
    return context


def _sections_now() -> list[Menu]:
    """The navigation in the language of now: made when the first page is drawn, since all titles are known then."""
    made: dict[str, list[Menu]] = _built["sections"]
    if spoken() not in made:
        made[spoken()] = in_language(_sections(_built["nav"]), _built["twins"])
    return made[spoken()]


def _sections(nav: Navigation) -> list[Menu]:
    """The navigation as plain values, without the page of contacts when there is nothing to write there."""
    left_out = "" if is_reachable(_built["config"]["extra"]) else CONTACT_PAGE.strip("/")

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
    _built.update(env=env, config=config, files=files, sections={})
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remembers the menus, for pages that are made by themselves."""
    del config, files
    _built["nav"] = nav
    return nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Leaves out ways to nowhere, and spares the engine a page whose HTML is kept since an earlier build."""
    _serving.stop_if_superseded()
    page.__dict__.pop("render", None)
    if "now" in _macros:
        _macros["now"].keep(page.file.src_uri, markdown)
    own = page.file.src_uri == CONTACT_PAGE.strip("/")
    if not own and not is_reachable(config["extra"]):
        markdown = without_ways(
            markdown, (CONTACT_ADDRESS, _built["twins"].english.get(CONTACT_ADDRESS, CONTACT_ADDRESS))
        )
    found = _rendered["now"].find(page.file.src_uri, markdown) if "title" in page.meta else None
    if found is not None:
        # The page is asked to make its HTML once, right after this.
        page.render = partial(_fill, page, found, files)  # type: ignore[method-assign]
    return markdown


def _fill(page: MkDocsPage, found: Rendered, files: Files, *_: object) -> None:
    """Gives a page what it would make of its Markdown."""
    page.content, page.toc, page.present_anchor_ids = found.html, get_toc(found.headings), set(found.anchors)
    if found.links is not None:
        linked = {source: files.get_file_from_path(source) for source in found.links}
        page.links_to_anchors = {file: found.links[source] for source, file in linked.items() if file}


def _as_rendered(page: MkDocsPage, html: str) -> Rendered:
    links = page.links_to_anchors
    return Rendered(
        html,
        [_heading(item) for item in page.toc],
        sorted(page.present_anchor_ids or ()),
        None if links is None else {file.src_uri: dict(targets) for file, targets in links.items()},
    )


def _heading(item: Any) -> dict[str, Any]:
    inner = [_heading(child) for child in item.children]
    return {"level": item.level, "id": item.id, "name": item.title, "children": inner}


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Keeps the page's HTML, and makes root-relative links in raw HTML relative."""
    del config, files
    if "title" in page.meta:
        _rendered["now"].keep(page.file.src_uri, str(page.markdown), _as_rendered(page, html))
    return relative_links(easy_html(html) if page.meta.get("lattlast") else html, address_of(page.file.src_uri))


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """An English page gets its links to English pages, and its marks of what is not English."""
    del config
    address = address_of(page.file.src_uri)
    if not is_english(address):
        return output
    twins: Twins = _built["twins"]
    made: str = _english["now"].get(lambda: finished(output, address, twins), output, address, _built["english mark"])
    return made


def on_post_build(config: MkDocsConfig) -> None:
    """The steps that read the built pages."""
    _rendered["now"].save()
    _macros["now"].save()
    _english["now"].save()
    speak(SWEDISH)
    try:
        # While pages are shown, print uses what was made before, so that a change is seen at once.
        shown, between = _serving.shown, _serving.stop_if_superseded
        after_build(Path(config["site_dir"]), current_bank(), shown, between, hurry=_serving.on)
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
    # Macros are run again: what they read may have changed.
    _macros.clear()
    if any(assets in path.parents for path in changed):
        refresh_styles(site, assets)
    records = [path for path in changed if data_folder().resolve() in path.parents]
    if records:
        loaded = load(data_folder())
        if loaded.bank is None:
            return
        use(loaded.bank)
    docs = Path(config["docs_dir"]).resolve()
    for source in sources_of(changed, docs, data_folder().resolve(), _edit_sources, open_page):
        file = files.get_file_from_path(source)
        if file is None or file.page is None:
            continue
        made = page_of_record(current_bank(), source)
        if made is not None:
            file.content_string = made.markdown
        _populate_page(file.page, config, files)
        _built["sections"] = {}
        _build_page(file.page, config, files.documentation_pages(), _built["nav"], _built["env"])
        finish_page(Path(file.abs_dest_path), site)
