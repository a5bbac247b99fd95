"""Opens a tab in the person's browser, where there is one to open."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser


def can_open_tab() -> bool:
    """Tell whether somebody sits before this machine."""
    if os.environ.get("CI"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_tab(url: str) -> None:
    """Open a tab, without waiting for a browser that may take its time."""
    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
