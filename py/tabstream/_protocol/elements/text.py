"""The messages of text: what is written, and what is read."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from tabstream._protocol.message import Element, message

#: "stretch", "content", or a number of pixels.
Width: TypeAlias = str | int
#: The same.
Height: TypeAlias = str | int
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


@message
class Heading(Element):
    """A heading of one of three levels; its text is markdown."""

    kind: ClassVar[str] = "heading"
    level: Literal[1, 2, 3]
    body: str
    #: What a link to the heading ends with; None to make it from the text.
    anchor: str | None
    #: Whether the heading can be linked to at all.
    has_anchor: bool
    help: str | None
    icon: str | None
    #: The colour of the line below it: a name, "rainbow", "auto" for one after the other, or None
    #: for no line.
    divider: str | None
    width: Width
    alignment: Alignment
    wrap: bool


@message
class Markdown(Element):
    """Text in markdown."""

    kind: ClassVar[str] = "markdown"
    body: str
    allow_html: bool
    help: str | None
    #: As `Width`, or "auto": as wide as the place it stands in asks for.
    width: Width
    alignment: Alignment
    #: Whether the headings in it can be linked to.
    anchors: bool
    wrap: bool
    #: Whether more of it is on its way: a ``**`` may have no end yet.
    is_unfinished: bool


@message
class Caption(Element):
    """Small, muted text in markdown."""

    kind: ClassVar[str] = "caption"
    body: str
    allow_html: bool
    help: str | None
    width: Width
    alignment: Alignment
    wrap: bool


@message
class Latex(Element):
    """A formula on lines of its own."""

    kind: ClassVar[str] = "latex"
    #: LaTeX, without dollar signs around it.
    body: str
    help: str | None
    width: Width


@message
class Divider(Element):
    """A horizontal line."""

    kind: ClassVar[str] = "divider"
    width: Width


@message
class Code(Element):
    """A program's text."""

    kind: ClassVar[str] = "code"
    body: str
    #: "plaintext" for text that is not highlighted.
    language: str
    line_numbers: bool
    wrap_lines: bool
    width: Width
    height: Height


@message
class Html(Element):
    """HTML that the page cleans before it shows it."""

    kind: ClassVar[str] = "html"
    body: str
    #: Whether it is nothing but ``<style>`` elements: it takes no room on the page.
    is_style: bool
    #: Whether the author wants its scripts to run.
    allow_javascript: bool
    width: Width


@message
class HelpMember:
    """Something that an object has: an attribute, a method."""

    name: str
    type: str
    #: The value's text; empty for what is called.
    value: str
    #: The first line of its documentation.
    doc: str


@message
class Help(Element):
    """What an object is and how it is used."""

    kind: ClassVar[str] = "help"
    #: What the author's line calls the object; empty when it has no name there.
    name: str
    type: str
    #: The object's text, or how it is called.
    value: str
    doc: str
    members: tuple[HelpMember, ...]
    width: Width
