"""The host inside Pyodide; the one file that knows JavaScript."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabstream._host.port import Bytes


class BrowserHost:
    """Speaks through the worker's bridge; see ``web/src/worker/bridge.ts``.

    Parameters
    ----------
    bridge
        A JavaScript object with ``send(text, buffers)``, ``receive()``, ``isInterrupted()``,
        ``turn()`` and ``wait(ms)``; the last two answer promises.
    """

    def __init__(self, bridge: Any) -> None:
        from pyodide.ffi import can_run_sync, run_sync

        self._bridge = bridge
        self._can_suspend = can_run_sync
        self._suspend = run_sync
        # Taken now: the session puts an interruptible one in its place.
        self._block = time.sleep

    def send(self, text: str, buffers: Sequence[Bytes]) -> None:
        """Send a message; the bytes are copied out of the wasm memory once, there."""
        if buffers:
            self._bridge.sendWithBuffers(text, buffers)
        else:
            self._bridge.send(text)

    def receive(self) -> str:
        """Return the messages that have arrived since the last call, as a JSON array."""
        return str(self._bridge.receive())

    def let_events_in(self) -> bool:
        """Let the event loop turn once, under JSPI; else look at the shared flag, if any."""
        if self._can_suspend():
            self._suspend(self._bridge.turn())
            return False
        return bool(self._bridge.isInterrupted())

    def sleep(self, seconds: float) -> None:
        """Wait; under JSPI the event loop turns meanwhile and a message ends the wait."""
        if self._can_suspend():
            self._suspend(self._bridge.wait(seconds * 1000))
        else:
            self._block(seconds)

    def clock(self) -> float:
        """Return seconds from an arbitrary start; never goes back."""
        return time.monotonic()
