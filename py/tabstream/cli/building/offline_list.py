"""The list of what a site has, for its service worker; as tools/site/offline.mjs writes it.

tests/e2e/build compares the two.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

from tabstream.cli.building.app_files import content_hash
from tabstream.cli.code_link import code_units

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WORKER = "service-worker.js"
START = "index.html"
PACKED_ENDING = ".gzipped"
ICONS = "icons/"

NOT_LISTED = re.compile(
    r"^(?!_app/)(?:service-worker|images/|examples/(?!.*/picture\.png$)|.*\.(?:gz|br|md)$"
    r"|(?:LICENSE|NOTICE|pyodide/packages\.json|\.nojekyll)$)"
)
OF_APP = re.compile(r"^_app(?:/|\.)")
LAZY = re.compile(r"^assets/.*\.(?:js|css)$|^unit\.json$")
NAMED = re.compile(r'(?:src|href)="\./(assets/[^"]+)"')
EARLIER_LIST = re.compile(r"^self\.TABSTREAM_SITE=.*\n")


def write_service_worker(site: Path) -> None:
    """Write the service worker of a finished site, with the list of all that is in it."""
    worker = site / WORKER
    own = EARLIER_LIST.sub("", worker.read_text(encoding="utf-8"))
    line = f"self.TABSTREAM_SITE={encode(list_site(site))};\n"
    worker.write_text(line + own, encoding="utf-8")


def list_site(site: Path) -> dict[str, Any]:
    """List a site; web/src/service-worker/site-list.ts has the type."""
    parts = json.loads((site / "unit.json").read_text(encoding="utf-8"))
    names = [name for name in names_in(site) if not NOT_LISTED.match(name)]
    icons = [name for name in names if name.startswith(ICONS)]
    hashes = [f"{name} {hash_of(site, name)}\n" for name in icons]
    files = {ICONS: content_hash("".join(hashes).encode())}
    for name in names:
        if not name.startswith(ICONS):
            # What is in a packed file counts: a host may hand it on unpacked.
            files[name] = hash_of(site, name.removesuffix(PACKED_ENDING))
    page = (site / START).read_text(encoding="utf-8")
    essential = [*essential_files(page, parts), *filter(OF_APP.match, files)]
    return {
        "version": content_hash(encode(files).encode()),
        "essential": essential,
        "lazy": [name for name in files if LAZY.match(name) and name not in essential],
        "files": files,
    }


def essential_files(page: str, parts: Mapping[str, Any]) -> list[str]:
    """Name what every start needs: the first page, what that names, and Python's worker."""
    found = dict.fromkeys([START, parts["worker"]])

    def follow(name: str) -> None:
        if name in found:
            return
        found[name] = None
        part = parts["files"].get(name, {"imports": [], "css": []})
        for other in [*part["imports"], *part["css"]]:
            follow(other)

    for name in NAMED.findall(page):
        follow(unescape(name))
    return list(found)


def names_in(site: Path) -> list[str]:
    """Name all files, in the order of JavaScript."""
    paths = (path for path in site.rglob("*") if path.is_file())
    return sorted((path.relative_to(site).as_posix() for path in paths), key=code_units)


def hash_of(site: Path, name: str) -> str:
    """Reckon what stands for a file's content."""
    return content_hash((site / name).read_bytes())


def encode(value: object) -> str:
    """Write JSON as JavaScript does."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
