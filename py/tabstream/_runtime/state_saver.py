"""Saves the session state after the runs, for the Python that may have to take this one's place.

The view keeps what is sent, and hands it to the next worker. Nothing of it is stored: a reload of
the page is a new session.

What is saved is the state of one moment, the end of a run. It is saved right then when the last
time that was quick; else in idle moments, value by value, and given up when a run comes between.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Buffer, StateSaved
from tabstream._runtime.saved_state import (
    PLAIN,
    SavedValue,
    TooLargeError,
    encode_saved,
    pickle_value,
)

if TYPE_CHECKING:
    from tabstream._runtime.session import Session

#: So many seconds may be spent on it before the next event is heard.
_AT_ONCE = 0.005

#: What a session may keep in this way: the view has these bytes beside those of Python.
MAX_BYTES = 32 * 1024 * 1024

_TOO_LARGE = f"with it there would be more than {MAX_BYTES // 1024**2} MB to keep"

_ENDED_PYTHON = "it is nested so deeply that it ends Python"


@dataclass(slots=True)
class _Snapshot:
    """The state at the end of a run, as far as it is saved."""

    saved: dict[str, SavedValue] = field(default_factory=dict)
    #: What could not be, and why.
    unkept: dict[str, str] = field(default_factory=dict)
    #: What is still to be pickled: names, values and the widgets they belong to.
    waiting: deque[tuple[str, Any, str | None]] = field(default_factory=deque)
    room: int = field(default_factory=lambda: MAX_BYTES)
    #: What it has taken so far.
    seconds: float = 0.0

    def keep(self, name: str, saved: SavedValue) -> None:
        """Put a value in, if there is room for it."""
        size = len(saved.content) if isinstance(saved.content, bytes | str) else 0
        if size <= self.room:
            self.room -= size
            self.saved[name] = saved
        else:
            self.miss(name, saved.widget, _TOO_LARGE)

    def miss(self, name: str, widget: str | None, why: str) -> None:
        """Note that a value cannot be kept."""
        if widget is None:  # a widget's value is in the view, too
            self.unkept[name] = why

    def pickle_next(self) -> None:
        """Save one of the values that wait."""
        name, value, widget = self.waiting.popleft()
        try:
            content = pickle_value(value, self.room)
        except TooLargeError:
            self.miss(name, widget, _TOO_LARGE)
        except Exception as error:
            self.miss(name, widget, f"{type(error).__name__}: {error}")
        else:
            self.keep(name, SavedValue(content, widget, plain=False))


class StateSaver:
    """Saves the state of one session.

    Parameters
    ----------
    session
        Whose state it is.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        #: What is being saved; None when nothing is.
        self._snapshot: _Snapshot | None = None
        #: Whether an idle job is to go on with it.
        self._is_queued = False
        #: Whether it took little time when all was last saved.
        self._is_quick = True
        #: The names of values that are left alone.
        self.refused: frozenset[str] = frozenset()
        #: What the view has.
        self._sent: tuple[Buffer | None, dict[str, str]] = (None, {})

    def begin(self, *, at_once: bool) -> None:
        """Save the state as it is now, if there is any.

        Parameters
        ----------
        at_once
            Whether there is time for it now, provided that it takes little.
        """
        snapshot = self._snapshot = _Snapshot()
        for name, value, widget in self._session.state.to_save():
            if isinstance(value, SavedValue):  # nobody has asked for it since it was handed in
                snapshot.keep(name, value)
            elif type(value) in PLAIN:
                snapshot.keep(name, SavedValue(value, widget, plain=True))
            elif name in self.refused:
                snapshot.miss(name, widget, _ENDED_PYTHON)
            else:
                snapshot.waiting.append((name, value, widget))
        if at_once and (self._is_quick or not snapshot.waiting):
            self._go_on(snapshot, _AT_ONCE)
        else:
            self._queue()

    def drop(self) -> None:
        """Give up what is not saved yet, because a run begins."""
        self._snapshot = None

    def _go_on(self, snapshot: _Snapshot, seconds: float) -> None:
        """Pickle values for a time, and one at least; then send them, or go on later."""
        clock = self._session.host.clock
        started = clock()
        while snapshot.waiting:
            self._session.host.handle_value(snapshot.waiting[0][0])
            snapshot.pickle_next()
            self._session.host.handle_value(None)
            if clock() - started >= seconds:
                break
        snapshot.seconds += clock() - started
        self._is_quick = snapshot.seconds < _AT_ONCE
        if snapshot.waiting:
            self._queue()
        else:
            self._snapshot = None
            self._send(snapshot)

    def _queue(self) -> None:
        if not self._is_queued:
            self._is_queued = True
            self._session.idle_jobs.append(self._on_idle)

    def _on_idle(self) -> None:
        self._is_queued = False
        if self._snapshot is not None:
            self._go_on(self._snapshot, 0)

    def _send(self, snapshot: _Snapshot) -> None:
        content = Buffer(encode_saved(snapshot.saved)) if snapshot.saved else None
        if (content, snapshot.unkept) != self._sent:
            self._sent = content, snapshot.unkept
            self._session.send(StateSaved(content, snapshot.unkept))
