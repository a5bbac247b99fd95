"""The app's files in a built folder, and the note by which the page finds them.

    _app.json            entry, arguments, files: what the server of `tabstream run` says, but once
    _app/...             the files, by their names where any host can have these
    _app.config.toml     .streamlit/config.toml: many hosts leave out what begins with a dot

Each is asked for with its content in the query, so that no visit gets files of two builds.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from tabstream.cli.app_folder import CONFIGURATION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = "_app.json"
FOLDER = "_app/"
CONFIG = "_app.config.toml"

#: Names that stand in an address as they are.
PLAIN = re.compile(r"[\w./-]+", re.ASCII)

CONFIGURED = frozenset(name.as_posix() for name in CONFIGURATION)


def write_app(into: Path, entry: str, files: Mapping[str, bytes]) -> str:
    """Write an app's files into a site, and give the address of its note."""
    listed = []
    for name, content in sorted(files.items()):
        place = place_of(name, content)
        path = into / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        address = f"{place}?v={content_hash(content)}"
        listed.append({"path": name, "size": len(content), "mtime_ms": 0, "at": address})
    note = {"entry": entry, "argv": [], "base": "./", "files": listed}
    content = json.dumps(note, indent=1).encode()
    (into / MANIFEST).write_bytes(content)
    return f"{MANIFEST}?v={content_hash(content)}"


def place_of(name: str, content: bytes) -> str:
    """Tell where a file lies in the folder."""
    if name in CONFIGURED:
        return CONFIG
    if PLAIN.fullmatch(name):
        return FOLDER + name
    return f"{FOLDER}{content_hash(name.encode() + content)}"


def content_hash(content: bytes) -> str:
    """Reckon what stands for a content, as tools/site/content-hash.mjs does."""
    return hashlib.sha256(content).hexdigest()[:16]
