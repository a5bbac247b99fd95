"""The apps of `parity.apps`: small scripts, many in a file, each under a ``# %%`` line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("apps")

#: A line that begins a cell: ``# %% slider: options``.
_HEAD = re.compile(r"^# %% (.+)$", re.MULTILINE)


@cache
def apps() -> dict[str, str]:
    """Return every app's source by its name, such as ``inputs/slider: options``."""
    found = {}
    for file in sorted(_FOLDER.glob("*.py")):
        _, *parts = _HEAD.split(file.read_text(encoding="utf-8"))
        for title, source in zip(parts[::2], parts[1::2], strict=True):
            name = f"{file.stem}/{title}"
            if name in found:
                msg = f"{file.name} has two cells named {title!r}."
                raise ValueError(msg)
            found[name] = source.strip() + "\n"
    return found
