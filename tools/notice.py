"""Write NOTICE: what the built site and the wheel contain of other projects.

``python -m tools.notice`` writes it, ``python -m tools.notice --check`` compares.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tools.packages.manifest import pinned_files, read_lock, read_shipped

ROOT = Path(__file__).parents[1]
NOTICE = ROOT / "NOTICE"

HEAD = """\
tabstream
Copyright the tabstream authors

Licensed under the Apache License, Version 2.0 (see LICENSE).

The built site contains the works of other projects, listed below with their licenses. The
licenses' texts are in the file licenses.md of the site for what is part of its pages, and inside
each Python package for that package.
"""

CORE = """\
The Python interpreter (folder pyodide/)
----------------------------------------
{pyodide}; pyodide.asm.mjs as tools/site/lean-core.mjs changes it
CPython {python}: PSF-2.0, with the libraries that it contains
Emscripten runtime libraries: MIT OR NCSA
"""


def main() -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(prog="python -m tools.notice", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only tell whether it is up to date")
    notice = make_notice()
    if not parser.parse_args().check:
        NOTICE.write_text(notice, encoding="utf-8")
    elif not NOTICE.exists() or NOTICE.read_text(encoding="utf-8") != notice:
        print("NOTICE is not up to date. Run: npm run fix")
        return 1
    return 0


def make_notice() -> str:
    """Put the text together."""
    shipped, lock = read_shipped(), read_lock()
    npm = npm_packages(json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8")))
    python = [
        f"{file.package} {file.version}: {shipped.licenses[file.package]}"
        for file in pinned_files(shipped, lock)
    ]
    (pyodide,) = (line for line in npm if line.startswith("pyodide "))
    pages = [line for line in npm if line != pyodide]
    return "\n".join(
        [
            HEAD,
            CORE.format(pyodide=pyodide, python=lock["info"]["python"].rpartition(".")[0]),
            section("Python packages (folder pyodide/)", python),
            section("Parts of the pages", pages),
        ]
    )


def npm_packages(lock: dict[str, dict[str, dict[str, str]]]) -> list[str]:
    """List what npm installs for the site to run, as opposed to be built and tested."""
    lines = {
        f"{path.rpartition('node_modules/')[2]} {entry['version']}: {entry.get('license', '?')}"
        for path, entry in lock["packages"].items()
        if path and not entry.get("dev") and not entry.get("devOptional")
    }
    return sorted(lines)


def section(title: str, lines: list[str]) -> str:
    """Write one list with its title underlined."""
    return "\n".join([title, "-" * len(title), *lines, ""])


if __name__ == "__main__":
    sys.exit(main())
