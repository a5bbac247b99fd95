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

#: For how many runs the entries of a definition are kept that the script does not make any more.
_REMEMBERED_RUNS = 20

#: The entries of every cached function, by what the function is and what is kept of it.
_caches: dict[tuple[tuple[str, ...], Limits], MemoryCache[Any]] = {}


def cache_of(identity: tuple[str, ...], limits: Limits) -> MemoryCache[Any]:
    """Return the entries of a function; with other limits it starts afresh."""
    key = (identity, limits)
    run = current_run()
    number = run.number if run is not None else 0
    if key not in _caches:
        _forget_old(identity[0], number - _REMEMBERED_RUNS)
        _caches[key] = MemoryCache(time.monotonic, limits)
    cache = _caches[key]
    cache.defined = number
    return cache


def _forget_old(name: str, number: int) -> None:
    """Forget entries that no run from a number on has defined; an undone edit finds its own."""
    for key, cache in list(_caches.items()):
        if key[0][0] == name and 0 < cache.defined < number:
            del _caches[key]
            cache.clear()


def forget_all() -> None:
    """Forget the entries of every function, and the functions."""
    _caches.clear()


def clear_all(decorator: str = "", session: Session | None = None) -> None:
    """Forget the values of every function, or of those of one decorator."""
    prefix = f"{decorator} " if decorator else ""
    for ((name, *_), _), cache in _caches.items():
        if name.startswith(prefix):
            cache.clear()
    _drop_stored(prefix, session)


def caches_of(name: str) -> list[MemoryCache[Any]]:
    """Return the entries of every function of a name: of each edit, and of each that is made so."""
    return [cache for ((other, *_), _), cache in _caches.items() if other == name]


def clear_function(record: Record, session: Session | None = None) -> None:
    """Forget the values of one function."""
    for cache in caches_of(record.name):
        cache.clear()
    _drop_stored(f"{record.name}\n", session)


def clear_entry(record: Record, key: bytes, session: Session | None = None) -> None:
    """Forget the value of one call."""
    for cache in caches_of(record.name):
        entry = cache.get(key)
        if entry is not None:
            cache.clear(key)
            if entry.stored_key is not None:
                _drop_stored(entry.stored_key, session)


def _drop_stored(prefix: str, session: Session | None) -> None:
    """Forget what outlives the page, in the app of a session or else in that which is running."""
    run = current_run()
    if session is None and run is not None:
        session = run.session
    if session is not None:
        results_of(session).drop(prefix)
