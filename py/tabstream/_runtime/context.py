"""The run that is going on: what an element function asks for when it is called."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from tabstream._runtime.widgets import Callback, ValueCodec, WidgetSpec, widget_id
from tabstream.errors import (
    RerunException,
    StopException,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tabstream._host import Host
    from tabstream._protocol import Element, Widget
    from tabstream._runtime.mailbox import Mailbox
    from tabstream._runtime.nodes import Node
    from tabstream._runtime.session import Session
    from tabstream._runtime.tree import Tree

#: Seconds between two looks at the mailbox. Under JSPI a look costs about 0.1 ms, so that a busy
#: script spends about a hundredth of its time on it.
_LOOK_EVERY = 0.008

#: A run that lasted longer sends every unchanged element at once, so that none of them fades
#: although it has been drawn.
SLOW_RUN = 0.3


class Recorder(Protocol):
    """Is told of what a part of the script draws."""

    def before_widget(self) -> None:
        """Take note that a widget is about to be drawn."""

    def record(self, block: Any, place: Node | None, message: Element, node: Node | None) -> None:
        """Take note of an element that was drawn in a block, and of the node the block had."""


class RunContext:
    """One run of the script.

    Attributes
    ----------
    number
        Counts the runs of the session.
    containers
        The ``with`` blocks that are open, innermost last.
    elements
        How many elements have been drawn so far.
    recorders
        What is told of each element that is drawn; a cached function replays what it drew.
    """

    def __init__(
        self,
        session: Session,
        tree: Tree,
        host: Host,
        mailbox: Mailbox,
        *,
        number: int,
        is_eager: bool,
    ) -> None:
        self.session = session
        self.number = number
        self.tree = tree
        self.containers: list[Any] = []
        self.recorders: list[Recorder] = []
        self.elements = 0
        self._host = host
        self._mailbox = mailbox
        self._is_eager = is_eager
        self._widget_ids: set[str] = set()
        self._keys: set[str] = set()
        self._forms: set[str] = set()
        self._is_stopped = False
        self.started = self._looked = host.clock()

    def checkpoint(self) -> None:
        """End the script here when something newer waits. Called by every ``st.*`` function."""
        if self._is_stopped:
            raise StopException
        now = self._host.clock()
        if now - self._looked >= _LOOK_EVERY:
            self.look()
            self._looked = self._host.clock()

    def stop(self) -> NoReturn:
        """End the script; a bare ``except`` around the call only puts that off to the next."""
        self._is_stopped = True
        raise StopException

    def drawn(self) -> None:
        """Note that an element was drawn: nothing may be held back before a slow line."""
        self.elements += 1
        if self._is_eager:
            self.tree.flush()

    def look(self) -> None:
        """Let messages in and end the script when one of them wants that."""
        self.tree.flush()
        is_wanted_outside = self._host.let_events_in()
        self.session.read_mail()
        if self._mailbox.wants_stop:
            raise StopException("stopped")
        if self._mailbox.wants_rerun or is_wanted_outside:
            raise RerunException("interrupted")

    def sleep(self, seconds: float) -> None:
        """Do what ``time.sleep`` does, but let a newer event end it."""
        self.tree.flush()
        end = self._host.clock() + seconds
        while (left := end - self._host.clock()) > 0:
            self._host.sleep(left)
            self.look()

    def claim_key(self, key: str) -> None:
        """Note a key of this run; two elements cannot have the same one."""
        self._claim(key, self._keys)

    def claim_form(self, id: str) -> None:
        """Note a form of this run; its name may be the key of another element, such as a button."""
        self._claim(id, self._forms)

    def _claim(self, key: str, taken: set[str]) -> None:
        if key in taken:
            msg = (
                f"There are multiple elements with the same `key='{key}'`. To fix this, please "
                "make sure that the `key` argument is unique for each element you create."
            )
            raise StreamlitDuplicateElementKey(msg)
        taken.add(key)

    def register(
        self,
        message: Widget,
        codec: ValueCodec[Any],
        *,
        key: str | None,
        root: int,
        callback: Callback | None,
        **flags: bool,
    ) -> tuple[str, Any]:
        """Take note of a widget that is about to be drawn; return its id and its value."""
        if key is not None:
            self.claim_key(key)
        id = widget_id(message, key=key, root=root, page=self.tree.page)
        if id in self._widget_ids:
            raise StreamlitDuplicateElementId(_same_widget_twice(message.kind))
        self._widget_ids.add(id)
        if message.disabled:
            self.session.state.forget_click(id)
        spec = WidgetSpec(id=id, key=key, codec=codec, callback=callback, **flags)
        return id, self.session.state.register(spec)


def _same_widget_twice(kind: str) -> str:
    return (
        f"There are multiple `{kind}` elements with the same auto-generated ID. When this element "
        "is created, it is assigned an internal ID based on the element type and provided "
        "parameters. Multiple elements with the same type and parameters will cause this error.\n\n"
        f"To fix this error, please pass a unique `key` argument to the `{kind}` element."
    )


_current: RunContext | None = None


def current_run() -> RunContext | None:
    """Return the run that is going on; None when the script runs bare, as ``python app.py``."""
    return _current


@contextmanager
def running(run: RunContext) -> Iterator[None]:
    """Make `run` the current one."""
    global _current
    outer, _current = _current, run
    try:
        yield
    finally:
        _current = outer
