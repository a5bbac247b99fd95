"""What kind of value a Python type holds, as far as a table's columns tell kinds apart."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind: TypeAlias = Literal[
    "missing",
    "bool",
    "int",
    "float",
    "text",
    "bytes",
    "datetime",
    "date",
    "time",
    "timedelta",
    "decimal",
    "json",
    "other",
]

_KINDS: tuple[tuple[Any, Kind], ...] = (
    (type(None), "missing"),
    (bool, "bool"),  # before int, which it is too
    (str, "text"),
    (Integral, "int"),
    (Decimal, "decimal"),
    (Real, "float"),
    (bytes, "bytes"),
    (datetime, "datetime"),  # before date, which it is too
    (date, "date"),
    (time, "time"),
    (timedelta, "timedelta"),
    ((list, tuple, dict, set, frozenset), "json"),
)

#: Types of numpy and pandas that do not derive from Python's, by name: neither may be imported
#: for the sake of a list that holds none of them.
_BY_NAME: dict[tuple[str, str], Kind] = {
    ("numpy", "bool"): "bool",
    ("numpy", "bool_"): "bool",
    ("numpy", "ndarray"): "json",
    ("pandas", "NAType"): "missing",
    ("pandas", "NaTType"): "missing",
}


def kinds_of(values: Iterable[Any]) -> set[Kind]:
    """Return the kinds of value that occur among `values`."""
    # There are few types and perhaps many values.
    return set(map(kind_of, set(map(type, values))))


@cache
def kind_of(cls: type) -> Kind:
    """Return the kind of value that instances of a class are."""
    named = _BY_NAME.get((cls.__module__.partition(".")[0], cls.__name__))
    if named is not None:
        return named
    return next((kind for base, kind in _KINDS if issubclass(cls, base)), "other")
