"""What a check has to say, and about which line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """A line that cannot work; or, as a note, one that may surprise."""

    file: Path
    line: int
    message: str
    is_note: bool = False


def did_you_mean(name: str, names: Iterable[str], before: str = "") -> str:
    """End a message with the name that was probably meant, if one is near."""
    near = get_close_matches(name, names, 1)
    return f" Did you mean {before}{near[0]}?" if near else ""
