"""Points of time in sound and video."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from datetime import timedelta

#: The units that a text can name, by their first letters, in seconds.
_UNITS = (("ms", 0.001), ("mil", 0.001), ("d", 86400), ("h", 3600), ("m", 60), ("s", 1))

_PART = r"\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*,?"
_CLOCK = r"\s*(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)\s*"


def read_seconds(parameter: str, time: float | timedelta | str) -> int:
    """Return a point of time in whole seconds.

    Examples
    --------
    >>> read_seconds("start_time", "1m 30s"), read_seconds("start_time", "0:01:30")
    (90, 90)
    """
    seconds = _seconds(time)
    if seconds is None:
        msg = (
            f"`{parameter}={time!r}` is no point of time. It can be a number of seconds, a "
            '`datetime.timedelta`, or a text such as "90s", "1m 30s" or "1:30".'
        )
        raise StreamlitAPIException(msg)
    return int(seconds)


def _seconds(time: Any) -> float | None:
    if isinstance(time, str):
        return _seconds_of_text(time.lower())
    if hasattr(time, "total_seconds"):
        return float(time.total_seconds())
    try:
        return float(time)
    except (TypeError, ValueError):
        return None


def _seconds_of_text(text: str) -> float | None:
    if clock := re.fullmatch(_CLOCK, text):
        hours, minutes, seconds = clock.groups(default="0")
        return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    if not re.fullmatch(f"(?:{_PART})+", text):
        return None
    total = 0.0
    for number, unit in re.findall(_PART, text):
        size = next((size for name, size in _UNITS if unit.startswith(name)), None)
        if size is None:
            return None
        total += float(number) * size
    return total
