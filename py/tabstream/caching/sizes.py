"""How large results may be: bytes, or words such as "500MB"."""

from __future__ import annotations

import re

from tabstream.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

_UNITS = {
    "b": 1,
    **{f"{letter}b": 1000**power for power, letter in enumerate("kmgt", 1)},
    **{f"{letter}ib": 1024**power for power, letter in enumerate("kmgt", 1)},
}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*", re.IGNORECASE)


def bytes_of(size: int | str | None) -> int | None:
    """Return a size in bytes; None for one without a limit.

    Raises
    ------
    StreamlitValueError
        When it is not positive, or words without a unit.

    Examples
    --------
    >>> bytes_of("1.5 kB"), bytes_of("1KiB")
    (1500, 1024)
    """
    if size is None:
        return None
    if isinstance(size, bool) or not isinstance(size, int | str):
        raise StreamlitInvalidParameterTypeError("max_size", ["`int`", "`str`"], size)
    found = size if isinstance(size, int) else _parsed(size)
    if found <= 0:
        words = 'a number of bytes above 0, or words with a unit, such as "500MB" or "200KiB"'
        raise StreamlitValueError("max_size", [words], size)
    return found


def _parsed(text: str) -> int:
    """Return the bytes of words; 0 when they are none."""
    match = _SIZE.fullmatch(text)
    return int(float(match[1]) * _UNITS.get(match[2].lower(), 0)) if match else 0
