"""The page's part of the conversation, without a page.

It holds the element tree and the widgets' values, exactly as the page does, and knows of the app
only what the messages say; so a test of an app is a test of the messages too.
"""

from __future__ import annotations

import json
import shutil
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from tabstream._boot import open_app
from tabstream._host.memory import MemoryHost
from tabstream._protocol import (
    BOTTOM,
    EVENT,
    MAIN,
    SIDEBAR,
    ClearCaches,
    Open,
    Run,
    Stop,
    Trigger,
    Upload,
    encode,
)
from tabstream.testing.place import inside_app

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tabstream._protocol import Json

ROOTS = (MAIN, SIDEBAR, EVENT, BOTTOM)


@dataclass(eq=False)
class ViewNode:
    """A node of the page's tree."""

    kind: str
    #: The element's fields, by name.
    props: SimpleNamespace
    key: str | None = None
    #: The widget's id, when it is one.
    widget: str | None = None
    is_block: bool = True
    parent: ViewNode | None = None
    children: list[ViewNode] = field(default_factory=list)


class View:
    """An app that is open: what it shows, and what a person has set in it.

    Parameters
    ----------
    script
        The script's file.

    Attributes
    ----------
    session
        The app's session.
    roots
        The containers that are always there, by number.
    values
        What every widget is set to, as it crosses the wire; one that is missing has its default.
    clicked
        The widgets that were clicked for the last run.
    ended
        The message that ended the last run.
    """

    def __init__(self, script: Path) -> None:
        self._script = script
        self._host = _ImpatientHost()
        with inside_app(script, ()):
            opened = Open(entry=script.name, folder=str(script.parent))
            self.session = open_app(self._host, encode(opened)[0])
        # The caches are the process's: what another test cached is not this one's.
        self.session.take_in(ClearCaches())
        self.roots = {number: ViewNode("root", SimpleNamespace()) for number in ROOTS}
        self._nodes: dict[int, ViewNode] = dict(self.roots)
        self.values: dict[str, Json] = {}
        self.ended: dict[str, Any] = {}
        self._events = 0
        #: Where files that were uploaded lie; None as long as there is none.
        self._uploads: Path | None = None

    def run(
        self,
        changed: Mapping[str, Json],
        clicked: Sequence[str],
        query: tuple[tuple[str, str], ...],
        *,
        argv: Sequence[str] = (),
        timeout: float,
    ) -> None:
        """Run the script with what was changed and clicked since the last run.

        Raises
        ------
        RuntimeError
            When the run takes longer than `timeout` seconds.
        """
        self.values.update(changed)
        # An event has one click at most; those of several wait together for the run.
        triggers = [Trigger(widget) for widget in clicked]
        for trigger in triggers or (None,):
            self._events += 1
            event = Run(
                id=self._events,
                widgets=dict(self.values),
                trigger=trigger,
                query=query if query != self.session.query else None,
            )
            self._host.deliver(encode(event)[0])
        self._host.deadline = self._host.clock() + timeout
        with inside_app(self._script, argv):
            while self.session.serve() and not self._host.is_late:
                pass
        sent, self._host.sent = self._host.sent, []
        for text, buffers in sent:
            self._take_in(json.loads(text), buffers)
        if self._host.is_late:
            msg = f"AppTest script run timed out after {timeout}(s)"
            raise RuntimeError(msg)

    def upload(self, name: str, content: bytes, mime: str) -> str:
        """Send a file to the app and return its id."""
        self._events += 1
        file = f"upload-{self._events}"
        if self._uploads is None:
            self._uploads = Path(mkdtemp(prefix="tabstream-uploads-"))
            weakref.finalize(self, shutil.rmtree, self._uploads, ignore_errors=True)
        path = self._uploads / file
        path.write_bytes(content)
        self._host.deliver(encode(Upload(id=file, name=name, mime=mime, path=str(path)))[0])
        self.session.read_mail()
        return file

    def _take_in(self, message: dict[str, Any], buffers: list[Any]) -> None:
        match message["type"]:
            case "run_ended":
                self.ended = message
            case "ops":
                for op in message["ops"]:
                    self._apply(op, buffers)

    def _apply(self, op: dict[str, Any], buffers: list[Any]) -> None:
        match op["op"]:
            case "insert":
                content = op["node"]
                parent = self._nodes[op["parent"]]
                node = ViewNode(
                    kind=content["kind"],
                    props=SimpleNamespace(**_with_buffers(content["props"], buffers)),
                    key=content["key"],
                    widget=content["widget"],
                    is_block=content["block"],
                    parent=parent,
                )
                self._nodes[content["id"]] = node
                parent.children.insert(op["index"], node)
            case "patch":
                vars(self._nodes[op["id"]].props).update(_with_buffers(op["props"], buffers))
            case "move":
                node = self._nodes[op["id"]]
                siblings = _siblings(node)
                siblings.remove(node)
                siblings.insert(op["index"], node)
            case "remove":
                node = self._nodes.pop(op["id"])
                _siblings(node).remove(node)
            case "set_value":
                self.values[op["widget"]] = op["value"]
            case "drop_values":
                for widget in op["widgets"]:
                    self.values.pop(widget, None)


def _siblings(node: ViewNode) -> list[ViewNode]:
    return node.parent.children if node.parent is not None else []


def _with_buffers(value: Any, buffers: list[Any]) -> Any:
    """Return a message's content with its bytes in their places."""
    match value:
        case {"$buffer": number}:
            return buffers[number]
        case dict():
            return {name: _with_buffers(item, buffers) for name, item in value.items()}
        case list():
            return [_with_buffers(item, buffers) for item in value]
    return value


class _ImpatientHost(MemoryHost):
    """Does not wait while the script sleeps, and stops it when it takes too long."""

    deadline = float("inf")

    def send(self, text: str, buffers: Sequence[Any]) -> None:
        """Keep a message; its bytes are copied, as the script may go on to change them."""
        super().send(text, [bytes(buffer) for buffer in buffers])

    def clock(self) -> float:
        """Return the seconds that seem to have passed: the slept ones have."""
        return super().clock() + sum(self.slept)

    @property
    def is_late(self) -> bool:
        """Whether the run should be over."""
        return self.clock() > self.deadline

    def let_events_in(self) -> bool:
        """Press Stop when it is late."""
        if self.is_late:
            self.deliver(encode(Stop())[0])
        return super().let_events_in()
