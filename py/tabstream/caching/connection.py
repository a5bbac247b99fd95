"""Joins the caches and a session: what a person may ask of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream._protocol import ClearCaches, PageHidden, WatchCaches
from tabstream.caching.results import results_of

if TYPE_CHECKING:
    from tabstream._runtime import Session
    from tabstream.caching.slow_calls import SlowCalls


def connect(session: Session) -> None:
    """Let the caches of an app hear what its page asks of them."""
    _Connection(session)


def forget_functions() -> None:
    """Forget every cached function and what it has computed, as if none had been defined."""
    from tabstream.caching.clearing import forget_all
    from tabstream.caching.record import records

    forget_all()
    records.clear()


class _Connection:
    def __init__(self, session: Session) -> None:
        self._session = session
        #: What watches for functions that could be cached; None while nobody looks.
        self._slow_calls: SlowCalls | None = None
        session.handlers[ClearCaches] = self._clear
        session.handlers[WatchCaches] = self._watch
        session.handlers[PageHidden] = lambda _: results_of(session).write_all()
        session.after_run.append(self._tell)

    def _clear(self, message: ClearCaches) -> None:
        from tabstream.caching.clearing import clear_all, clear_entry, clear_function
        from tabstream.caching.record import records

        record = records.get(message.function or "")
        if message.function is None:
            clear_all(session=self._session)
        elif record is not None and message.entry is None:
            clear_function(record, self._session)
        elif record is not None and message.entry is not None:
            clear_entry(record, bytes.fromhex(message.entry), self._session)
        self._tell()

    def _watch(self, message: WatchCaches) -> None:
        from tabstream.caching.slow_calls import SlowCalls

        if self._slow_calls is not None:
            self._slow_calls.stop()
        self._slow_calls = SlowCalls(self._session.app.folder) if message.on else None
        if self._slow_calls is not None:
            self._slow_calls.start()
        self._tell()

    def _tell(self) -> None:
        if self._slow_calls is not None:
            from tabstream.caching.report import report

            self._session.send(report(self._session, self._slow_calls.end_run()))
