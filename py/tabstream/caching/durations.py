"""How long a cached value holds: seconds, a timedelta, or words such as "1d2h"."""

from __future__ import annotations

import re
from datetime import timedelta

from tabstream.errors import StreamlitBadTimeStringError

_SECONDS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_PART = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(w|d|h|m|s)[a-z]*", re.IGNORECASE)


def seconds_of(duration: float | timedelta | str | None) -> float | None:
    """Return a duration in seconds; None for one without an end.

    Examples
    --------
    >>> seconds_of("1d2h")
    93600.0
    """
    if duration is None:
        return None
    if isinstance(duration, timedelta):
        return duration.total_seconds()
    if isinstance(duration, str):
        return _parsed(duration)
    return float(duration)


def _parsed(text: str) -> float:
    parts = list(_PART.finditer(text))
    if not parts or "".join(part.group() for part in parts).strip() != text.strip():
        msg = (
            f"TTL string doesn't look right: {text!r}. It should be formatted as `'1d2h34m'`, for "
            "example."
        )
        raise StreamlitBadTimeStringError(msg)
    return sum(float(part[1]) * _SECONDS[part[2].lower()] for part in parts)
