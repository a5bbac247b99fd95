"""A second release of the built site: other pages, other Python, other names of what is hashed."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

from server import ROOT, SITE

if TYPE_CHECKING:
    from pathlib import Path

#: What the Python of the second release says its version is.
NEXT = "999.0"

#: As web/src/protocol/assets.ts has it.
PACKED_ENDING = ".gzipped"


def list_site(site: Path, *options: str) -> None:
    """Write the service worker of a site anew, as after a change by hand."""
    subprocess.run(["node", "tools/offline.mjs", *options, str(site)], cwd=ROOT, check=True)


def copy_site(folder: Path) -> Path:
    """Copy the built site, without thousands of icons."""
    shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("icons"))
    return folder


def make_next_release(folder: Path) -> Path:
    """Make a site that differs from the built one in every kind of file."""
    site = copy_site(folder)
    runtime = site / "pyodide/tabstream.zip"
    before = hash_of(runtime)
    replace_version(runtime)
    pack(runtime)
    # The page has the hashes of Python's files in its first code, whose name is in the rest of it.
    replace_script(site, "entry", before, hash_of(runtime))
    mark = "document.documentElement.dataset.release = 'next';"
    replace_script(site, "main", "", f"{mark}\n", count=1)
    list_site(site)
    return site


def replace_script(site: Path, kind: str, old: str, new: str, count: int = -1) -> None:
    """Replace a text in a script, which gets another name by that."""
    (script,) = (site / "assets").glob(f"{kind}-*.js")
    renamed = script.with_name(f"{kind}-nextnext.js")
    script.rename(renamed)
    renamed.write_text(renamed.read_text().replace(old, new, count))
    for file in [site / "index.html", site / "unit.json", *(site / "assets").glob("*.js")]:
        file.write_text(file.read_text().replace(script.name, renamed.name))


def pack(file: Path) -> None:
    """Write the packed copy of a changed file anew."""
    packed = file.with_name(file.name + PACKED_ENDING)
    packed.write_bytes(gzip.compress(file.read_bytes()))


def hash_of(file: Path) -> str:
    """Reckon what stands for a file's content, as the build does."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def replace_version(runtime: Path) -> None:
    """Let the packed Python package say that it is another version."""
    with zipfile.ZipFile(runtime) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    del files["tabstream/_version.pyc"]
    source = files["tabstream/_version.py"].decode()
    files["tabstream/_version.py"] = re.sub('= "[^"]+"', f'= "{NEXT}"', source).encode()
    with zipfile.ZipFile(runtime, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
