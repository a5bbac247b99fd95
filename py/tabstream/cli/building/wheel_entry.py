"""A wheel as Pyodide's lock describes it."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from email import message_from_bytes
from typing import TYPE_CHECKING

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import parse_wheel_filename

from tabstream.cli.bad_input import BadInput
from tabstream.cli.checking import BROWSER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tabstream.cli.building.site_lock import Entry


@dataclass(frozen=True)
class Wheel:
    """A wheel on the disk, and what it says of itself."""

    path: Path
    name: str
    version: str
    #: What it makes importable.
    imports: tuple[str, ...]
    requirements: tuple[Requirement, ...]

    def needs(self, extras: Iterable[str]) -> list[Requirement]:
        """Give what it needs in a browser, with some of its extras."""
        environments = [{**BROWSER, "extra": extra} for extra in ("", *extras)]
        return [
            one
            for one in self.requirements
            if one.marker is None or any(map(one.marker.evaluate, environments))
        ]

    def entry(self, depends: Iterable[str]) -> Entry:
        """Describe it for the lock."""
        return {
            "name": self.name,
            "version": self.version,
            "file_name": self.path.name,
            "sha256": hashlib.sha256(self.path.read_bytes()).hexdigest(),
            "imports": list(self.imports),
            "depends": sorted(depends),
            "install_dir": "site",
            "package_type": "package",
            "unvendored_tests": False,
        }


def read_wheel(path: Path) -> Wheel:
    """Read what a wheel says of itself."""
    name, version, _, _ = parse_wheel_filename(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            (metadata,) = (one for one in names if one.endswith(".dist-info/METADATA"))
            said = message_from_bytes(archive.read(metadata))
        requirements = tuple(map(Requirement, said.get_all("Requires-Dist", [])))
    except (zipfile.BadZipFile, ValueError, InvalidRequirement) as error:
        raise BadInput(
            f"The wheel {path.name} cannot be read: {error}. Ask for another version of {name}."
        ) from error
    return Wheel(path, name, str(version), tuple(top_level(names)), requirements)


def top_level(names: Iterable[str]) -> list[str]:
    """Tell what the files of a wheel make importable."""
    modules = set()
    for name in names:
        top, _, rest = name.partition("/")
        is_module = top.endswith((".py", ".so"))
        if not rest and is_module:
            modules.add(top.partition(".")[0])
        elif rest.endswith((".py", ".so")) and not top.endswith((".dist-info", ".data")):
            modules.add(top)
    return sorted(modules)
