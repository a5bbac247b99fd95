"""What the Cache panel shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream._protocol.cache_report import CachedFunctionReport, CacheEntry, CacheReport
from tabstream.caching.clearing import caches_of
from tabstream.caching.record import records
from tabstream.caching.results import results_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tabstream._protocol.cache_report import Cacheable
    from tabstream._runtime import Session
    from tabstream.caching.record import Record


def report(session: Session, could_be_cached: tuple[Cacheable, ...] = ()) -> CacheReport:
    """Return how every cached function that was called is doing."""
    stored = results_of(session).sizes()
    functions = (
        _report_of(record, stored) for record in records.values() if record.misses + record.hits
    )
    return CacheReport(tuple(functions), could_be_cached)


def _report_of(record: Record, stored: Mapping[str, int]) -> CachedFunctionReport:
    file, line = record.place
    entries = (
        CacheEntry(
            id=key.hex(),
            call=entry.call,
            age=cache.age(entry),
            seconds=entry.seconds,
            size=entry.size,
            stored=entry.stored_key in stored,
        )
        for cache in caches_of(record.name)
        for key, entry in reversed(cache.entries.items())
    )
    return CachedFunctionReport(
        name=record.name,
        title=record.title,
        decorator=record.decorator,
        file=file,
        line=line,
        hits=record.hits,
        misses=record.misses,
        saved=record.saved,
        last_miss=record.last_miss,
        unkept=record.unkept,
        stored=sum(size for key, size in stored.items() if key.startswith(f"{record.name}\n")),
        entries=tuple(entries),
    )
