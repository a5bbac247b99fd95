"""The messages of text."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from tabstream._protocol.message import Element, message

#: "stretch", "content", or a number of pixels.
Width: TypeAlias = str | int
Alignment: TypeAlias = Literal["left", "center", "right", "justify"]


@message
class Text(Element):
    """Text as it is, without markdown."""

    kind: ClassVar[str] = "text"
    body: str
    help: str | None
    width: Width
    alignment: Alignment
    wrap: bool
