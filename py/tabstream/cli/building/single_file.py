"""One HTML file with all of an app in it, which runs from a disk.

The code that reads it is web/src/single-file.ts.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tabstream.cli.bad_input import BadInput
from tabstream.cli.building.front_page import draw_icon, preview
from tabstream.cli.building.site_index import BEGIN, END

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tabstream.cli.building.app_parts import AppParts
    from tabstream.cli.building.page_facts import PageFacts
    from tabstream.cli.building.site_index import SiteIndex

TEMPLATE = Path(__file__).with_name("single_file.html")
SCRIPT = "single-file.js"
PACKED_ENDING = ".gzipped"

#: Whoever passes the file on passes on what is in it.
LEGAL = ("LICENSE", "NOTICE", "licenses.md")

FONT = re.compile(r"[\w.-]+\.woff2")
ICON = re.compile(rb":material/([a-z\d_]+):")


def write_single_file(
    path: Path, site: Path, index: SiteIndex, parts: AppParts, *, base_url: str, script: str
) -> None:
    """Write the file.

    Parameters
    ----------
    path
        Where.
    site
        A site with what the app needs, its packages among it.
    index
        What that has of packages.
    parts
        What is the app's own.
    base_url
        Where the file will be; empty when nobody has said.
    script
        The code that reads it.
    """
    unit = json.loads((site / "unit.json").read_text(encoding="utf-8"))
    files = parts.shared.files
    # An image would make the file twice as large, for a start of a few seconds less.
    plain = index.with_images([])
    blocks = [
        block_of_json("tabstream-index", plain.content),
        block_of_json("tabstream-unit", unit),
        block_of_json("tabstream-app", {"entry": parts.shared.entry}),
        *(block_of_file(site, name) for name in sorted(names_needed(site, plain, unit, files))),
        *(block_of("app", name, content) for name, content in sorted(files.items())),
    ]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    filled = {
        "{script-hash}": f"sha256-{digest}",
        "{head}": head(parts.facts, base_url, site),
        "{blocks}": "\n".join(blocks),
        "{script}": script,
    }
    template = TEMPLATE.read_text(encoding="utf-8")
    # All at once: what is filled in may have such a name in it.
    places = re.compile("|".join(map(re.escape, filled)))
    path.write_text(places.sub(lambda place: filled[place[0]], template), encoding="utf-8")


def read_page_script(site: Path) -> str:
    """Read the code that reads the file."""
    try:
        return (site / SCRIPT).read_text(encoding="utf-8")
    except OSError as error:
        raise BadInput(
            f"{site} is no whole site: its {SCRIPT} cannot be read. In a clone, `npm run build` "
            "makes it anew; an installed tabstream has to be installed again."
        ) from error


def head(facts: PageFacts, base_url: str, site: Path) -> str:
    """Say what the tab, search engines and chats show."""
    lines = [
        f'<meta name="description" content="{escape(facts.description)}">',
        preview(facts, base_url),
        f"<title>{escape(facts.title)}</title>",
    ]
    icon = facts.icon
    if not icon.startswith(("https://", "http://")):
        drawn = draw_icon(icon, site) or (site / "icon.svg").read_text(encoding="utf-8")
        icon = f"data:image/svg+xml,{quote(drawn)}"
    lines.append(f'<link rel="icon" href="{escape(icon)}">')
    return "\n    ".join(lines)


def names_needed(
    site: Path, index: SiteIndex, unit: Mapping[str, Any], files: Mapping[str, bytes]
) -> Iterator[str]:
    """Name the files of a site that an app may ask for."""
    yield from LEGAL
    packed = index.content["packed"]
    for name in index.content["versions"]:
        # Without its packed copies a file would be half as large again; nobody asks for both.
        if name != "pyodide.mjs":  # which is part of the worker's code
            yield f"pyodide/{name}{PACKED_ENDING if name in packed else ''}"
    found: set[str] = set()
    waiting = [unit["unit"], unit["worker"], *unit["chunks"].values()]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            part = unit["files"].get(name, {"imports": [], "css": []})
            waiting += [*part["imports"], *part["css"]]
            if name.endswith(".css"):
                style = (site / name).read_text(encoding="utf-8")
                waiting += [f"assets/{font}" for font in FONT.findall(style)]
    yield from found
    icons = {name.decode() for text in files.values() for name in ICON.findall(text)}
    for name in icons:
        if (site / f"icons/{name}.svg").is_file():
            yield f"icons/{name}.svg"


def block_of_json(name: str, content: object) -> str:
    """Write a block that is read as JSON."""
    text = json.dumps(content, separators=(",", ":")).replace("<", "\\u003c")
    return f"{BEGIN.replace('tabstream-index', name)}{text}{END}"


def block_of_file(site: Path, name: str) -> str:
    """Write a block of a file of the site."""
    return block_of("file", name, (site / name).read_bytes())


def block_of(kind: str, name: str, content: bytes) -> str:
    """Write a block of bytes, packed where that makes it smaller."""
    packed = gzip.compress(content, mtime=0)
    is_worth_it = len(packed) < 0.95 * len(content)
    text = base64.b64encode(packed if is_worth_it else content).decode()
    mark = " data-gzip" if is_worth_it else ""
    return f'<script type="application/octet-stream" data-{kind}="{escape(name)}"{mark}>{text}{END}'
