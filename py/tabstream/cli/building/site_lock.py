"""The packages that a site can load: those that it has, and those that it knows by an address."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from tabstream.cli.bad_input import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FILE = "pyodide/pyodide-lock.json"

#: A package as Pyodide's lock describes it.
Entry: TypeAlias = "dict[str, Any]"


@dataclass(frozen=True)
class SiteLock:
    """The content of a ``pyodide-lock.json``."""

    info: Mapping[str, str]
    packages: Mapping[str, Entry]

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a package of that name."""
        return name in self.packages

    @property
    def python(self) -> str:
        """Python's version, as pip wants it."""
        return ".".join(self.info["python"].split(".")[:2])

    @property
    def platform(self) -> str:
        """What wheels with native code are built for, as their names say it."""
        return f"pyemscripten_{self.info['abi_version']}_{self.info['arch']}"

    def providing(self, modules: Iterable[str]) -> str | None:
        """Name the package that has the first of some modules; what the site has goes first."""
        for module in modules:
            found = [name for name, entry in self.packages.items() if module in entry["imports"]]
            if found:
                return min(found, key=lambda name: is_elsewhere(self.packages[name]))
        return None

    def closure(self, names: Iterable[str]) -> dict[str, Entry]:
        """Give packages with all that they depend on."""
        found: dict[str, Entry] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = self.packages[name]
                waiting += found[name]["depends"]
        return dict(sorted(found.items()))

    def having(self, entries: Mapping[str, Entry]) -> SiteLock:
        """Give one with more packages, or with others of the same name."""
        return SiteLock(self.info, {**self.packages, **entries})

    def only(self, entries: Mapping[str, Entry]) -> SiteLock:
        """Give one with these packages alone."""
        return SiteLock(self.info, entries)

    def encode(self) -> bytes:
        """Give the bytes of the file."""
        return json.dumps({"info": self.info, "packages": self.packages}).encode()


def is_elsewhere(entry: Entry) -> bool:
    """Tell whether a package is known by its address only."""
    return "://" in entry["file_name"]


def read_lock(site: Path) -> SiteLock:
    """Read the lock of a site."""
    try:
        content = json.loads((site / FILE).read_text(encoding="utf-8"))
        return SiteLock(content["info"], content["packages"])
    except (OSError, ValueError, KeyError) as error:
        raise BadInput(
            f"{site} is no whole site: its {FILE} cannot be read. In a clone, `npm run build` "
            "makes it anew; an installed tabstream has to be installed again."
        ) from error
