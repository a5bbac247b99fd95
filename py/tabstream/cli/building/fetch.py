"""Gets wheels: from an index by pip, and those that a lock knows by their address."""

from __future__ import annotations

import hashlib
import http.client
import subprocess
import sys
import urllib.request
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tabstream.cli.bad_input import BadInput
from tabstream.cli.building.vendor import LEAVE_IT, UnavailableError
from tabstream.cli.building.wheel_entry import Wheel, read_wheel
from tabstream.cli.checking import OWN_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tabstream.cli.building.site_lock import Entry, SiteLock

PATIENCE_S = 60
FEW_RETRIES = ["--retries", "2", "--timeout", "20"]


class Pip:
    """Fetches wheels for the browser's Python by this Python's pip, and by what that is told.

    Parameters
    ----------
    lock
        Says which Python and which platform that is.
    into
        A folder for the wheels.
    index_urls
        Where the app wants its packages looked for; empty: where pip looks by itself.
    """

    def __init__(self, lock: SiteLock, into: Path, index_urls: Sequence[str]) -> None:
        main, *others = index_urls or [OWN_INDEX]
        self._options = [] if main == OWN_INDEX else ["--index-url", main]
        for other in others:
            self._options += ["--extra-index-url", other]
        self._options += ["--python-version", lock.python, "--implementation", "cp"]
        # Wheels for any platform are taken as well, without being asked for.
        self._options += [f"--abi=cp{lock.python.replace('.', '')}", "--platform", lock.platform]
        self._into = into
        self._count = 0

    def fetch(self, name: str, versions: Iterable[str]) -> Wheel:
        """Fetch the newest wheel that is allowed."""
        if not find_spec("pip"):
            raise BadInput(
                f"{name} has to be fetched, and this Python has no pip to do it. `python -m "
                f"ensurepip` installs it. {LEAVE_IT}"
            )
        self._count += 1
        folder = self._into / str(self._count)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
        command += ["--quiet", "--no-input", "--disable-pip-version-check", *FEW_RETRIES]
        asked = name + ",".join(sorted(versions))
        done = subprocess.run(
            [*command, *self._options, "--dest", str(folder), asked],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise UnavailableError(why_not(asked, done.stderr))
        (wheel,) = folder.glob("*.whl")
        return read_wheel(wheel)


def why_not(asked: str, said: str) -> str:
    """Give the reason in what pip said, in one line."""
    if "No matching distribution" not in said:
        errors = [line for line in said.splitlines() if line.startswith("ERROR:")]
        return (errors or ["pip said nothing"])[-1].removeprefix("ERROR: ").rstrip(".")
    if "connection" in said.lower():
        return f"pip cannot reach the index to look for {asked}"
    return f"pip finds no wheel of {asked} for any platform, or for Pyodide"


def download(entry: Entry, into: Path) -> tuple[Entry, Path]:
    """Fetch a package that a lock knows by its address; give its new entry, and its file."""
    address = entry["file_name"]
    path = into / unquote(Path(urlsplit(address).path).name)
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:
            content: bytes = answer.read()
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise BadInput(
            f"{entry['name']} cannot be fetched from {address}: {reason}. Try again when that can "
            f"be reached. {LEAVE_IT}"
        ) from error
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise BadInput(
            f"What {address} answers is not the {entry['name']} that the lock of the site names. "
            f"Try again later. {LEAVE_IT}"
        )
    path.write_bytes(content)
    return {**entry, "file_name": path.name}, path
