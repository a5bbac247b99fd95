"""Entries in memory: how long they hold and how many are kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tabstream.caching.explanation import ago

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tabstream.caching.opened_files import Stamp

T = TypeVar("T")

#: Of how many entries that are gone it is remembered why.
_REMEMBERED = 1000


@dataclass(slots=True)
class Entry(Generic[T]):
    """What one call of a cached function came to."""

    value: T
    #: Seconds of the cache's clock.
    made: float
    #: The call, for people.
    call: str = ""
    #: Seconds that it took.
    seconds: float = 0.0
    #: What the function drew, to be drawn again.
    drawn: tuple[Any, ...] = field(default=())
    #: What the function read, and how it was then.
    files: Mapping[str, Stamp] = field(default_factory=dict)
    #: Of the value as it was returned, where it is looked at again; None where it is not.
    digest: bytes | None = None
    #: Bytes in memory, where they are known.
    size: int | None = None
    #: Of what it depends on, from before it was computed; None where that cannot be told.
    parts: bytes | None = None
    #: The name under which it outlives the page; None when it does not.
    stored_key: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How long entries hold, in seconds, how many are kept and how large; None: without limit."""

    ttl: float | None = None
    max_entries: int | None = None
    #: Bytes of all entries together.
    max_size: int | None = None


class MemoryCache(Generic[T]):
    """The entries of one function, least recently used out.

    Parameters
    ----------
    clock
        Seconds, never going back.
    limits
        What entries are kept, and how long.

    Attributes
    ----------
    entries
        By key, least recently used first.
    on_release
        Called with each value that leaves, unless it is None.
    under_way
        The calls that are being computed, by key.
    defined
        The run in which the function was defined last; 0 outside of a run.
    """

    def __init__(self, clock: Callable[[], float], limits: Limits) -> None:
        self._clock = clock
        self._limits = limits
        self.entries: OrderedDict[bytes, Entry[T]] = OrderedDict()
        self.on_release: Callable[[T], None] | None = None
        self.under_way: dict[bytes, Any] = {}
        self.defined = 0
        #: Why entries left, by key.
        self._gone: OrderedDict[bytes, str] = OrderedDict()

    @property
    def ttl(self) -> float | None:
        """Seconds for which an entry holds; None for ever."""
        return self._limits.ttl

    def get(self, key: bytes) -> Entry[T] | None:
        """Return an entry, also one that has expired."""
        entry = self.entries.get(key)
        if entry is not None:
            self.entries.move_to_end(key)
        return entry

    def age(self, entry: Entry[T]) -> float:
        """Return the seconds since an entry was made."""
        return self._clock() - entry.made

    def expired(self, entry: Entry[T]) -> str | None:
        """Return since when an entry holds no longer, in words; None while it does."""
        ttl = self._limits.ttl
        over = None if ttl is None else self.age(entry) - ttl
        return None if over is None or over < 0 else f"expired {ago(over)} ago"

    def put(self, key: bytes, entry: Entry[T]) -> list[Entry[T]]:
        """Keep an entry; return those that had to go, which were not used for the longest time."""
        self.entries[key] = entry
        self.entries.move_to_end(key)
        self._gone.pop(key, None)
        left = []
        while len(self.entries) > 1 and self._are_too_many():
            oldest, entry = next(iter(self.entries.items()))
            self.clear(oldest, "it had made room for newer ones")
            left.append(entry)
        return left

    def clear(self, key: bytes | None = None, why: str = "its cache was cleared") -> None:
        """Forget one entry, or all."""
        gone = {
            leaving: self.entries.pop(leaving)
            for leaving in (list(self.entries) if key is None else [key])
            if leaving in self.entries
        }
        self._gone.update(dict.fromkeys(gone, why))
        while len(self._gone) > _REMEMBERED:
            self._gone.popitem(last=False)
        if self.on_release is not None:  # last: it is the author's, and may fail
            for entry in gone.values():
                self.on_release(entry.value)

    def why_gone(self, key: bytes) -> str | None:
        """Return why an entry left; None when there was none, or it was long ago."""
        return self._gone.get(key)

    def _are_too_many(self) -> bool:
        most, largest = self._limits.max_entries, self._limits.max_size
        if most is not None and len(self.entries) > most:
            return True
        return largest is not None and largest < sum(
            entry.size or 0 for entry in self.entries.values()
        )
