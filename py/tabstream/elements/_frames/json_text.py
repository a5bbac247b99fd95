"""JSON out of whatever an author calls data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from json import dumps
from math import isfinite
from typing import Any


def to_json_text(value: object) -> str:
    """Return `value` as JSON text; what JSON cannot say is said as text.

    Examples
    --------
    >>> to_json_text({"when": range(2), 3: float("nan")})
    '{"when":[0,1],"3":null}'
    """
    try:
        return dumps(
            value, default=_plain, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        )
    except (TypeError, ValueError):
        # NaN, infinity, a key that is a tuple: rare enough for a second, slower way.
        return dumps(_clean(value, ()), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Return an object that JSON does not know as one that it does."""
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "to_dict") and callable(value.to_dict):
        return value.to_dict()
    if hasattr(value, "tolist"):
        return value.tolist()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if hasattr(value, "model_dump"):
        return value.model_dump()
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | type):
        return list(value)
    return str(value)


def _clean(value: Any, above: tuple[int, ...]) -> Any:
    """Return a copy that JSON can say; `above` are the containers around `value`."""
    if isinstance(value, float):
        return float(value) if isfinite(value) else None
    if value is None or isinstance(value, str | int):
        return value
    if id(value) in above:
        return "…"  # it holds itself
    inside = (*above, id(value))
    if isinstance(value, Mapping):
        return {_key(key): _clean(item, inside) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item, inside) for item in value]
    return _clean(_plain(value), inside)


def _key(key: object) -> str:
    return key if isinstance(key, str) else str(key)
