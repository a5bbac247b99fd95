"""Lists to pick from: by place, ``app.slider[0]``, or by key, ``app.slider(key="size")``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tabstream.testing.accessors import Accessors
    from tabstream.testing.nodes import Block, Element

N = TypeVar("N", bound="Element | Block", covariant=True)


class NodeList(Generic[N]):
    """Nodes of one kind: pick one by its place, ``nodes[0]``, or by key, ``nodes(key="name")``."""

    def __init__(self, nodes: Sequence[N], found_in: Accessors | None = None) -> None:
        self._nodes = nodes
        self._found_in = found_in

    def __len__(self) -> int:
        return len(self._nodes)

    @property
    def len(self) -> int:
        """How many there are."""
        return len(self._nodes)

    def __iter__(self) -> Iterator[N]:
        return iter(self._nodes)

    @overload
    def __getitem__(self, place: int) -> N: ...

    @overload
    def __getitem__(self, place: slice) -> Self: ...

    def __getitem__(self, place: int | slice) -> N | Self:
        if isinstance(place, slice):
            return type(self)(self._nodes[place])
        try:
            return self._nodes[place]
        except IndexError:
            raise IndexError(self._why_none_at(place)) from None

    def _why_none_at(self, place: int) -> str:
        errors = self._found_in.exception.values if self._found_in is not None else []
        hint = f" The app shows an error: {errors[0]}" if errors else ""
        return f"There is none at place {place}: {len(self)} of this kind are shown.{hint}"

    def __call__(self, key: str) -> N:
        """Return the one with this key.

        Raises
        ------
        KeyError
            When there is none.
        """
        return with_key(self._nodes, key)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, NodeList):
            return list(self._nodes) == list(other._nodes)
        return list(self._nodes) == other

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self._nodes)!r})"


E = TypeVar("E", bound="Element", covariant=True)
B = TypeVar("B", bound="Block", covariant=True)


class ElementList(NodeList[E]):
    """Elements of one kind."""

    @property
    def values(self) -> Sequence[Any]:
        """The value of each."""
        return [element.value for element in self]


class WidgetList(ElementList[E]):
    """Widgets of one kind."""


class BlockList(NodeList[B]):
    """Containers of one kind."""


def with_key(nodes: Iterable[N], key: str) -> N:
    """Return the node with this key.

    Raises
    ------
    KeyError
        When there is none.
    """
    for node in nodes:
        if node.key == key:
            return node
    raise KeyError(key)
