"""The page of a built folder: the site's own, with what is known of its app already in it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from tabstream.cli.building.site_index import SiteIndex, with_index

if TYPE_CHECKING:
    from pathlib import Path

    from tabstream.cli.building.owner_config import LinkRule
    from tabstream.cli.building.page_facts import PageFacts

PAGE = "index.html"
MANIFEST = "site.webmanifest"
ICON = "app-icon.svg"

MATERIAL = re.compile(r":material/([a-z\d_]+):")
#: Letters, signs and names are no pictures. Digits are, for Unicode: as keycaps.
EMOJI = re.compile(r"[\u00a9\u00ae\u2190-\u2bff\u3030-\u3299\U0001f000-\U0001faff]")
#: A family has eleven code points.
MOST_OF_EMOJI = 12

#: As web/src/page/favicon.ts draws it.
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text x="50" y="50" '
    'font-size="86" text-anchor="middle" dominant-baseline="central">{}</text></svg>'
)


@dataclass(frozen=True)
class FrontPage:
    """What goes into the page."""

    facts: PageFacts
    #: Where the page finds the app.
    app: str
    index: SiteIndex
    #: Where the folder will be, with a slash at its end; empty when nobody has said.
    base_url: str
    #: What the app's owner wants of links to scripts of others; None: what the site wants.
    links: LinkRule | None

    def write(self, site: Path) -> None:
        """Write the page and the manifest of a site that has its other files."""
        icon = self._write_icon(site)
        page = site / PAGE
        html = self._fill(page.read_text(encoding="utf-8"), icon)
        page.write_text(html, encoding="utf-8")
        self._write_manifest(site / MANIFEST, icon)

    def _fill(self, html: str, icon: str | None) -> str:
        facts = self.facts
        html = with_index(html, self.index)
        html = html.replace("<title>tabstream</title>", f"<title>{escape(facts.title)}</title>", 1)
        html = with_content(html, "description", facts.description)
        if self.links:
            html = with_content(html, "tabstream-links", self.links.action)
            html = with_content(html, "tabstream-link-hosts", " ".join(self.links.hosts))
            html = with_content(html, "tabstream-frames", self.links.frames)
        if icon:
            found = re.compile(r'(<link rel="icon" href=")[^"]*(")')
            html = found.sub(lambda part: part[1] + escape(icon) + part[2], html, count=1)
        app = f'<meta name="tabstream-app" content="{escape(self.app)}">'
        lines = [app, preview(self.facts, self.base_url), "<title>"]
        return html.replace("<title>", "\n    ".join(lines), 1)

    def _write_icon(self, site: Path) -> str | None:
        """Give the address of the app's icon, written if need be; None for the site's own."""
        icon = self.facts.icon
        if icon.startswith(("https://", "http://")):
            return icon
        drawn = draw_icon(icon, site)
        if drawn is None:
            return None
        (site / ICON).write_text(drawn, encoding="utf-8")
        return f"./{ICON}"

    def _write_manifest(self, path: Path, icon: str | None) -> None:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        manifest["name"] = manifest["short_name"] = self.facts.title
        manifest["description"] = self.facts.description
        if icon and icon.startswith("./"):
            drawn = {"src": icon.removeprefix("./"), "sizes": "any", "type": "image/svg+xml"}
            manifest["icons"] = [drawn]
        text = json.dumps(manifest, indent=2, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")


def draw_icon(icon: str, site: Path) -> str | None:
    """Draw an icon as ``st.set_page_config`` has it; None for what is no emoji and no name."""
    if material := MATERIAL.fullmatch(icon):
        path = site / f"icons/{material[1]}.svg"
        return path.read_text(encoding="utf-8") if path.is_file() else None
    is_emoji = EMOJI.match(icon) and len(icon) <= MOST_OF_EMOJI and " " not in icon
    return DRAWN.format(escape(icon)) if is_emoji else None


def preview(facts: PageFacts, base_url: str) -> str:
    """Say what chats and search engines look at."""
    said = {"og:type": "website", "og:title": facts.title, "og:description": facts.description}
    lines = []
    if base_url:
        said["og:url"] = base_url
        lines.append(f'<link rel="canonical" href="{escape(base_url)}">')
    lines += [f'<meta property="{name}" content="{escape(value)}">' for name, value in said.items()]
    return "\n    ".join(lines)


def with_content(html: str, name: str, content: str) -> str:
    """Set what a ``meta`` of the page says."""
    found = re.compile(rf'(<meta name="{re.escape(name)}" content=")[^"]*(")')
    return found.sub(lambda part: part[1] + escape(content) + part[2], html, count=1)
