"""The messages of the containers, and of what only takes up room."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from tabstream._protocol.elements.text import Height, Width
from tabstream._protocol.message import Container, Element, Widget, message

#: A size by name, a number of pixels, or None for no gap at all.
Gap: TypeAlias = str | int | None
VerticalAlignment: TypeAlias = Literal["top", "center", "bottom", "distribute", "stretch"]
HorizontalAlignment: TypeAlias = Literal["left", "center", "right", "distribute"]
#: How much of a box is drawn around what opens and closes.
ExpandableType: TypeAlias = Literal["default", "compact", "step"]


@message
class Empty(Element):
    """A place for one element that is not there yet."""

    kind: ClassVar[str] = "empty"


@message
class Space(Element):
    """Room, in the direction in which the container around it grows."""

    kind: ClassVar[str] = "space"
    #: A size by name, "stretch", or a number of pixels.
    size: str | int


@message
class FlexContainer(Container):
    """Elements one below the other, or side by side; columns are its children, too."""

    kind: ClassVar[str] = "flex_container"
    direction: Literal["vertical", "horizontal"]
    #: Whether what finds no room beside the others goes to the next line.
    wrap: bool
    gap: Gap
    horizontal_alignment: HorizontalAlignment
    vertical_alignment: VerticalAlignment
    border: bool
    width: Width
    #: With a number of pixels the content scrolls.
    height: Height
    #: Whether it scrolls along with new content at its end; None to do so for chats only.
    autoscroll: bool | None


@message
class Column(Container):
    """One of several columns."""

    kind: ClassVar[str] = "column"
    #: Its part of the width; those of all columns make 1.
    weight: float
    gap: Gap
    vertical_alignment: VerticalAlignment
    border: bool


@message
class TabContainer(Widget, Container):
    """Tabs, its children; a widget when the script wants to know which one is open.

    The widget's value is the open tab's label.
    """

    kind: ClassVar[str] = "tab_container"
    labels: tuple[str, ...]
    #: The number of the tab that is open at first.
    default: int
    width: Width
    height: Height


@message
class Tab(Container):
    """The content of one tab."""

    kind: ClassVar[str] = "tab"
    label: str


@message
class Expander(Widget, Container):
    """A box that opens and closes; a widget when the script wants to know whether it is open."""

    kind: ClassVar[str] = "expander"
    #: Whether it is open at first.
    expanded: bool
    icon: str | None
    type: ExpandableType
    width: Width


@message
class Popover(Widget, Container):
    """A button that opens a box over the page; a widget when the script wants to know of it."""

    kind: ClassVar[str] = "popover"
    type: Literal["primary", "secondary", "tertiary"]
    icon: str | None
    width: Width
    #: Whether a long label goes on in a second line; None to leave that to the page.
    wrap: bool | None
