"""What the worker tells of the caches while somebody watches them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CacheEntry:
    """One kept result."""

    id: str
    #: The call, such as ``n=3, name="a"``.
    call: str
    #: Seconds since it was computed.
    age: float
    #: Seconds that computing it took.
    seconds: float
    #: Bytes in memory; None where only the object is kept and its size is not known.
    size: int | None
    #: Whether it outlives the page.
    stored: bool


@dataclass(frozen=True, slots=True)
class CachedFunctionReport:
    """What a cached function's results have been good for."""

    #: Its name among the caches; unlike `title`, no other has it.
    name: str
    #: As the author knows it, such as ``load``.
    title: str
    decorator: str
    file: str
    line: int
    hits: int
    misses: int
    #: Seconds that the hits have saved.
    saved: float
    #: Why the last call that was computed was not served; None before the first.
    last_miss: str | None
    #: Why its results do not outlive the page; None when they do.
    unkept: str | None
    #: Bytes that lie in the browser's storage.
    stored: int
    entries: tuple[CacheEntry, ...]


@dataclass(frozen=True, slots=True)
class Cacheable:
    """A function that was slow in several runs, for the same arguments."""

    title: str
    file: str
    line: int
    #: Of its last call.
    seconds: float


@dataclass(frozen=True, slots=True)
class CacheReport:
    """How the caches are doing."""

    type: ClassVar[str] = "cache_report"
    functions: tuple[CachedFunctionReport, ...]
    could_be_cached: tuple[Cacheable, ...]
