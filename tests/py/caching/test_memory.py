"""Entries in memory: how long they hold, how many are kept, and why one is gone."""

from __future__ import annotations

import pytest

from tabstream.caching.memory import Entry, Limits, MemoryCache
from tabstream.caching.sizes import bytes_of
from tabstream.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


class Clock:
    """A clock that a test moves on."""

    now = 0.0

    def __call__(self) -> float:
        """Return the seconds that it shows."""
        return self.now


def filled(clock: Clock, limits: Limits, *keys: bytes, size: int = 1) -> MemoryCache[bytes]:
    cache: MemoryCache[bytes] = MemoryCache(clock, limits)
    for key in keys:
        cache.put(key, Entry(key, made=clock.now, size=size))
    return cache


def test_an_entry_expires_with_its_time() -> None:
    clock = Clock()
    cache = filled(clock, Limits(ttl=10), b"a")
    entry = cache.get(b"a")
    assert entry is not None
    clock.now = 9
    assert cache.expired(entry) is None
    clock.now = 22
    assert cache.expired(entry) == "expired 12 s ago"


def test_the_least_used_makes_room() -> None:
    cache = filled(Clock(), Limits(max_entries=2), b"a", b"b")
    cache.get(b"a")
    cache.put(b"c", Entry(b"c", made=0))
    assert list(cache.entries) == [b"a", b"c"]
    assert cache.why_gone(b"b") == "it had made room for newer ones"


def test_sizes_are_counted_together_and_the_newest_stays_however_large() -> None:
    cache = filled(Clock(), Limits(max_size=10), b"a", b"b", b"c", size=4)
    assert list(cache.entries) == [b"b", b"c"]
    cache.put(b"huge", Entry(b"huge", made=0, size=100))
    assert list(cache.entries) == [b"huge"]


def test_what_leaves_is_let_go_of_and_why_is_remembered() -> None:
    cache = filled(Clock(), Limits(), b"a", b"b")
    left: list[bytes] = []
    cache.on_release = left.append
    cache.clear(b"a")
    cache.clear(why="it is old")
    assert left == [b"a", b"b"]
    assert cache.why_gone(b"a") == "its cache was cleared"
    assert cache.why_gone(b"b") == "it is old"
    assert cache.why_gone(b"never") is None


@pytest.mark.parametrize(
    ("size", "count"),
    [
        (None, None),
        (500, 500),
        ("500MB", 500_000_000),
        ("1.5 gb", 1_500_000_000),
        ("2KiB", 2048),
        ("10b", 10),
    ],
)
def test_sizes_are_bytes_or_words(size: int | str | None, count: int | None) -> None:
    assert bytes_of(size) == count


@pytest.mark.parametrize("size", [0, -1, "100", "2g", "soon", "0 MB"])
def test_a_size_without_sense_is_an_error(size: int | str) -> None:
    with pytest.raises(StreamlitValueError, match="500MB"):
        bytes_of(size)


@pytest.mark.parametrize("size", [1.5, True])
def test_a_size_is_a_whole_number_or_words(size: object) -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="max_size"):
        bytes_of(size)  # type: ignore[arg-type]
