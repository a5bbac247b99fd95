"""What a cached function draws is drawn again when its value comes from the cache."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Widget
from tabstream._runtime import current_run
from tabstream.elements import main, sidebar
from tabstream.errors import CachedWidgetWarning, CacheReplayClosureError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tabstream._protocol import Element
    from tabstream._runtime import Node
    from tabstream.elements import Block


@dataclass(frozen=True, slots=True)
class Drawn:
    """One element that a cached function drew."""

    #: The node that it was drawn in, or the word for a place that is there in every run.
    place: int | str
    message: Element
    #: The node that it became: what was drawn in it refers to it.
    node: int


class Recording:
    """Collects what a function draws."""

    def __init__(self, name: str, open_container: Any, *, warns_of_widgets: bool) -> None:
        self.drawn: list[Drawn] = []
        self._name = name
        self._open_container = open_container
        self._own: set[int] = set()
        self._has_warned = not warns_of_widgets

    def before_widget(self) -> None:
        """Warn, once, that the widget will come and go."""
        if not self._has_warned:
            self._has_warned = True
            main.exception(CachedWidgetWarning(_WIDGET_INSIDE))

    def record(self, block: Block, place: Node | None, message: Element, node: Node | None) -> None:
        """Note an element that was drawn in a block; called by the run for each.

        `place` is the node that the block had: an element that takes another's place has become
        the block's node by now.
        """
        if node is None or (isinstance(message, Widget) and node.identity is not None):
            return
        self.drawn.append(Drawn(self._place_of(block, place), message, node.id))
        self._own.add(node.id)

    def _place_of(self, block: Block, node: Node | None) -> int | str:
        if block is self._open_container or block is main:
            return "main"
        if block is sidebar:
            return "sidebar"
        if node is not None and node.id in self._own:
            return node.id
        raise CacheReplayClosureError(_FROM_OUTSIDE.format(name=self._name))


@contextmanager
def recording(name: str, *, warns_of_widgets: bool = True) -> Iterator[Recording]:
    """Record what is drawn in the ``with`` block."""
    run = current_run()
    container = run.containers[-1] if run is not None and run.containers else None
    recording = Recording(name, container, warns_of_widgets=warns_of_widgets)
    if run is None:
        yield recording
        return
    run.recorders.append(recording)
    try:
        yield recording
    finally:
        run.recorders.remove(recording)


def replay(drawn: tuple[Drawn, ...]) -> None:
    """Draw again what a function drew."""
    places: dict[int | str, Block] = {"main": main, "sidebar": sidebar}
    for element in drawn:
        places[element.node] = places[element.place].draw(element.message)


_WIDGET_INSIDE = (
    "Your script uses a widget command in a cached function (one decorated with `@st.cache_data` "
    "or `@st.cache_resource`). It is only called on a cache miss, so the widget would come and go. "
    "Move widget commands outside of the cached function."
)

_FROM_OUTSIDE = (
    "While running `{name}()`, an element was drawn into a container that was made outside of the "
    "cached function. It could not be drawn again when the value comes from the cache. Make the "
    "container inside the function, or draw after calling it."
)
