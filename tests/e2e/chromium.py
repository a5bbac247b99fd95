"""How the browser tests start Chromium."""

from __future__ import annotations

import os
import shutil
from typing import Any

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch_args() -> dict[str, Any]:
    """Return what Playwright is to start: the browser that the test command found, and how."""
    path = os.environ.get("TABSTREAM_CHROMIUM") or shutil.which("chromium")
    return {"executable_path": path, "args": FLAGS}
