"""The messages of what tells how things stand: errors, progress, notices."""

from __future__ import annotations

from typing import ClassVar

from tabstream._protocol.message import Element, message


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
    #: The first and last column of the part at fault, counted from 0; None when it is not known.
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
    width: str | int
