"""Why a call was not served from the cache, in words."""

from __future__ import annotations

from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tabstream.caching.dependencies import Parts

#: Longer texts are cut: they are read in a line of a panel.
_LONGEST = 60

#: How many changes are named.
_MOST = 3


def describe(value: object) -> str:
    """Return a value as a person may recognise it, without the cost of a whole ``repr``.

    Examples
    --------
    >>> describe("a"), describe(3), describe([1, 2])
    ("'a'", '3', 'list of 2')
    """
    match value:
        case str() if len(value) > _LONGEST:
            return f"{value[:_LONGEST]!r}…"
        case int() if not isinstance(value, bool) and value.bit_length() > 2 * _LONGEST:
            return f"int of {value.bit_length()} bits"
        case None | bool() | int() | float() | str():
            return repr(value)
        case bytes() | list() | tuple() | set() | frozenset() | dict():
            return f"{type(value).__name__} of {len(value)}"
    try:
        shape = getattr(value, "shape", None)
    except Exception:  # the author's own property: it is only looked at
        shape = None
    name = type(value).__qualname__
    if isinstance(value, type | FunctionType):
        name = value.__qualname__
    return f"{name} {'x'.join(map(str, shape))}" if isinstance(shape, tuple) else name


def describe_call(values: Mapping[str, Any]) -> str:
    """Return the arguments of a call as a person would write them.

    Examples
    --------
    >>> describe_call({"n": 3, "name": "a"})
    "n=3, name='a'"
    """
    return ", ".join(f"{name}={describe(value)}" for name, value in values.items())


def changed_parts(before: Parts, now: Parts) -> str | None:
    """Return which parts changed; None when none did."""
    old, new = before.digests, now.digests
    changes = [
        _change(part, before, now)
        for part in (*new, *(part for part in old if part not in new))
        if old.get(part) != new.get(part)
    ]
    # A package's version is a part of its own, so that a new version is one gone and one come.
    return _listed(changes) if changes else None


def _change(part: str, before: Parts, now: Parts) -> str:
    if part not in before.digests:
        return f"{part} is new"
    if part not in now.digests:
        return f"{part} is used no longer"
    if part in before.shown and part in now.shown:
        return f"{part} was {describe(before.shown[part])}, is {describe(now.shown[part])}"
    return f"{part} changed"


def new_arguments(
    digests: Mapping[str, bytes], values: Mapping[str, Any], seen: Mapping[str, set[bytes]]
) -> str:
    """Return which arguments have values that no call had before."""
    changes = [
        f"argument `{name}`: new value {describe(values[name])}"
        for name, digest in digests.items()
        if digest not in seen.get(name, ())
    ]
    return _listed(changes) if changes else "its arguments are new together"


def ago(seconds: float) -> str:
    """Return a time that has passed.

    Examples
    --------
    >>> ago(12.3), ago(7500)
    ('12 s', '2 h')
    """
    for unit, length in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} s"


def duration(seconds: float) -> str:
    """Return how long something took.

    Examples
    --------
    >>> duration(0.0123), duration(2.5)
    ('12 ms', '2.5 s')
    """
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def _listed(changes: list[str]) -> str:
    more = len(changes) - _MOST
    return "; ".join(changes[:_MOST]) + (f"; and {more} more" if more > 0 else "")
