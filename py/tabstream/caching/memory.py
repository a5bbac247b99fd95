"""Entries in memory: how long they hold and how many are kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tabstream.caching.opened_files import Stamp

T = TypeVar("T")


@dataclass(slots=True)
class Entry(Generic[T]):
    """What one call of a cached function came to."""

    value: T
    #: Seconds of the cache's clock.
    made: float
    #: What the function drew, to be drawn again.
    drawn: tuple[Any, ...] = field(default=())
    #: What the function read, and how it was then.
    files: Mapping[str, Stamp] = field(default_factory=dict)
    #: Of the value as it was returned, where it is looked at again; None where it is not.
    digest: bytes | None = None


class MemoryCache(Generic[T]):
    """The entries of one function, least recently used out.

    Parameters
    ----------
    clock
        Seconds, never going back.
    ttl
        Seconds for which an entry holds; None for ever.
    max_entries
        How many are kept; None for any number.

    Attributes
    ----------
    on_release
        Called with each value that leaves, unless it is None.
    """

    def __init__(
        self, clock: Callable[[], float], ttl: float | None, max_entries: int | None
    ) -> None:
        self._clock = clock
        self._ttl = ttl
        self._max_entries = max_entries
        self._entries: OrderedDict[bytes, Entry[T]] = OrderedDict()
        self.on_release: Callable[[T], None] | None = None

    def get(self, key: bytes) -> Entry[T] | None:
        """Return an entry that still holds."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if self._ttl is not None and self._clock() - entry.made >= self._ttl:
            self.clear(key)
            return None
        self._entries.move_to_end(key)
        return entry

    def put(
        self,
        key: bytes,
        value: T,
        drawn: tuple[Any, ...] = (),
        files: Mapping[str, Stamp] | None = None,
        digest: bytes | None = None,
    ) -> Entry[T]:
        """Keep an entry; the one that was not used for the longest time may go."""
        entry = self._entries[key] = Entry(value, self._clock(), drawn, files or {}, digest)
        self._entries.move_to_end(key)
        while self._max_entries is not None and len(self._entries) > self._max_entries:
            self.clear(next(iter(self._entries)))
        return entry

    def clear(self, key: bytes | None = None) -> None:
        """Forget one entry, or all."""
        for leaving in list(self._entries) if key is None else [key]:
            entry = self._entries.pop(leaving, None)
            if entry is not None and self.on_release is not None:
                self.on_release(entry.value)
