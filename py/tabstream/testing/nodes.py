"""What a test finds in an app: elements, and the blocks that hold them."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, ClassVar, Self

from tabstream.testing.accessors import Accessors
from tabstream.testing.lists import with_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from tabstream.testing.app_test import AppTest
    from tabstream.testing.view import ViewNode

    #: Whatever stands in the tree.
    Node: TypeAlias = "Element | Block"


class AppTestError(RuntimeError):
    """A test did what no person could do."""


class Element:
    """An element that the app drew.

    What the author passed is there by name: ``app.metric[0].delta``, ``app.code[0].language``.

    Attributes
    ----------
    type
        Its kind, such as ``"slider"``.
    key
        The author's ``key=``, or None.
    proto
        The message from which the page draws it.
    root
        The app's whole tree.
    """

    type: str
    key: str | None
    proto: Any
    root: ElementTree

    #: Streamlit's name of an attribute -> the message's name of it, where they differ.
    NAMES: ClassVar[dict[str, str]] = {}

    def __init__(self, node: ViewNode, root: ElementTree, type_: str) -> None:
        self.type = type_
        self.key = node.key
        # A copy: what a test holds from before a run stays as it was then.
        self.proto = copy(node.props)
        self.root = root

    @property
    def value(self) -> Any:
        """What it shows; for a widget, what the script gets."""
        return getattr(self.proto, "body", None)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        fields = vars(self.proto)
        field = self.NAMES.get(name, name)
        if field not in fields:
            known = ", ".join(sorted({*_names(self), "key", "type", "value"}))
            msg = f"`{self.type}` has no attribute `{name}`; it has {known}."
            raise AttributeError(msg)
        value = fields[field]
        return _NOT_GIVEN.get(name) if value is None else value

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app; see `AppTest.run`."""
        return self.root.run(timeout=timeout)

    def __iter__(self) -> Iterator[Self]:
        yield self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and (self.type, self.key, self.proto) == (
            other.type,
            other.key,
            other.proto,
        )

    __hash__ = None  # type: ignore[assignment]  # equal elements may be two of a page

    def __repr__(self) -> str:
        shown = {"key": self.key, "label": getattr(self.proto, "label", None), "value": self.value}
        given = ", ".join(f"{name}={value!r}" for name, value in shown.items() if value is not None)
        return f"{type(self).__name__}({given})"


#: As in Streamlit's tests, text that was not given is empty text, and a number 0.
_NOT_GIVEN: dict[str, Any] = {
    **dict.fromkeys(
        ("anchor", "delta", "divider", "form_id", "help", "icon", "placeholder", "title"), ""
    ),
    **dict.fromkeys(("max_chars", "max_expand_depth", "max_selections"), 0),
}


def _names(element: Element) -> Iterator[str]:
    theirs = {ours: name for name, ours in element.NAMES.items()}
    return (theirs.get(field, field) for field in vars(element.proto))


class Block(Accessors):
    """A container: what stands in it, by place and by kind.

    Iterating over a block yields the block itself and everything below it, in the page's order.

    Attributes
    ----------
    type
        Its kind, such as ``"expander"``.
    children
        The nodes right below it, by their place.
    key
        The author's ``key=``, or None.
    proto
        The message from which the page draws it.
    root
        The app's whole tree.
    """

    type: str
    children: dict[int, Node]
    key: str | None
    proto: Any
    root: ElementTree

    def __init__(self, node: ViewNode, root: ElementTree, type_: str) -> None:
        self.type = type_
        self.children = {}
        self.key = node.key
        self.proto = copy(node.props)
        self.root = root

    @property
    def nodes(self) -> Iterator[Node]:
        """The block itself and every node below it, in the page's order."""
        yield self
        for child in self.children.values():
            if isinstance(child, Block):
                yield from child.nodes
            else:
                yield child

    def get(self, element_type: str) -> Sequence[Node]:
        """Return every node of a kind, this block included."""
        return [node for node in self.nodes if node.type == element_type]

    def get_by_key(self, key: str) -> Node:
        """Return the node with this key.

        Raises
        ------
        KeyError
            When there is none.
        """
        return with_key(self.nodes, key)

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app; see `AppTest.run`."""
        return self.root.run(timeout=timeout)

    def __iter__(self) -> Iterator[Node]:
        return self.nodes

    def __len__(self) -> int:
        return len(self.children)

    def __getitem__(self, place: int) -> Node:
        return self.children[place]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Block)
            and (self.type, self.key, self.proto) == (other.type, other.key, other.proto)
            and self.children == other.children
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        label = getattr(self.proto, "label", None)
        head = [repr(label)] if isinstance(label, str) else []
        inside = [f"{place}: {child!r}" for place, child in self.children.items()]
        lines = "".join(f"\n    {line}" for entry in inside for line in entry.splitlines())
        return f"{self.type}({', '.join(head)}){lines}"


class ElementTree(Block):
    """Everything that the app drew: the main part, the sidebar, and what belongs to no place."""

    def __init__(self, runner: AppTest) -> None:
        self.type = "root"
        self.children = {}
        self.key = None
        self.proto = None
        self.root = self
        self.runner = runner

    @property
    def main(self) -> Block:
        """The page's main part."""
        return self._root_block(0)

    @property
    def sidebar(self) -> Block:
        """The sidebar."""
        return self._root_block(1)

    def _root_block(self, place: int) -> Block:
        block = self.children.get(place)
        if not isinstance(block, Block):
            msg = "The app has not run yet: call `.run()` first."
            raise AppTestError(msg)
        return block

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app; see `AppTest.run`."""
        return self.runner.run(timeout=timeout)
