"""Which packages the site has, or can fetch by the lock that it was built with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabstream.cli.checking.facts import deciding_prefixes, distribution_of

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Packages:
    """The packages of a site, by what is imported from them."""

    modules: frozenset[str]
    names: frozenset[str]

    def has(self, module: str) -> bool:
        """Tell whether a module comes from one of them."""
        by_module = any(part in self.modules for part in deciding_prefixes(module))
        return by_module or distribution_of(module) in self.names


def find_packages(site: Path) -> Packages | None:
    """Read what a built site says of its packages; None where it says nothing."""
    try:
        content = json.loads((site / "pyodide/packages.json").read_text(encoding="utf-8"))
        names = {*content["packages"], *content["imports"].values()}
        return Packages(frozenset(content["imports"]), frozenset(names))
    except (OSError, ValueError, KeyError):
        return None
