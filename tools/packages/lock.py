"""Make our lock: the entries of one Pyodide release, with what we ship put in its place.

The ``pyodide-lock`` package on the index would do this, but the releases of it that read a
lock of this Pyodide need a newer Python than the oldest one we build with.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tools.packages.fetch import sha256_of
from tools.packages.manifest import LOCK_FILE, Shipped, split_pin
from tools.packages.sources import download_wheel

#: How requirements see the interpreter that the wheels are for.
BROWSER = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
    "extra": "",
}


def write_lock(shipped: Shipped, path: Path = LOCK_FILE) -> None:
    """Write our lock, one package a line so that a change of versions reads well in a diff."""
    lock = make_lock(shipped)
    lines = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(entry, sort_keys=True)}"
        for name, entry in sorted(lock["packages"].items())
    )
    path.write_text(
        f'{{"info": {json.dumps(lock["info"], sort_keys=True)},\n"packages": {{\n{lines}\n}}}}\n',
        encoding="utf-8",
    )


def make_lock(shipped: Shipped) -> dict[str, Any]:
    """Join the distribution's lock with the wheels that come from the index."""
    lock = distribution_lock(shipped.distribution_version)
    packages = lock["packages"]
    for name, entry in packages.items():
        if name not in shipped.distribution:
            entry["file_name"] = shipped.cdn + entry["file_name"]
    with tempfile.TemporaryDirectory() as folder:
        for name, origin in shipped.origins().items():
            if origin != "distribution":
                pins = dict(split_pin(pin) for pin in (*shipped.index, *shipped.pure))
                wheel = download_wheel(f"{name}=={pins[name]}", origin, Path(folder))
                packages[name] = entry_of_wheel(wheel, name, pins[name])
    for name, needed in shipped.needs.items():
        packages[name]["depends"] = sorted({*packages[name]["depends"], *needed})
    check_closed(shipped, packages)
    return lock


def distribution_lock(version: str) -> dict[str, Any]:
    """Take the lock out of the npm package of a Pyodide release."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", f"pyodide@{version}", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (archive_path,) = Path(folder).iterdir()
        with tarfile.open(archive_path) as archive:
            file = archive.extractfile("package/pyodide-lock.json")
            assert file is not None
            lock: dict[str, Any] = json.load(file)
    return lock


def entry_of_wheel(wheel: Path, name: str, version: str) -> dict[str, Any]:
    """Describe a pure wheel as Pyodide's lock does."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata_name,) = (n for n in names if n.endswith(".dist-info/METADATA"))
        metadata = message_from_bytes(archive.read(metadata_name))
    requirements = [Requirement(line) for line in metadata.get_all("Requires-Dist", [])]
    return {
        "name": name,
        "version": version,
        "file_name": wheel.name,
        "sha256": sha256_of(wheel),
        "imports": top_level_modules(names),
        "depends": sorted(
            canonicalize_name(r.name)
            for r in requirements
            if r.marker is None or r.marker.evaluate(BROWSER)
        ),
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }


def top_level_modules(names: list[str]) -> list[str]:
    """Tell which names a wheel makes importable."""
    modules = set()
    for name in names:
        top, _, rest = name.partition("/")
        if not rest and top.endswith(".py"):
            modules.add(top.removesuffix(".py"))
        elif rest.endswith(".py") and not top.endswith((".dist-info", ".data")):
            modules.add(top)
    return sorted(modules)


def check_closed(shipped: Shipped, packages: dict[str, Any]) -> None:
    """Refuse a set in which something shipped needs something that is not."""
    origins = shipped.origins()
    for name in origins:
        for needed in packages[name]["depends"]:
            if needed not in origins:
                raise SystemExit(f"{name} needs {needed}, which shipped.toml does not name.")
