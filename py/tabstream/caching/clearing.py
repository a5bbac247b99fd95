"""The caches of all functions, and forgetting what they keep."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tabstream._runtime import current_run
from tabstream.caching.memory import Limits, MemoryCache
from tabstream.caching.results import results_of

if TYPE_CHECKING:
    from tabstream._runtime import Session
    from tabstream.caching.record import Record

#: The entries of every cached function, by what the function is and what is kept of it.
_caches: dict[tuple[tuple[str, ...], Limits], MemoryCache[Any]] = {}


def cache_of(identity: tuple[str, ...], limits: Limits) -> MemoryCache[Any]:
    """Return the entries of a function; with other limits it starts afresh."""
    key = (identity, limits)
    if key not in _caches:
        _caches[key] = MemoryCache(time.monotonic, limits)
    return _caches[key]


def clear_all(decorator: str = "", session: Session | None = None) -> None:
    """Forget the values of every function, or of those of one decorator."""
    prefix = f"{decorator} " if decorator else ""
    for ((name, *_), _), cache in _caches.items():
        if name.startswith(prefix):
            cache.clear()
    _drop_stored(prefix, session)


def clear_function(record: Record, session: Session | None = None) -> None:
    """Forget the values of one function."""
    record.cache.clear()
    _drop_stored(f"{record.name}\n", session)


def clear_entry(record: Record, key: bytes, session: Session | None = None) -> None:
    """Forget the value of one call."""
    entry = record.cache.get(key)
    record.cache.clear(key)
    if entry is not None and entry.stored_key is not None:
        _drop_stored(entry.stored_key, session)


def _drop_stored(prefix: str, session: Session | None) -> None:
    """Forget what outlives the page, in the app of a session or else in that which is running."""
    run = current_run()
    if session is None and run is not None:
        session = run.session
    if session is not None:
        results_of(session).drop(prefix)
