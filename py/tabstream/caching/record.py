"""What is known of a cached function over all runs: how often it was served, and why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream.caching.explanation import changed_parts, new_arguments

if TYPE_CHECKING:
    from types import CodeType

    from tabstream.caching.arguments import Arguments
    from tabstream.caching.dependencies import Parts
    from tabstream.caching.memory import MemoryCache

#: Of how many values of an argument it is remembered that they were met.
_REMEMBERED = 1000


@dataclass(slots=True)
class Record:
    """A cached function, whichever run defined it last.

    Attributes
    ----------
    name
        Its decorator, module and qualified name: no other function has it.
    cache
        The entries of its newest definition.
    saved
        Seconds that the hits have saved.
    unkept
        Why its results do not outlive the page; None when they do.
    """

    name: str
    title: str
    decorator: str
    cache: MemoryCache[Any]
    #: Of its newest definition; None for what is not written in Python.
    code: CodeType | None = None
    hits: int = 0
    misses: int = 0
    saved: float = 0.0
    last_miss: str | None = None
    unkept: str | None = None
    #: Of the last call that was computed.
    _parts: Parts | None = None
    _cache_then: MemoryCache[Any] | None = None
    #: The values that every argument has had.
    _seen: dict[str, set[bytes]] = field(default_factory=dict)

    @property
    def place(self) -> tuple[str, int]:
        """Where it is defined: the file's name and the line."""
        code = self.code
        return ("", 0) if code is None else (Path(code.co_filename).name, code.co_firstlineno)

    def count_hit(self, seconds: float) -> None:
        """Note a call that was served."""
        self.hits += 1
        self.saved += seconds

    def count_miss(self, why: str, arguments: Arguments, parts: Parts | None) -> None:
        """Note a call that is computed."""
        self.misses += 1
        self.last_miss = why
        self._parts = parts
        self._cache_then = self.cache
        for name, digest in arguments.digests.items():
            seen = self._seen.setdefault(name, set())
            if len(seen) < _REMEMBERED:
                seen.add(digest)

    def why_miss(self, key: bytes, arguments: Arguments, parts: Parts | None) -> str:
        """Return why a call is not served: what changed since the last that was computed."""
        if self.misses == 0:
            return "first call"
        if gone := self.cache.why_gone(key):
            return gone
        before = self._parts
        if before and parts and (changes := changed_parts(before, parts)):
            return changes
        if self._cache_then is not self.cache:
            return f"the source of `{self.title}()` or an option of its cache changed"
        return new_arguments(arguments.digests, arguments.values, self._seen)


#: Every cached function that was called, by name.
records: dict[str, Record] = {}
