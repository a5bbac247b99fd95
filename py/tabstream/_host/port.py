"""The port: all contact of a running app with the outside, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Bytes: TypeAlias = "bytes | bytearray | memoryview"


class Host(Protocol):
    """What a running app may ask of the place it runs in."""

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

    def clock(self) -> float:
        """Return seconds from an arbitrary start; never goes back."""
