"""The element tree, and what changes in it while a script runs.

The tree outlives the runs. A run walks through it with a cursor in every container it writes to;
each element the script draws is *placed* at its container's cursor and is matched to a node of the
last run, so that only what changed is sent and what did not change is not touched on the page: a
line that appears above a chart leaves the chart, its zoom and the focus alone.

Which old node is an element's own?

1. With an identity (a widget's id, a container's key): the unseen node with that identity.
2. The node at the cursor, when its content is equal. Nothing more is asked, and a stretch of such
   elements costs one ``keep``.
3. Otherwise the unseen node that was drawn from the same *call site*: the stack of lines in the
   author's code. A loop draws many elements from one site; among them an equal one within a short
   reach wins (so that removing an item from a list removes just its element), else the first.
4. None: the element is new and is inserted at the cursor.

Nodes passed over stay on the page, stale, and are removed when the run has ended by itself; a run
that was cut short leaves them for the next one. What stands in a place made by ``st.empty()`` stays
likewise until it is written to, so that an animation does not flicker. When the author edits the
script, `Tree.move_sites` shifts the call sites along, so the same rules hold across a save.

Example: last run drew ``a b c``; this run draws ``a X b``, X from a line that was skipped before::

    children  [a] b  c          keep a
    cursor         ^            X: not equal to b, no node of its site -> insert before b
    children  [a] [X] b  c
    cursor             ^        b: equal -> keep b
    end                         c was not seen -> remove
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tabstream._protocol import (
    BOTTOM,
    EVENT,
    MAIN,
    SIDEBAR,
    Container,
    Empty,
    Insert,
    Keep,
    Move,
    NodeContent,
    Patch,
    Remove,
    changed_fields,
)
from tabstream._runtime.nodes import Branch, Node, Site, call_site, detach

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._protocol import Element, Op

#: How many unseen siblings of one call site are compared with a changed element. Enough for a
#: few items taken out of a list at once; beyond it elements are patched, which is right as well,
#: only more work for the page.
_REACH = 16

#: What a widget's id starts with; see `tabstream._runtime.widgets`.
WIDGET_PREFIX = "$$ID-"


class Root(Container):
    """One of the four containers that are always there."""

    __slots__ = ()
    kind = "root"


class Tree:
    """The element tree of a session.

    Parameters
    ----------
    emit
        Takes each op as soon as it is made, with those before it that had time.
    """

    def __init__(self, emit: Callable[[tuple[Op, ...]], None]) -> None:
        self._emit = emit
        self.run = 0
        self.page = ""
        self.fragment: str | None = None
        self._next_id = BOTTOM + 1
        #: The stretch of unchanged elements that goes on: its parent, first index and length.
        self._kept: tuple[int, int, int] | None = None
        #: What has not been sent yet and goes with the next op. To say that something did not
        #: change has time, and so has all that is left at a run's end.
        self._waiting: list[Op] = []
        self._is_ending = False
        self.roots = {id: Branch(id, Root(), None, 0) for id in (MAIN, SIDEBAR, EVENT, BOTTOM)}

    # ---- a run ---------------------------------------------------------------------------------

    def begin(self, run: int, page: str = "", fragment: str | None = None) -> None:
        """Start a run: every cursor is at the start again."""
        self.run = run
        self.page = page
        self.fragment = fragment
        for root in self.roots.values():
            root.run = run

    def end(self, *, complete: bool) -> None:
        """End the run; when it is complete, remove what it did not draw."""
        self._is_ending = True
        if complete:
            for root in self.roots.values():
                self.remove_unseen(root)
        self._is_ending = False
        self.flush()

    def flush(self) -> None:
        """Send what was held back."""
        self._end_stretch()
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self._emit(tuple(waiting))

    def _send(self, op: Op) -> None:
        self._end_stretch()
        self._waiting.append(op)
        if not self._is_ending:
            self.flush()

    def _end_stretch(self) -> None:
        if self._kept is not None:
            kept, self._kept = self._kept, None
            self._waiting.append(Keep(*kept))

    # ---- drawing -------------------------------------------------------------------------------

    def place(
        self,
        parent: Branch,
        message: Element,
        *,
        identity: str | None = None,
        key: str | None = None,
    ) -> Node:
        """Draw an element at the parent's cursor and return its node."""
        parent.enter(self.run)
        if self._is_at_cursor(parent, message, identity):
            node = parent.children[parent.cursor]
            parent.cursor += 1
            self._keep(parent, node, parent.cursor - 1)
            return node
        site = call_site()
        if parent.id == EVENT:
            # A toast or balloons happen; the same ones in the next run happen again.
            match = None
        elif identity is not None:
            match = parent.unseen_of_identity(identity)
        else:
            match = self._best_of_site(parent, message, site)
        if match is not None and match.slot and isinstance(message, Empty):
            self._bring_to_cursor(parent, match)
            match.claimed = self.run
            return match
        if match is not None and type(match.message) is not type(message):
            # The same call draws something else now: the old element goes at once.
            self.remove(match)
            match = None
        if match is None:
            node = self._insert(parent, parent.cursor, message, identity, key)
            node.site = site
            node.slot = isinstance(message, Empty)
            parent.cursor += 1
            return node
        self._bring_to_cursor(parent, match)
        self.redraw(match, message)
        return match

    def replace(
        self, node: Node, message: Element, *, identity: str | None = None, key: str | None = None
    ) -> Node:
        """Draw an element in the place of another and return its node."""
        parent = node.parent
        if parent is None:  # removed since: its place is gone with it
            return node
        if type(node.message) is type(message) and node.identity == identity:
            if isinstance(node, Branch) and node.run == self.run:
                node.reopen()
            self.redraw(node, message)
            return node
        index = parent.children.index(node)
        is_passed = parent.entered == self.run and index < parent.cursor
        self.remove(node)
        new = self._insert(parent, index, message, identity, key)
        parent.cursor += is_passed
        new.site = node.site
        new.slot = node.slot
        return new

    def close(self, branch: Branch) -> None:
        """Note the end of a ``with`` block: a reopened container is complete here."""
        if branch.is_reopened:
            branch.is_reopened = False
            self.remove_unseen(branch)

    def remove_unseen(self, branch: Branch) -> None:
        """Remove what a container holds from before this run."""
        branch.enter(self.run)
        for child in branch.children.copy():
            if child.run == self.run:
                if isinstance(child, Branch):
                    self.remove_unseen(child)
            elif child.claimed == self.run:
                self.replace(child, Empty())
            else:
                self.remove(child)

    def move_sites(self, moved: Callable[[str, int], int]) -> None:
        """Shift every call site after an edit; `moved` maps a file's old line to its new one."""
        pending: list[Node] = list(self.roots.values())
        while pending:
            node = pending.pop()
            node.site = tuple((file, moved(file, line)) for file, line in node.site)
            if isinstance(node, Branch):
                pending.extend(node.children)

    # ---- matching ------------------------------------------------------------------------------

    def _is_at_cursor(self, parent: Branch, message: Element, identity: str | None) -> bool:
        if parent.cursor >= len(parent.children) or parent.id == EVENT:
            return False
        node = parent.children[parent.cursor]
        if node.run == self.run or node.identity != identity or node.message != message:
            return False
        # Two plain containers are equal whatever they hold, and so are two empty places: only
        # their site tells them apart.
        if identity is None and (node.slot or isinstance(node, Branch)):
            return node.site == call_site()
        return True

    def _best_of_site(self, parent: Branch, message: Element, site: Site) -> Node | None:
        near = list(islice(parent.unseen_of_site(site), _REACH))
        if not isinstance(message, Container):
            for node in near:
                if node.message == message:
                    return node
        return near[0] if near else None

    # ---- changes -------------------------------------------------------------------------------

    def _insert(
        self, parent: Branch, index: int, message: Element, identity: str | None, key: str | None
    ) -> Node:
        is_block = isinstance(message, Container)
        node = (Branch if is_block else Node)(self._next_id, message, parent, self.run)
        self._next_id += 1
        node.identity = identity
        node.key = key
        parent.children.insert(index, node)
        is_widget = identity is not None and identity.startswith(WIDGET_PREFIX)
        self._send(
            Insert(
                parent.id,
                index,
                NodeContent(
                    id=node.id,
                    kind=message.kind,
                    props=message,
                    block=is_block,
                    widget=identity if is_widget else None,
                    key=key,
                    page=self.page,
                    fragment=self.fragment,
                ),
            )
        )
        return node

    def redraw(self, node: Node, message: Element) -> None:
        """Give a node, in its place, the content of this run."""
        if node.message != message:
            props = changed_fields(node.message, message)
            node.message = message
            node.run = self.run
            self._send(Patch(node.id, props))
        elif node.run != self.run and node.parent is not None:
            self._keep(node.parent, node, node.parent.children.index(node))

    def _bring_to_cursor(self, parent: Branch, node: Node) -> None:
        """Put the cursor behind `node`, moving the node only if it was passed over before."""
        children = parent.children
        index = children.index(node)
        if index >= parent.cursor:
            parent.cursor = index + 1
            return
        del children[index]
        # One element less is before the cursor, and the node is one more: it stays where it is.
        children.insert(parent.cursor - 1, node)
        self._send(Move(node.id, parent.cursor - 1))

    def _keep(self, parent: Branch, node: Node, index: int) -> None:
        """Note that a node is part of this run as it is."""
        node.run = self.run
        if self._kept is not None:
            kept_parent, first, count = self._kept
            if kept_parent == parent.id and first + count == index:
                self._kept = kept_parent, first, count + 1
                return
            self._end_stretch()
        self._kept = parent.id, index, 1

    def remove(self, node: Node) -> None:
        """Remove an element, and all it holds, at once."""
        parent = node.parent
        if parent is None:
            return
        index = parent.children.index(node)
        del parent.children[index]
        if parent.entered == self.run and index < parent.cursor:
            parent.cursor -= 1
        detach(node)
        self._send(Remove(node.id))
