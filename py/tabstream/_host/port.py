"""The port: all contact of a running app with the outside, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Bytes: TypeAlias = "bytes | bytearray | memoryview"


class ResultStore(Protocol):
    """What cached functions returned at earlier visits: bytes under names, of this app alone."""

    def listing(self) -> str:
        """Return what is known to be stored: a JSON array of ``{key, size, made}``.

        Sizes are in bytes, times in milliseconds since the epoch.
        """

    def get(self, key: str) -> bytes | None:
        """Return what is stored under a name; None also when it cannot be waited for here.

        It is handed out once: who asks keeps it.
        """

    def put(self, key: str, made: float, content: Bytes) -> None:
        """Store bytes, made at a time in milliseconds since the epoch; nobody waits for it."""

    def drop(self, prefix: str) -> None:
        """Forget everything whose name begins so."""


class Host(Protocol):
    """What a running app may ask of the place it runs in.

    Attributes
    ----------
    results
        What is kept from visit to visit.
    """

    results: ResultStore

    def send(self, text: str, buffers: Sequence[Bytes]) -> None:
        """Send a message, JSON with bytes beside it, to the view, at once."""

    def receive(self) -> str:
        """Return the messages that have arrived since the last call, oldest first.

        They come as one JSON array; the text is empty when none has arrived.
        """

    def let_events_in(self) -> bool:
        """Give the outside a moment to deliver messages, where Python can be suspended.

        Where it cannot, messages arrive only between the runs; the answer is then True when one
        waits that should end the running script.
        """

    def sleep(self, seconds: float) -> None:
        """Wait, ending early when a message arrives."""

    def handle_value(self, name: str | None) -> None:
        """Note which value of the session state is being pickled or read; None: none any more.

        One that is nested deeply enough ends the interpreter, and then it is known which it was.
        """

    def clock(self) -> float:
        """Return seconds from an arbitrary start; never goes back."""
