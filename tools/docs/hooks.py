"""What the pages of docs/ need beyond MkDocs: the site's type and colours, and links that lead on.

MkDocs calls the functions by their names (https://www.mkdocs.org/user-guide/configuration/#hooks).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File
from tools.docs import reference

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

#: A link to what is in the clone and not in the docs, such as an example.
OUTSIDE = re.compile(r"\[([^\]]+)\]\(\.\./[^)]*\)")

#: The corner of a table with headings on two sides is no heading.
CORNER = re.compile(r"<th\b[^>]*></th>")

CODE = "<pre><span></span><code>"

#: What scrolls must be reached by keyboard.
CHANGED = {
    CODE: CODE.replace("<pre", '<pre class="ts-code-scroll" tabindex="0"'),
    "<table>": '<div class="ts-table-scroll" tabindex="0"><table>',
    "</table>": "</table></div>",
}


def on_config(config: MkDocsConfig) -> None:
    """Give the pages the style sheets of the site, of which the docs have a copy."""
    folder = Path(config.config_file_path).parent / config.plugins["tabstream"].config["site"]
    page = (folder / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<link rel="stylesheet"[^>]*? href="\./([^"]+)"', page)
    config.extra["site_styles"] = [f"_tabstream/{address}" for address in links]


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Add the pages that are made of the docstrings."""
    for page in reference.PAGES:
        text = reference.write_page(page)
        files.append(File.generated(config, f"reference/{page.name}.md", content=text))


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leave of a link that leads out of the docs its words."""
    return OUTSIDE.sub(r"\1", markdown)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make wide parts scroll within themselves, and headings of tables say something."""
    for before, after in CHANGED.items():
        html = html.replace(before, after)
    return CORNER.sub("<td></td>", html)
