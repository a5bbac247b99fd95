"""What a site says of its packages and memory images, and how its page is told of others.

The page has it as a part of its own code; a block in its HTML goes before that, which
web/src/site-index.ts reads. A site with fewer images, or with an app's own packages, has one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tabstream.cli.bad_input import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

#: Where a site has it for whoever is not its page.
FILE = "pyodide/packages.json"

#: The block stands before it, and so before the page's first code.
BEFORE = "<title>"
BEGIN = '<script type="application/json" id="tabstream-index">'
END = "</script>"


@dataclass(frozen=True)
class SiteIndex:
    """The content of ``packages.json``; web/src/app/boot-options.ts has its type."""

    content: Mapping[str, Any]

    @property
    def images(self) -> list[dict[str, Any]]:
        """The memory images: path, size, and the packages that are in each."""
        return list(self.content["images"])

    @property
    def packages(self) -> dict[str, dict[str, Any]]:
        """The packages that the site has itself, by name."""
        return dict(self.content["packages"])

    @property
    def imports(self) -> dict[str, str]:
        """The package that an import asks for; some are known only by their address."""
        return dict(self.content["imports"])

    def having(self, **parts: object) -> SiteIndex:
        """Give one that differs in some of its parts."""
        return SiteIndex({**self.content, **parts})

    def with_images(self, images: Sequence[Mapping[str, Any]]) -> SiteIndex:
        """Give one with fewer images."""
        return self.having(images=list(images))

    def write(self, site: Path) -> None:
        """Write it into a site."""
        text = json.dumps(self.content, indent=1, ensure_ascii=False)
        (site / FILE).write_text(text, encoding="utf-8")


def read_index(site: Path) -> SiteIndex:
    """Read what a site has."""
    try:
        return SiteIndex(json.loads((site / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise BadInput(
            f"{site} is no whole site: its {FILE} cannot be read. In a clone, `npm run build` "
            "makes it anew; an installed tabstream has to be installed again."
        ) from error


def with_index(html: str, index: SiteIndex) -> str:
    """Tell a page what its site has, whatever it was told before."""
    block = BEGIN + json.dumps(index.content, separators=(",", ":")).replace("<", "\\u003c") + END
    start = html.find(BEGIN)
    if start >= 0:
        end = html.index(END, start) + len(END)
        return html[:start] + block + html[end:]
    return html.replace(BEFORE, f"{block}\n    {BEFORE}", 1)
