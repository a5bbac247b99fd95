"""Runs the smallest real app and tells what its page holds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from tabstream._boot import open_app
from tabstream._host.memory import MemoryHost
from tabstream._runtime import Branch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tabstream._protocol import ExceptionCard
    from tabstream._runtime import Node

    Show = Callable[..., "Page"]


@dataclass
class Shown:
    """An element as the page holds it."""

    id: int
    message: Any
    key: str | None
    children: list[Shown] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The element's kind."""
        return str(self.message.kind)

    @property
    def outline(self) -> Any:
        """The element's kind; of a container with what it holds."""
        return (
            (self.kind, [child.outline for child in self.children]) if self.children else self.kind
        )


class Page:
    """An opened app and its page."""

    def __init__(self, folder: Path, source: str, **files: str) -> None:
        self.folder = folder
        self._host = MemoryHost()
        self._count = 0
        self.sent: list[dict[str, Any]] = []
        for name, text in files.items():
            (folder / f"{name}.py").write_text(dedent(text))
        self._write(source)
        opened = {"type": "open", "entry": "app.py", "folder": str(folder)}
        self.session = open_app(self._host, json.dumps(opened))
        self.run()

    def run(self, source: str | None = None, **widgets: Any) -> Page:
        """Run the app again, perhaps with another script; `widgets` are values by label."""
        if source is not None:
            self._write(source)
        self._count += 1
        values = {self._id_of(label): value for label, value in widgets.items()}
        self._host.deliver(json.dumps({"type": "run", "id": self._count, "widgets": values}))
        while self.session.serve():
            pass
        self.sent = [json.loads(text) for text, _ in self._host.sent]
        self._host.sent.clear()
        return self

    @property
    def main(self) -> list[Shown]:
        """The elements of the page's main part."""
        return self._root(0)

    @property
    def sidebar(self) -> list[Shown]:
        """The elements of the sidebar."""
        return self._root(1)

    @property
    def events(self) -> list[Shown]:
        """What belongs to no place: toasts, styles."""
        return self._root(2)

    @property
    def outline(self) -> list[Any]:
        """The kinds of the main part's elements, those of containers with what they hold."""
        return [shown.outline for shown in self.main]

    @property
    def messages(self) -> list[Any]:
        """The messages of the main part's elements, without those in containers."""
        return [shown.message for shown in self.main]

    @property
    def message(self) -> Any:
        """The message of the only element."""
        (shown,) = self.main
        return shown.message

    @property
    def bodies(self) -> list[str]:
        """The texts of the main part's elements that have one."""
        return [message.body for message in self.messages if hasattr(message, "body")]

    @property
    def error(self) -> ExceptionCard:
        """The error that ended the script."""
        cards: list[ExceptionCard] = [
            shown.message for shown in self.main if shown.kind == "exception"
        ]
        assert cards, f"no error; the page has {self.outline}"
        return cards[-1]

    def sent_of(self, type: str) -> list[dict[str, Any]]:
        """The messages of a type that the last run sent."""
        return [message for message in self.sent if message["type"] == type]

    def _write(self, source: str) -> None:
        (self.folder / "app.py").write_text("import streamlit as st\n" + dedent(source))

    def _root(self, number: int) -> list[Shown]:
        return [_shown(child) for child in self.session.tree.roots[number].children]

    def _id_of(self, label: str) -> str:
        pending: list[Node] = list(self.session.tree.roots.values())
        while pending:
            node = pending.pop()
            if label in (node.key, getattr(node.message, "label", None)):
                assert node.identity is not None
                return node.identity
            pending.extend(getattr(node, "children", ()))
        raise LookupError(label)


def _shown(node: Node) -> Shown:
    children = [_shown(child) for child in node.children] if isinstance(node, Branch) else []
    return Shown(node.id, node.message, node.key, children)
