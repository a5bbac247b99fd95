"""The host of the tests: everything stays in memory, on plain CPython."""

from __future__ import annotations

import json
import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tabstream._host.port import Bytes, ResultStore


class MemoryResults:
    """Results of earlier visits, in memory: a test hands them from one session to the next."""

    def __init__(self) -> None:
        self.stored: dict[str, tuple[float, bytes]] = {}

    def listing(self) -> str:
        """Return what is stored, as a JSON array."""
        return json.dumps(
            [
                {"key": key, "size": len(content), "made": made}
                for key, (made, content) in self.stored.items()
            ]
        )

    def get(self, key: str) -> bytes | None:
        """Return what is stored under a name."""
        return self.stored[key][1] if key in self.stored else None

    def put(self, key: str, made: float, content: Bytes) -> None:
        """Store a copy of bytes."""
        self.stored[key] = (made, bytes(content))

    def drop(self, prefix: str) -> None:
        """Forget everything whose name begins so."""
        for key in [key for key in self.stored if key.startswith(prefix)]:
            del self.stored[key]


class MemoryHost:
    """Collects what is sent and delivers what a test puts in.

    Attributes
    ----------
    sent
        Every message, as ``(text, buffers)``, oldest first.
    arriving
        Messages on their way. `let_events_in` and `sleep` deliver the next one.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        results: ResultStore | None = None,
    ) -> None:
        self.results: ResultStore = results or MemoryResults()
        self.sent: list[tuple[str, list[Bytes]]] = []
        self.arriving: deque[str] = deque()
        self.slept: list[float] = []
        self.handled: list[str] = []
        self._arrived: list[str] = []
        self._clock = clock

    def deliver(self, text: str) -> None:
        """Let a message arrive now."""
        self._arrived.append(text)

    def send(self, text: str, buffers: Sequence[Bytes]) -> None:
        """Keep a message that the app sends."""
        self.sent.append((text, list(buffers)))

    def receive(self) -> str:
        """Return the messages that have arrived since the last call, as a JSON array."""
        arrived, self._arrived = self._arrived, []
        return f"[{','.join(arrived)}]" if arrived else ""

    def let_events_in(self) -> bool:
        """Deliver the next message that is on its way."""
        if self.arriving:
            self.deliver(self.arriving.popleft())
        return False

    def sleep(self, seconds: float) -> None:
        """Note the wait, without waiting, and deliver the next message that is on its way."""
        self.slept.append(seconds)
        self.let_events_in()

    def handle_value(self, name: str | None) -> None:
        """Note the values that were pickled or read."""
        if name is not None:
            self.handled.append(name)

    def clock(self) -> float:
        """Return seconds from an arbitrary start; never goes back."""
        return self._clock()
