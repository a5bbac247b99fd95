"""Apps in Sphinx: `extensions = ["tabstream_docs.sphinx"]`, then `.. tabstream::` in a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from tabstream_docs.app_files import find_app
from tabstream_docs.block import OPTIONS, BlockError, read_block
from tabstream_docs.built_site import NoSiteError, copy_files, find_site
from tabstream_docs.element import app_html, loader_tag
from tabstream_docs.syntax import find_mistake

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator

    from tabstream_docs.app_files import App
    from tabstream_docs.block import Part
    from tabstream_docs.built_site import Site

log = logging.getLogger(__name__)

#: Where a document's metadata has the files of its apps. Sphinx keeps metadata from one build to
#: the next, forgets it with the document, and gathers it from processes that read side by side.
FILES = "tabstream_files"


class AppNode(nodes.General, nodes.Element):
    """An app. Its child is the code, for formats in which nothing runs."""


class TabstreamDirective(SphinxDirective):
    """A block with an app."""

    has_content = True
    option_spec: ClassVar = dict.fromkeys(OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Read the block."""
        source, line = self.get_source_info()
        # `include` may have brought the lines from elsewhere; paths are counted from the document.
        folder = Path(self.env.doc2path(self.env.docname)).parent
        try:
            block = read_block(self.options, "\n".join(self.content))
            app = find_app(block, folder, Path(self.env.srcdir))
        except BlockError as error:
            raise self.error(str(error)) from None
        self._note_files(app)
        self._warn_of_mistake(app)
        code = nodes.literal_block(app.code, app.code, language="python")
        node = AppNode("", app=app)
        if "code" not in block.show:
            node += code
        self.add_name(node)
        for one in (code, node):
            one.source, one.line = source, line
        parts: dict[Part, nodes.Node] = {"app": node, "code": code}
        return [parts[part] for part in block.show]

    def _note_files(self, app: App) -> None:
        metadata: dict[str, Any] = self.env.metadata[self.env.docname]
        metadata.setdefault(FILES, {}).update(app.copied)
        for file in app.copied.values():
            self.env.note_dependency(str(file))

    def _warn_of_mistake(self, app: App) -> None:
        if not (mistake := find_mistake(app.code)):
            return
        source, _ = self.get_source_info()
        file, start = (str(app.script), 0) if app.script else (source, self.content_offset)
        # With a colon in front Sphinx takes the place for what it is, a file of any kind.
        log.warning(mistake.message, location=f"{file}:{start + mistake.line}")


def visit_html(translator: HTML5Translator, node: AppNode) -> None:
    """Write the element; in a book, where nothing runs, the code within it."""
    builder = translator.builder
    if builder.name != "epub":
        translator.body.append(app_html(node["app"], way_up(builder.current_docname, builder)))
        raise nodes.SkipNode


def visit_other(translator: nodes.NodeVisitor, node: AppNode) -> None:
    """Go on to the code within."""


def depart(translator: nodes.NodeVisitor, node: AppNode) -> None:
    """Leave an app."""


def way_up(docname: str, builder: Any) -> str:
    """Give the way from a document to the top of the built docs."""
    address = str(builder.get_target_uri(docname)).partition("#")[0]
    return "../" * address.count("/")


class Publisher:
    """Puts into the built docs what their apps need."""

    _site: Site

    def find_site(self, app: Sphinx) -> None:
        """Find the site that conf.py names."""
        try:
            self._site = find_site(app.config.tabstream_site, Path(app.confdir))
        except NoSiteError as error:
            raise ConfigError(f"tabstream_site in conf.py: {error}") from None

    def add_loader(
        self,
        app: Sphinx,
        page: str,
        template: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        """Load what knows the element, on pages that have an app."""
        if can_run(app) and doctree and next(doctree.findall(AppNode), None):
            loader = loader_tag(self._site.loader(way_up(page, app.builder)))
            context["body"] = loader + context["body"]

    def copy(self, app: Sphinx, error: Exception | None) -> None:
        """Copy the site, scripts and what these read."""
        if error or not can_run(app):
            return
        all_files = [data[FILES] for data in app.env.metadata.values() if FILES in data]
        if all_files:
            self._site.copy_into(Path(app.outdir))
        for files in all_files:
            copy_files(files, Path(app.outdir))


def can_run(app: Sphinx) -> bool:
    """Tell whether something can run in what is built: in a book it cannot."""
    return app.builder.format == "html" and app.builder.name != "epub"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Tell Sphinx what there is."""
    app.add_config_value("tabstream_site", "", "html", types=(str,))
    app.add_directive("tabstream", TabstreamDirective)
    other = (visit_other, depart)
    app.add_node(
        AppNode, html=(visit_html, depart), latex=other, text=other, man=other, texinfo=other
    )
    publisher = Publisher()
    app.connect("builder-inited", publisher.find_site)
    app.connect("html-page-context", publisher.add_loader)
    app.connect("build-finished", publisher.copy)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
