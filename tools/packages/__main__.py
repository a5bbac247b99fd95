"""``python -m tools.packages``: fetch what the site ships, or make the lock anew."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

from tools.packages.fetch import MissingFilesError, fetch_files
from tools.packages.manifest import pinned_files, read_lock, read_shipped
from tools.packages.sources import default_sources


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(prog="python -m tools.packages", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    fetch = commands.add_parser("fetch", help="fill a folder with the wheels that the lock pins")
    fetch.add_argument("--into", type=Path, default=Path(".cache/pyodide"))
    fetch.add_argument("--cache", type=Path, default=default_cache())
    commands.add_parser("lock", help="make pyodide.lock from shipped.toml (needs npm and pip)")
    options = parser.parse_args()

    end_tidily()
    shipped = read_shipped()
    if options.command == "lock":
        from tools.packages.lock import write_lock

        write_lock(shipped)
        return 0
    try:
        files = pinned_files(shipped, read_lock())
        fetch_files(files, options.into, options.cache, default_sources(shipped))
    except MissingFilesError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def end_tidily() -> None:
    """Let a signal to end run the clean-up, as Ctrl-C does."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def default_cache() -> Path:
    """Tell the folder that all clones on this machine share."""
    named = os.environ.get("TABSTREAM_CACHE")
    if named:
        return Path(named) / "wheels"
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tabstream" / "wheels"


if __name__ == "__main__":
    sys.exit(main())
