"""Opens an app the way the worker does, on a host in memory, for tests of the run loop."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import TYPE_CHECKING, Any, ClassVar

from tabstream._boot import open_app
from tabstream._host.memory import MemoryHost
from tabstream._protocol import Widget, message
from tabstream._runtime import ValueCodec
from tabstream.elements import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Open = Callable[..., "OpenApp"]


@message
class Number(Widget):
    """A widget of the tests: a number."""

    kind: ClassVar[str] = "number"
    default: int


def number(label: str, default: int = 0, **options: Any) -> int:
    """Draw a number and return its value."""
    fields = main.common(label)
    codec = ValueCodec(default, int, int)
    return main.draw_widget(Number(**fields, default=default), codec, **options)


def click(label: str, **options: Any) -> bool:
    """Draw something to click on and return whether it was clicked."""
    fields = main.common(label)
    codec = ValueCodec(False, bool, bool)
    message = Number(**fields, default=0)
    return main.draw_widget(message, codec, is_trigger=True, is_settable=False, **options)


class Clock:
    """A clock that goes on only when a test lets it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class OpenApp:
    """An opened app, and all that it sent."""

    def __init__(self, folder: Path, source: str, **files: str) -> None:
        self.folder = folder
        self.clock = Clock()
        self.host = MemoryHost(self.clock)
        self.write(source)
        for name, text in files.items():
            (folder / f"{name}.py").write_text(dedent(text))
        opened = {"type": "open", "entry": "app.py", "folder": str(folder)}
        self.session = open_app(self.host, json.dumps(opened))
        self.texts: dict[int, str] = {}
        self.ids: dict[str, str] = {}
        self.ends: list[str] = []
        #: The session state as it was last saved.
        self.saved: bytes | None = None
        self._requests = 0

    def write(self, source: str) -> None:
        """Write the script."""
        (self.folder / "app.py").write_text(dedent(source))

    def save(self, **modules: str) -> None:
        """Write modules, and tell the app of it."""
        for name, text in modules.items():
            (self.folder / f"{name}.py").write_text(dedent(text))
        paths = [f"{name}.py" for name in modules]
        self.host.deliver(json.dumps({"type": "files_changed", "paths": paths}))

    def run(self, **event: Any) -> list[dict[str, Any]]:
        """Let an event happen and the app run until nothing waits; return what it sent."""
        self.host.deliver(self.event(**event))
        return self.serve()

    def event(self, *, click: str | None = None, live: bool = False, **values: Any) -> str:
        """Return the message of an event: widgets' values and a click, by label."""
        self._requests += 1
        return json.dumps(
            {
                "type": "run",
                "id": self._requests,
                "widgets": {self.ids[label]: value for label, value in values.items()},
                "trigger": {"widget": self.ids[click], "value": True} if click else None,
                "live": live,
            }
        )

    def serve(self) -> list[dict[str, Any]]:
        """Run until nothing waits; return what was sent."""
        while self.session.serve():
            pass
        sent = []
        for text, buffers in self.host.sent:
            content = json.loads(text)
            self._note(content)
            if content["type"] == "state_saved":
                self.saved = bytes(buffers[0]) if content["content"] else None
            sent.append(content)
        self.host.sent.clear()
        return sent

    def next_worker(self, refused: tuple[str, ...] = ()) -> OpenApp:
        """Return the app as a worker has it that takes this one's place."""
        new = OpenApp(self.folder, (self.folder / "app.py").read_text())
        new.ids = self.ids
        new.session.restore(self.saved, refused)
        return new

    @property
    def shown(self) -> list[str]:
        """The texts on the page, top to bottom."""
        root = self.session.tree.roots[0]
        return [node.message.body for node in root.children if hasattr(node.message, "body")]

    def _note(self, message: dict[str, Any]) -> None:
        if message["type"] == "run_ended":
            self.ends.append(message["how"])
        for op in message.get("ops", ()):
            if op["op"] == "insert" and op["node"]["widget"]:
                self.ids[op["node"]["props"]["label"]] = op["node"]["widget"]
