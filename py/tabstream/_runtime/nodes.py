"""The nodes of the element tree, and the call site that tells them apart."""

from __future__ import annotations

import sys
from collections import deque
from typing import TYPE_CHECKING, NoReturn, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tabstream._protocol import Element

#: Where a call stands in the author's code: the file and line of each frame, innermost first.
Site: TypeAlias = tuple[tuple[str, int], ...]

#: A node's `run` when it is not part of any.
NEVER = -1


class Node:
    """An element in the tree."""

    __slots__ = ("claimed", "id", "identity", "key", "message", "parent", "run", "site", "slot")

    def __init__(self, id: int, message: Element, parent: Branch | None, run: int) -> None:
        #: The number by which both sides know it, for life.
        self.id = id
        self.message = message
        #: None once the node has been removed.
        self.parent = parent
        #: The last run in which it was drawn.
        self.run = run
        #: A widget's id or a container's key; None for what is known by its call site.
        self.identity: str | None = None
        #: The author's ``key=``.
        self.key: str | None = None
        self.site: Site = ()
        #: Whether it stands in a place made by ``st.empty()``.
        self.slot = False
        #: The last run whose ``st.empty()`` took this place over, old content and all.
        self.claimed = NEVER

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled: a copy would stand for nothing, and hold a copy of the tree."""
        msg = "a place on the page belongs to the Python that has drawn it"
        raise TypeError(msg)


class Branch(Node):
    """An element that holds others."""

    __slots__ = ("_unseen", "children", "cursor", "entered", "is_reopened")

    def __init__(self, id: int, message: Element, parent: Branch | None, run: int) -> None:
        super().__init__(id, message, parent, run)
        self.children: list[Node] = []
        #: Where the next element goes. All that is before it was drawn in this run or passed over.
        self.cursor = 0
        #: The run the cursor belongs to.
        self.entered = NEVER
        #: Children not yet drawn in this run, by call site; built at the run's first mismatch.
        self._unseen: dict[Site, deque[Node]] | None = None
        #: Whether this run draws into it for the second time, from the start: an animation.
        self.is_reopened = False

    def enter(self, run: int) -> None:
        """Put the cursor at the start, once in a run."""
        if self.entered != run:
            self.entered = run
            self.cursor = 0
            self._unseen = None

    def reopen(self) -> None:
        """Make the container as if this run had not drawn into it yet."""
        self.entered = NEVER
        self.is_reopened = True
        for child in self.children:
            child.run = child.claimed = NEVER
            if isinstance(child, Branch):
                child.reopen()

    def unseen_of_site(self, site: Site) -> Iterator[Node]:
        """Yield the children that `site` drew in the last run and that this run has not drawn."""
        if self._unseen is None:
            self._unseen = {}
            for child in self.children:
                if child.identity is None and self._is_unseen(child):
                    self._unseen.setdefault(child.site, deque()).append(child)
        waiting = self._unseen.get(site, deque())
        while waiting and not self._is_unseen(waiting[0]):
            waiting.popleft()
        return (child for child in waiting if self._is_unseen(child))

    def unseen_of_identity(self, identity: str) -> Node | None:
        """Return the child with this identity that this run has not drawn."""
        for child in self.children:
            if child.identity == identity and self._is_unseen(child):
                return child
        return None

    def _is_unseen(self, child: Node) -> bool:
        return self.entered not in (child.run, child.claimed) and child.parent is self


def detach(node: Node) -> None:
    """Mark a removed node, and all it holds, as having no place any more."""
    node.parent = None
    if isinstance(node, Branch):
        for child in node.children:
            detach(child)
        node.children = []


_PACKAGE = __name__.partition(".")[0]


def call_site() -> Site:
    """Return the lines of the author's code from which this was called.

    The walk ends at the script itself: what is below it is ours, or a test runner's.
    """
    site = []
    frame = sys._getframe(1)
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.partition(".")[0] != _PACKAGE:
            site.append((frame.f_code.co_filename, frame.f_lineno))
            if module == "__main__" and frame.f_code.co_name == "<module>":
                break
        frame = frame.f_back  # type: ignore[assignment]  # typeshed: None only at the bottom
    return tuple(site)
