"""What ``shipped.toml`` and ``pyodide.lock`` say, as plain data."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
SHIPPED_TOML = HERE / "shipped.toml"
LOCK_FILE = HERE / "pyodide.lock"

Origin = Literal["distribution", "index", "pure"]


@dataclass(frozen=True)
class Shipped:
    """The contents of ``shipped.toml``."""

    distribution_version: str
    cdn: str
    carrier: str
    carrier_folder: str
    distribution: tuple[str, ...]
    index: tuple[str, ...]
    pure: tuple[str, ...]
    #: What a package needs beside what the distribution's lock says of it.
    needs: dict[str, list[str]]
    licenses: dict[str, str]

    def origins(self) -> dict[str, Origin]:
        """Tell for each shipped package, by its plain name, where its file comes from."""
        origins: dict[str, Origin] = dict.fromkeys(self.distribution, "distribution")
        origins |= {split_pin(pin)[0]: "index" for pin in self.index}
        origins |= {split_pin(pin)[0]: "pure" for pin in self.pure}
        return origins


@dataclass(frozen=True)
class PinnedFile:
    """A file that the site ships; any bytes with this hash will do, from anywhere."""

    package: str
    version: str
    name: str
    sha256: str
    origin: Origin


def read_shipped(path: Path = SHIPPED_TOML) -> Shipped:
    """Read ``shipped.toml``."""
    toml = tomllib.loads(path.read_text(encoding="utf-8"))
    distribution = toml["distribution"]
    return Shipped(
        distribution_version=distribution["version"],
        cdn=distribution["cdn"],
        carrier=distribution["carrier"],
        carrier_folder=distribution["carrier_folder"],
        distribution=tuple(distribution["packages"]),
        index=tuple(toml["index"]["packages"]),
        pure=tuple(toml["pure"]["packages"]),
        needs=toml["needs"],
        licenses=toml["licenses"],
    )


def read_lock(path: Path = LOCK_FILE) -> dict[str, Any]:
    """Read our lock, in the format that Pyodide reads."""
    lock: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return lock


def pinned_files(shipped: Shipped, lock: dict[str, Any]) -> list[PinnedFile]:
    """List the files that the site ships, with the hashes that the lock pins."""
    files = []
    for package, origin in sorted(shipped.origins().items()):
        entry = lock["packages"].get(package)
        if entry is None or "://" in entry["file_name"]:
            raise SystemExit(
                f"{package} is named in shipped.toml and not pinned in pyodide.lock.\n"
                "Run: python -m tools.packages lock"
            )
        files.append(
            PinnedFile(package, entry["version"], entry["file_name"], entry["sha256"], origin)
        )
    return files


def split_pin(pin: str) -> tuple[str, str]:
    """Split ``name==version``."""
    name, separator, version = pin.partition("==")
    if not separator:
        raise SystemExit(f"{pin!r} in shipped.toml has no version: write name==version.")
    return name, version
