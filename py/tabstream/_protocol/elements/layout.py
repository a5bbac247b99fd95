"""The messages of the containers, and of what only takes up room."""

from __future__ import annotations

from typing import ClassVar

from tabstream._protocol.message import Container, Element, message


@message
class Empty(Element):
    """A place for one element that is not there yet."""

    kind: ClassVar[str] = "empty"
