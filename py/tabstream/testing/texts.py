"""The elements that are read."""

from __future__ import annotations

from typing import ClassVar

from tabstream.testing.nodes import Element


class Heading(Element):
    """A title, a header or a subheader; its value is its text."""

    anchor: str
    divider: str
    help: str
    icon: str

    @property
    def tag(self) -> str:
        """The HTML element it becomes: "h1", "h2" or "h3"."""
        return f"h{self.proto.level}"

    @property
    def hide_anchor(self) -> bool:
        """Whether it cannot be linked to."""
        return not self.proto.has_anchor


class Title(Heading):
    """What ``st.title`` drew."""


class Header(Heading):
    """What ``st.header`` drew."""


class Subheader(Heading):
    """What ``st.subheader`` drew."""


class Text(Element):
    """Text as it is."""

    help: str


class Markdown(Element):
    """Markdown; its value is the source."""

    allow_html: bool
    help: str

    @property
    def is_caption(self) -> bool:
        """Whether ``st.caption`` drew it."""
        return self.type == "caption"


class Caption(Markdown):
    """What ``st.caption`` drew."""


class Latex(Markdown):
    """A formula; its value has ``$$`` around it."""

    @property
    def value(self) -> str:
        """The formula, as markdown writes it."""
        return f"$$\n{self.proto.body}\n$$"


class Divider(Markdown):
    """A line across."""

    @property
    def value(self) -> str:
        """The line, as markdown writes it."""
        return "---"


class Code(Element):
    """A block of code."""

    NAMES: ClassVar = {"show_line_numbers": "line_numbers"}

    language: str
    show_line_numbers: bool
    wrap_lines: bool


class Html(Element):
    """HTML, as the author wrote it."""


class Space(Element):
    """Room between elements; its value is the size."""

    @property
    def value(self) -> str | int:
        """The size: a name, or a number of pixels."""
        size: str | int = self.proto.size
        return size


class Help(Element):
    """What ``st.help`` tells of an object; its value is what the author's line calls it."""

    NAMES: ClassVar = {"doc_string": "doc"}

    name: str
    doc_string: str

    @property
    def value(self) -> str:
        """The object's name in the author's line, or its text when it has none."""
        value: str = self.name or self.proto.value
        return value
