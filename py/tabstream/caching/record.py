"""What is known of a cached function over all runs: how often it was served, and why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream.caching.explanation import changed_parts, new_arguments

if TYPE_CHECKING:
    from types import CodeType

    from tabstream.caching.calls import Call
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
    saved
        Seconds that the hits have saved.
    unkept
        Why its results do not outlive the page; None when they do.
    """

    name: str
    title: str
    decorator: str
    #: Of its newest definition; None for what is not written in Python.
    code: CodeType | None = None
    hits: int = 0
    misses: int = 0
    saved: float = 0.0
    last_miss: str | None = None
    unkept: str | None = None
    #: Of the last call that was computed: what it depended on, and the entries it came to.
    _parts: Parts | None = None
    _cache: MemoryCache[Any] | None = None
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

    def count_miss(self, call: Call, cache: MemoryCache[Any]) -> None:
        """Note a call that is computed, and why: what changed since the last that was."""
        self.last_miss = call.refused or self._why_miss(call, cache)
        self.misses += 1
        self._parts = call.parts
        self._cache = cache
        for name, digest in call.arguments.digests.items():
            seen = self._seen.setdefault(name, set())
            if len(seen) < _REMEMBERED:
                seen.add(digest)

    def _why_miss(self, call: Call, cache: MemoryCache[Any]) -> str:
        if self.misses == 0:
            return "first call"
        if gone := cache.why_gone(call.key):
            return gone
        before, now = self._parts, call.parts
        if before and now and (changes := changed_parts(before, now)):
            return changes
        if self._cache is not cache:
            return f"the source of `{self.title}()` or an option of its cache changed"
        arguments = call.arguments
        return new_arguments(arguments.digests, arguments.values, self._seen)


#: Every cached function that was called, by name.
records: dict[str, Record] = {}
