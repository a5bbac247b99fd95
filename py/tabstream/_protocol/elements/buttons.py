"""The messages of what is clicked, and of the form that waits for a click.

A button's value is true in the one run that follows the click.
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from tabstream._protocol.elements.text import Height, Width
from tabstream._protocol.message import Buffer, Container, Element, Widget, message

ButtonType: TypeAlias = Literal["primary", "secondary", "tertiary"]
IconPosition: TypeAlias = Literal["left", "right"]


@message
class Button(Widget):
    """A button; in a form, the one that submits it."""

    kind: ClassVar[str] = "button"
    type: ButtonType
    icon: str | None
    icon_position: IconPosition
    #: Keys such as "ctrl+k", in lower case; None for none.
    shortcut: str | None
    #: Whether it submits the form in `form`.
    submits: bool
    #: Whether a long label is broken; None leaves that to the container.
    wrap: bool | None
    width: Width


@message
class LinkButton(Widget):
    """A button that opens an address; it is a widget only where `reruns` is true."""

    kind: ClassVar[str] = "link_button"
    url: str
    type: ButtonType
    icon: str | None
    icon_position: IconPosition
    shortcut: str | None
    wrap: bool | None
    width: Width


@message
class DownloadButton(Widget):
    """A button that saves a file.

    Without `data` the file is yet to be made: the click is sent whatever `reruns` says, and the run
    that follows draws a ``download``.
    """

    kind: ClassVar[str] = "download_button"
    data: Buffer | None
    file_name: str
    mime: str
    type: ButtonType
    icon: str | None
    icon_position: IconPosition
    shortcut: str | None
    wrap: bool | None
    width: Width


@message
class Download(Element):
    """A file that was made for a click: it is saved once, when it appears."""

    kind: ClassVar[str] = "download"
    data: Buffer
    file_name: str
    mime: str
    #: The run it was made in: a second click may make the same file, and that is saved again.
    run: int


@message
class Form(Container):
    """Widgets whose changes wait for a submit button.

    When a run has ended and no ``button`` that submits it is in the tree, the form says so.
    """

    kind: ClassVar[str] = "form"
    #: What its widgets have as `form`.
    id: str
    clear_on_submit: bool
    enter_to_submit: bool
    border: bool
    width: Width
    height: Height
