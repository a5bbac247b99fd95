"""The ops: how the worker tells the view what changed in the element tree.

The tree starts with four empty containers, the roots. Every other node is inserted once, keeps
its number for life, and is patched, moved or removed by that number. Both sides apply the same
ops to the same lists, so a position in an op is a position in the view's list too.
"""

from __future__ import annotations

from typing import Any, ClassVar, TypeAlias

from tabstream._protocol.message import message

#: The numbers of the roots: the page's main part, its sidebar, what belongs to no place (toasts,
#: balloons), and what is pinned to the bottom.
MAIN, SIDEBAR, EVENT, BOTTOM = range(4)


@message
class NodeContent:
    """A node as it is inserted."""

    id: int
    kind: str
    props: Any
    #: Whether the node holds others.
    block: bool = False
    #: The widget's id, when the element is a widget: its value lives in the view under it.
    widget: str | None = None
    #: The author's key, for the ``st-key-…`` class.
    key: str | None = None
    page: str = ""
    fragment: str | None = None


@message
class Insert:
    """Put a new node before what is at `index` in the parent's list."""

    op: ClassVar[str] = "insert"
    parent: int
    index: int
    node: NodeContent


@message
class Patch:
    """Change some of a node's props; its place, kind and number stay."""

    op: ClassVar[str] = "patch"
    id: int
    props: dict[str, Any]


@message
class Move:
    """Move a node to `index` in its parent's list, counted after it was taken out."""

    op: ClassVar[str] = "move"
    id: int
    index: int


@message
class Remove:
    """Remove a node and all it holds."""

    op: ClassVar[str] = "remove"
    id: int


@message
class Keep:
    """`count` children of `parent`, from `index` on, are part of this run as they are."""

    op: ClassVar[str] = "keep"
    parent: int
    index: int
    count: int


@message
class SetValue:
    """The script set the value of a widget; the view takes it over."""

    op: ClassVar[str] = "set_value"
    widget: str
    value: Any


@message
class DropValues:
    """These widgets are gone; nothing of theirs is sent with the next run."""

    op: ClassVar[str] = "drop_values"
    widgets: tuple[str, ...]


Op: TypeAlias = Insert | Patch | Move | Remove | Keep | SetValue | DropValues
