"""The messages of what tells how things stand: errors, progress, notices."""

from __future__ import annotations

from typing import ClassVar, Literal

from tabstream._protocol.elements.layout import ExpandableType
from tabstream._protocol.elements.text import Width
from tabstream._protocol.message import Container, Element, message


@message
class SourceLine:
    """A line of an author's file."""

    number: int
    text: str


@message
class Location:
    """Where in the author's files something went wrong."""

    file: str
    line: int
    #: Where the part at fault begins and ends in the line, counted from 0 in UTF-16 units as
    #: JavaScript does; None when it is not known.
    columns: tuple[int, int] | None
    #: The line itself and its neighbours.
    source: tuple[SourceLine, ...]


@message
class ExceptionCard(Element):
    """An exception: what it says, and where it comes from."""

    kind: ClassVar[str] = "exception"
    #: The class's name, such as ``ValueError``; empty when the author hides it.
    type: str
    text: str
    is_markdown: bool
    is_warning: bool
    location: Location | None
    #: The traceback's lines, with the author's files only.
    trace: tuple[str, ...]
    width: Width


@message
class Alert(Element):
    """A notice in a coloured box; its texts are markdown."""

    kind: ClassVar[str] = "alert"
    level: Literal["error", "warning", "info", "success"]
    title: str | None
    body: str
    icon: str | None
    width: Width


@message
class Progress(Element):
    """How much of something is done."""

    kind: ClassVar[str] = "progress"
    #: From 0 to 100.
    value: int
    #: Markdown above the bar.
    text: str
    width: Width


@message
class Spinner(Element):
    """A sign that the script is busy, until it goes."""

    kind: ClassVar[str] = "spinner"
    text: str
    #: Whether the seconds that have passed are shown.
    show_time: bool
    #: What takes less than this is over before anybody would have read the text.
    delay_ms: int
    width: Width


@message
class Status(Container):
    """A box that tells how far its work is, with the details inside."""

    kind: ClassVar[str] = "status"
    label: str
    state: Literal["running", "complete", "error"]
    #: Whether the script wants it open; None to leave it as the person has it.
    expanded: bool | None
    type: ExpandableType
    width: Width


@message
class Toast(Element):
    """A notice that floats over the page for a while."""

    kind: ClassVar[str] = "toast"
    body: str
    icon: str | None
    #: How long it stays, in seconds; 0 until a person closes it.
    duration: int


@message
class Balloons(Element):
    """Balloons that rise over the page, once in every run that draws them."""

    kind: ClassVar[str] = "balloons"
    #: The run's number: another one lets them rise again.
    run: int


@message
class Snow(Element):
    """Snow that falls over the page, once in every run that draws it."""

    kind: ClassVar[str] = "snow"
    #: The run's number: another one lets it fall again.
    run: int
