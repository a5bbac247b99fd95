"""The results that outlive the page: read when a call misses, written behind the run."""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._host import ResultStore
    from tabstream._runtime import Session


class KeptResults:
    """The results of one app that outlive its page.

    Parameters
    ----------
    session
        The app.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        #: What is to be written, oldest first: when it was made, and how its bytes are made.
        self._waiting: OrderedDict[str, tuple[float, Callable[[], bytes | None]]] = OrderedDict()

    @property
    def _store(self) -> ResultStore:
        return self._session.host.results

    @property
    def is_on(self) -> bool:
        """Whether the author wants results kept."""
        return bool(self._session.config.get("tabstream.keepResults"))

    def get(self, key: str) -> bytes | None:
        """Return what an earlier visit stored under a name."""
        return self._store.get(key) if self.is_on else None

    def put(self, key: str, made: float, seal: Callable[[], bytes | None]) -> None:
        """Store a result once nothing else is to do; `made` is in seconds since the epoch."""
        if not self._waiting:
            self._session.idle_jobs.append(self._write_one)
        self._waiting[key] = (made, seal)

    def drop(self, prefix: str) -> None:
        """Forget every result whose name begins so."""
        for key in [key for key in self._waiting if key.startswith(prefix)]:
            del self._waiting[key]
        self._store.drop(prefix)

    def write_all(self) -> None:
        """Write what waits, now."""
        while self._waiting:
            self._write()

    def sizes(self) -> dict[str, int]:
        """Return what is stored: bytes by name."""
        return {entry["key"]: entry["size"] for entry in json.loads(self._store.listing())}

    def tell(self, text: str) -> None:
        """Say in the log what happened to a stored result."""
        self._session.log(text, "warning")

    def _write_one(self) -> None:
        if len(self._waiting) > 1:  # now, so that the next comes even if this one fails
            self._session.idle_jobs.append(self._write_one)
        if self._waiting:
            self._write()

    def _write(self) -> None:
        key, (made, seal) = self._waiting.popitem(last=False)
        try:
            content = seal()
        except Exception as error:  # a value of the author's that cannot be pickled after all
            self.tell(f"A result could not be stored: {error}")
            return
        if content is not None:
            self._store.put(key, made * 1000, content)


_results: WeakKeyDictionary[Any, KeptResults] = WeakKeyDictionary()


def results_of(session: Session) -> KeptResults:
    """Return the kept results of an app."""
    if session not in _results:
        _results[session] = KeptResults(session)
    return _results[session]
