"""A view for the tests of the tree: applies ops as the page does, and tells what it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Insert, Keep, Move, Patch, Remove, field_names

if TYPE_CHECKING:
    from tabstream._protocol import Op


@dataclass
class ViewNode:
    """A node as the page would hold it."""

    id: int
    kind: str
    props: dict[str, Any]
    parent: int
    children: list[ViewNode] = field(default_factory=list)
    run: int = 0


class View:
    """Applies ops, and keeps them for a test to look at."""

    def __init__(self) -> None:
        self.nodes = {id: ViewNode(id, "root", {}, -1) for id in range(4)}
        self.ops: list[Op] = []
        self.run = 0

    def apply_all(self, ops: tuple[Op, ...]) -> None:
        """Apply the ops of a message."""
        for op in ops:
            self.apply(op)

    def apply(self, op: Op) -> None:
        """Apply an op; one that does not fit what the view holds is an error."""
        self.ops.append(op)
        match op:
            case Insert(parent=parent, index=index, node=content):
                assert content.id not in self.nodes
                assert 0 <= index <= len(self.nodes[parent].children)
                cls: type = type(content.props)
                props = {name: getattr(content.props, name) for name in field_names(cls)}
                node = ViewNode(content.id, content.kind, props, parent, run=self.run)
                self.nodes[content.id] = node
                self.nodes[parent].children.insert(index, node)
            case Patch(id=id, props=changes):
                assert changes, "an empty patch was sent"
                self.nodes[id].props.update(changes)
                self.nodes[id].run = self.run
            case Move(id=id, index=index):
                node = self.nodes[id]
                siblings = self.nodes[node.parent].children
                siblings.remove(node)
                assert 0 <= index <= len(siblings)
                siblings.insert(index, node)
            case Remove(id=id):
                node = self.nodes[id]
                self.nodes[node.parent].children.remove(node)
                self._forget(node)
            case Keep(parent=parent, index=index, count=count):
                kept = self.nodes[parent].children[index : index + count]
                assert len(kept) == count
                for node in kept:
                    node.run = self.run

    def texts(self, id: int = 0) -> list[Any]:
        """Return the bodies of the texts in a container, nested lists for nested containers."""
        return [
            node.props["body"] if "body" in node.props else self.texts(node.id)
            for node in self.nodes[id].children
        ]

    def stale(self, id: int = 0) -> list[Any]:
        """Return the bodies of the texts that the current run has not drawn."""
        return [node.props.get("body") for node in self.nodes[id].children if node.run != self.run]

    def take_ops(self) -> list[Op]:
        """Return the ops since the last time this was called."""
        ops, self.ops = self.ops, []
        return ops

    def _forget(self, node: ViewNode) -> None:
        for child in node.children:
            self._forget(child)
        del self.nodes[node.id]
