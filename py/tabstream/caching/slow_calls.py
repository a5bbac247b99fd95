"""Finds what could be cached: functions that are slow in run after run, for the same arguments.

Python's own monitoring (``sys.monitoring``, from 3.12 on) tells of each call. Code that is not the
author's is switched off at its first call, so that watching costs little; not watching costs
nothing.
"""

from __future__ import annotations

import inspect
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream._protocol.cache_report import Cacheable
from tabstream._runtime import current_run
from tabstream.caching.hashing import digest_of
from tabstream.caching.record import records

if TYPE_CHECKING:
    from types import CodeType, FrameType

#: Seconds above which a call is slow.
_SLOW = 0.2

#: In how many runs a call has to come with the same arguments.
_RUNS = 3

#: Of what cannot simply be cached: its calls do not end where they return.
_PAUSES = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR

#: Not there before Python 3.12.
_monitoring: Any = getattr(sys, "monitoring", None)

#: One of the numbers that Python leaves to tools without a name.
_TOOL = 4


@dataclass(slots=True)
class _Open:
    """A call that has not returned yet."""

    code: CodeType
    started: float
    #: How many elements the run had drawn before.
    elements: int
    #: Of the arguments; None where they are not looked at, or have no digest.
    digest: bytes | None


class SlowCalls:
    """Watches the calls of an app's own functions.

    Parameters
    ----------
    folder
        The app's folder: what lies in it is the author's.
    """

    def __init__(self, folder: str) -> None:
        self._folder = str(Path(folder, "x"))[:-1]
        self._open: list[_Open] = []
        #: What was slow in this run, and in the last: seconds by code.
        self._slow_now: dict[CodeType, float] = {}
        self._slow_then: dict[CodeType, float] = {}
        #: In how many runs a call came, by code and digest of the arguments.
        self._runs: Counter[tuple[CodeType, bytes]] = Counter()
        self._seen_now: set[tuple[CodeType, bytes]] = set()

    def start(self) -> None:
        """Watch from now on."""
        monitoring = _monitoring
        if monitoring is None:
            return
        events = monitoring.events
        monitoring.use_tool_id(_TOOL, "tabstream")
        monitoring.register_callback(_TOOL, events.PY_START, self._on_start)
        monitoring.register_callback(_TOOL, events.PY_RETURN, self._on_return)
        monitoring.register_callback(_TOOL, events.PY_UNWIND, self._on_unwind)
        monitoring.set_events(_TOOL, events.PY_START | events.PY_RETURN | events.PY_UNWIND)
        monitoring.restart_events()

    def stop(self) -> None:
        """Watch no longer, and forget what was seen."""
        if _monitoring is not None and _monitoring.get_tool(_TOOL) is not None:
            _monitoring.set_events(_TOOL, 0)
            _monitoring.free_tool_id(_TOOL)
        self._open.clear()
        self._slow_then.clear()
        self._runs.clear()

    def end_run(self) -> tuple[Cacheable, ...]:
        """Note that a run is over; return what could be cached, slowest first."""
        self._runs.update(self._seen_now)
        self._slow_then.update(self._slow_now)
        self._open.clear()
        self._slow_now.clear()
        self._seen_now.clear()
        # An edit that puts a decorator above a function moves it: its name stays.
        cached = {_name_of(record.code) for record in records.values() if record.code is not None}
        often = {code for (code, _), runs in self._runs.items() if runs >= _RUNS}
        found = [code for code in often if _name_of(code) not in cached]
        slowest = sorted(found, key=lambda code: -self._slow_then[code])
        return tuple(self._cacheable(code) for code in slowest)

    def _cacheable(self, code: CodeType) -> Cacheable:
        file = Path(code.co_filename).name
        return Cacheable(code.co_qualname, file, code.co_firstlineno, self._slow_then[code])

    # ---- called by Python ----------------------------------------------------------------------

    def _on_start(self, code: CodeType, _offset: int) -> Any:
        if not self._is_own(code):
            return _monitoring.DISABLE
        run = current_run()
        if run is None:
            return None
        # Only what was slow before is worth the look at its arguments.
        digest = _digest(code, sys._getframe(1)) if code in self._slow_then else None
        self._open.append(_Open(code, time.perf_counter(), run.elements, digest))
        return None

    def _on_return(self, code: CodeType, _offset: int, _value: object) -> Any:
        if not self._is_own(code):
            return _monitoring.DISABLE
        self._close(code)
        return None

    def _on_unwind(self, code: CodeType, _offset: int, _error: BaseException) -> None:
        # This event cannot be switched off for one function.
        if self._is_own(code):
            self._close(code)

    def _close(self, code: CodeType) -> None:
        while self._open:
            call = self._open.pop()
            if call.code is code:
                self._note(call)
                return

    def _note(self, call: _Open) -> None:
        seconds = time.perf_counter() - call.started
        run = current_run()
        # What draws, or only leads to what draws, is not what is to be cached.
        if seconds < _SLOW or run is None or run.elements != call.elements:
            return
        self._slow_now[call.code] = seconds
        if call.digest is not None:
            self._seen_now.add((call.code, call.digest))

    def _is_own(self, code: CodeType) -> bool:
        return (
            code.co_filename.startswith(self._folder)
            and not code.co_name.startswith("<")
            and not code.co_flags & _PAUSES
            and "site-packages" not in code.co_filename
        )


def _name_of(code: CodeType) -> tuple[str, str]:
    return code.co_filename, code.co_qualname


def _digest(code: CodeType, frame: FrameType) -> bytes | None:
    """Return the digest of the arguments that a frame begins with."""
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
    try:
        return digest_of({name: frame.f_locals[name] for name in code.co_varnames[:count]})
    except Exception:  # of the author's classes, too: they are only looked at
        return None
