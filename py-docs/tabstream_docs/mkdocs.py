"""Apps in MkDocs: `plugins: [tabstream: {site: …}]`, then ` ```tabstream ` in any page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.utils import get_relative_url

from tabstream_docs.app_files import find_app
from tabstream_docs.block import BlockError, read_block, read_options
from tabstream_docs.built_site import NoSiteError, copy_files, find_site
from tabstream_docs.element import app_html, loader_tag
from tabstream_docs.markdown import Drawing
from tabstream_docs.syntax import find_mistake

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from tabstream_docs.app_files import App
    from tabstream_docs.markdown import Fence

log = get_plugin_logger(__name__)

#: By its name, as in mkdocs.yml: other plugins look through a list of names.
EXTENSION = "tabstream_docs.markdown:FenceExtension"


class TabstreamConfig(Config):  # type: ignore[no-untyped-call]  # it has no types there
    """What mkdocs.yml says."""

    site = config_options.Type(str, default="")


class TabstreamPlugin(BasePlugin[TabstreamConfig]):  # type: ignore[no-untyped-call]  # the same
    """Puts apps into pages, and what they need into the built docs."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Find the site, and let fences be drawn here."""
        try:
            self._site = find_site(self.config.site, Path(config.config_file_path).parent)
        except NoSiteError as error:
            raise PluginError(f"tabstream, `site` in mkdocs.yml: {error}") from None
        self._root = Path(config.docs_dir)
        self._files: dict[str, Path] = {}
        self._pages: set[str] = set()
        config.markdown_extensions.append(EXTENSION)
        config.mdx_configs[EXTENSION] = {"draw": self._draw}

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Note whose fences come next: Python-Markdown knows no pages."""
        self._page = page
        source = page.file.content_string
        # The lines before the text, which Python-Markdown does not see: the page's metadata.
        is_whole = source.endswith(markdown)
        self._lines_before = source[: len(source) - len(markdown)].count("\n") if is_whole else 0

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Load what knows the element, beside the apps.

        In the content rather than in the head: there it comes along when a theme fetches only the
        content of the next page, and it is not on pages without an app.
        """
        if page.file.src_uri not in self._pages:
            return None
        return loader_tag(self._site.loader(way_up(page))) + html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Copy what the apps need."""
        if self._pages:
            self._site.copy_into(Path(config.site_dir))
            copy_files(self._files, Path(config.site_dir))

    def _draw(self, fence: Fence) -> Drawing:
        line = fence.line + self._lines_before
        folder = (self._root / self._page.file.src_uri).parent
        try:
            if not fence.is_closed:
                raise BlockError("The block has no end. Close it as it was opened, by ```.")
            block = read_block(read_options(fence.info), fence.text)
            app = find_app(block, folder, self._root)
        except BlockError as error:
            raise PluginError(f"{self._page.file.src_uri}, line {line}: {error}") from None
        self._warn_of_mistake(app, line)
        self._files.update(app.copied)
        self._pages.add(self._page.file.src_uri)
        return Drawing(block.show, app_html(app, way_up(self._page)), app.code)

    def _warn_of_mistake(self, app: App, line: int) -> None:
        if mistake := find_mistake(app.code):
            file = app.script or self._page.file.src_uri
            start = 0 if app.script else line
            log.warning(f"{file}, line {start + mistake.line}: {mistake.message}")


def way_up(page: Page) -> str:
    """Give the way from a page to the top of the built docs: empty, or ending with a slash."""
    way = get_relative_url(".", page.url)
    return "" if way == "." else f"{way.rstrip('/')}/"
