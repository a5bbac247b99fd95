"""How long a cached value holds: seconds, a timedelta, or words.

Words are read as Streamlit reads them, that is, as ``pandas.Timedelta`` does, without pandas:

- amounts, "1d2h34m", "2 days, 3 hours", which may end in a clock: "1 days 02:00:00";
- a clock alone: "00:10:00";
- ISO 8601: "P1DT2H";
- a bare whole number, which is one of nanoseconds.

What pandas makes by accident of other texts ("PT1.5H" is five hours and a second) is refused.
"""

from __future__ import annotations

import re
from datetime import timedelta

from tabstream.errors import StreamlitBadTimeStringError

#: A unit in nanoseconds, and its names; in any case, but for "M", which pandas takes for a month.
_NAMES = (
    (604_800_000_000_000, "w"),
    (86_400_000_000_000, "d day days"),
    (3_600_000_000_000, "h hr hour hours"),
    (60_000_000_000, "m min minute minutes"),
    (1_000_000_000, "s sec second seconds"),
    (1_000_000, "ms milli millis millisecond milliseconds"),
    (1_000, "us \N{MICRO SIGN}s micro micros microsecond microseconds"),
    (1, "ns nano nanos nanosecond nanoseconds"),
)
_UNITS = {name: size for size, names in _NAMES for name in names.split()}

#: What pandas can hold: about 292 years.
_BOUND = 2**63

_AMOUNT = r"([0-9]+(?:\.[0-9]*)?) *([a-zA-Z\u00b5]+)"
_CLOCK = r"[0-9]+:[0-9]+:[0-9]+(?:\.[0-9]+)?"
_WORDS = re.compile(
    rf" *(?P<sign>[+-]?)(?P<amounts>(?: *\+? *{_AMOUNT})*)(?: *\+? *(?P<clock>{_CLOCK}))? *"
)
_ISO = re.compile(
    r"-?P(?=T?[0-9])(?:[0-9]+W)?(?:[0-9]+D)?"
    r"(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?"
)
_BARE = re.compile(r" *([+-]?) *([0-9]+) *")


def seconds_of(duration: float | timedelta | str | None) -> float | None:
    """Return a duration in seconds; None for one without an end.

    Examples
    --------
    >>> seconds_of("1d2h"), seconds_of("500ms"), seconds_of("00:10:00")
    (93600.0, 0.5, 600.0)
    """
    if duration is None:
        return None
    if isinstance(duration, timedelta):
        return duration.total_seconds()
    if isinstance(duration, str):
        return _parsed(duration)
    return float(duration)


def _parsed(text: str) -> float:
    nanoseconds = _nanoseconds_of(text.replace(",", ""))
    if nanoseconds is None or not abs(nanoseconds) < _BOUND:
        msg = (
            f"TTL string doesn't look right: {text!r}. It should be formatted as `'1d2h34m'`, "
            "`'2 days'`, `'500ms'` or `'00:10:00'`, for example."
        )
        raise StreamlitBadTimeStringError(msg)
    return round(nanoseconds) // 1_000 / 1_000_000


def _nanoseconds_of(text: str) -> float | None:
    if bare := _BARE.fullmatch(text):
        return float(bare[1] + bare[2])
    if _ISO.fullmatch(text):
        text = text.replace("P", "").replace("T", " ").lower()
    words = _WORDS.fullmatch(text)
    if words is None or not (words["amounts"] or words["clock"]):
        return None
    sign = -1 if words["sign"] == "-" else 1
    clock = _clock(words["clock"] or "0:0:0")
    if not words["amounts"]:
        return sign * clock
    total = 0.0
    for number, name in re.findall(_AMOUNT, words["amounts"]):
        size = _UNITS.get(name if name == "M" else name.lower())
        if size is None:
            return None
        total += float(number) * size
    # As a timedelta is written: "-1 days +02:00:00" is two hours after a day ago.
    return sign * total + clock


def _clock(text: str) -> float:
    hours, minutes, seconds = map(float, text.split(":"))
    return hours * _UNITS["h"] + minutes * _UNITS["m"] + seconds * _UNITS["s"]
