"""A site with all the kinds of files that a built one has, and none of their weight."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html>
<html lang="en">
  <head>
    <meta name="description" content="Run a script." />
    <meta name="tabstream-links" content="run" />
    <meta name="tabstream-link-hosts" content="" />
    <meta name="tabstream-frames" content="others" />
    <title>tabstream</title>
    <link rel="icon" href="data:image/svg+xml,x" />
    <script async type="module" src="./assets/entry.js"></script>
  </head>
</html>
"""
FILES = {
    "index.html": PAGE,
    "service-worker.js": "self.TABSTREAM_SITE={};\nwork();\n",
    "unit.json": json.dumps(
        {
            "unit": "assets/unit.js",
            "worker": "assets/worker.js",
            "chunks": {"grid": "assets/grid.js"},
            "files": {
                "assets/entry.js": {"imports": [], "css": []},
                "assets/unit.js": {"imports": ["assets/app.js"], "css": ["assets/app.css"]},
            },
        }
    ),
    "single-file.js": "read();",
    "icon.svg": "<svg/>",
    "assets/app.css": "@font-face { src: url(./a.woff2) }",
    "assets/app.js": "app",
    "assets/a.woff2": "font",
    "assets/grid.js": "grid",
    "assets/unit.js": "unit",
    "site.webmanifest": json.dumps({"name": "tabstream", "start_url": "./", "icons": []}),
    "assets/entry.js": "entry",
    "assets/entry.js.br": "packed",
    "assets/worker.js": "worker",
    "examples/hello/app.py": "hello",
    "icons/home.svg": "<svg/>",
    "LICENSE": "A licence",
    "NOTICE": "A notice",
    "licenses.md": "Licences",
    "pyodide/python.wasm": "core",
    "images/core-1.image": "core",
    "images/pandas-2.image": "pandas",
    "images/altair-3.image": "altair",
}
NEEDS: dict[str, list[str]] = {
    "numpy": [],
    "pandas": ["numpy", "six"],
    "six": [],
    "altair": ["pandas"],
    "matplotlib": ["numpy"],
    "micropip": [],
}
IMAGES = {"core-1": [], "pandas-2": ["numpy", "pandas", "six"]}
IMAGES["altair-3"] = [*IMAGES["pandas-2"], "altair"]


def entry_of(name: str, file_name: str, depends: list[str], sha256: str = "") -> dict[str, Any]:
    """Describe a package as a lock does."""
    return {
        "name": name,
        "version": "1.0",
        "file_name": file_name,
        "sha256": sha256,
        "imports": [name],
        "depends": depends,
    }


def write_site(folder: Path, elsewhere: dict[str, dict[str, Any]] | None = None) -> Path:
    """Write the site; `elsewhere` are packages of its lock that it does not have itself."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    lock = {name: entry_of(name, f"{name}-1.0-wasm.whl", needs) for name, needs in NEEDS.items()}
    for entry in lock.values():
        (folder / "pyodide" / entry["file_name"]).write_text(entry["name"])
    content: dict[str, Any] = {
        "info": {"python": "3.14.0", "abi_version": "2026_0", "arch": "wasm32"},
        "packages": lock | (elsewhere or {}),
    }
    whole = json.dumps(content).encode()
    (folder / "pyodide/pyodide-lock.json").write_bytes(whole)
    (folder / "pyodide/pyodide-lock.json.gzipped").write_bytes(gzip.compress(whole))
    files = ["python.wasm", "pyodide-lock.json", *(one["file_name"] for one in lock.values())]
    index = {
        "images": [
            {"path": f"images/{name}.image", "size": 1, "packages": packages}
            for name, packages in IMAGES.items()
        ],
        "lock": {"file": "pyodide-lock.json", "size": 1},
        "packages": {
            name: {"version": "1.0", "file": one["file_name"], "size": 1, "depends": NEEDS[name]}
            for name, one in lock.items()
        },
        "packed": {"pyodide-lock.json": 1},
        "versions": dict.fromkeys(files, "0123"),
        "imports": {name: name for name in content["packages"]},
    }
    (folder / "pyodide/packages.json").write_text(json.dumps(index))
    return folder
