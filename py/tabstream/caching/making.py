"""Makes a cached function of one, as its decorator wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.caching.cached_function import CachedFunction
from tabstream.caching.durations import seconds_of
from tabstream.caching.memory import Limits
from tabstream.caching.options import Options
from tabstream.caching.sizes import bytes_of
from tabstream.caching.stores import Pickles, References

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta


def caching(
    decorator: str,
    *,
    ttl: float | timedelta | str | None,
    max_entries: int | None,
    max_size: int | str | None = None,
    **options: Any,
) -> Callable[[Any], Any]:
    """Return what makes a cached function of one; `options` are those of `Options`."""
    wanted = Options(Limits(seconds_of(ttl), max_entries, bytes_of(max_size)), **options)

    def make(function: Any) -> Any:
        if isinstance(function, staticmethod | classmethod):
            return type(function)(make(function.__func__))
        store = Pickles() if decorator == "cache_data" else References(decorator)
        return CachedFunction(function, store, wanted)

    return make
