"""The elements that are read."""

from __future__ import annotations

from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    WrapperDescriptorType,
)
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
    """What ``st.help`` tells of an object; its value is the object's text, or else its name."""

    NAMES: ClassVar = {"doc_string": "doc"}

    name: str
    doc_string: str

    @property
    def value(self) -> str:
        """The object's text; of what has only a signature, its name in the author's line."""
        text: str = self.proto.value
        is_named = self.name and (not text or _is_signature(text, self.proto.type))
        return self.name if is_named else text


#: The types of what is explained by its signature.
_CALLABLE_TYPES = frozenset(
    {
        "class",
        FunctionType.__name__,
        MethodType.__name__,
        BuiltinFunctionType.__name__,
        ClassMethodDescriptorType.__name__,
        MethodDescriptorType.__name__,
        MethodWrapperType.__name__,
        WrapperDescriptorType.__name__,
    }
)


def _is_signature(text: str, type: str) -> bool:
    """Return whether a text says how something is called, and not what it is.

    An object without a text of its own shows how its class is called, ``app.Room(size, door=1)``;
    texts such as ``datetime.timedelta(days=1)`` and ``Room(size=2)`` are an object's own.
    """
    if type in _CALLABLE_TYPES:
        return True
    import ast

    name, _, parameters = text.partition("(")
    if "." not in name:
        return False
    try:
        (function,) = ast.parse(f"def call({parameters}: ...").body
    except SyntaxError:
        return False
    if not isinstance(function, ast.FunctionDef):
        return False
    given = function.args
    names = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    defaults = [*given.defaults, *(value for value in given.kw_defaults if value)]
    is_typed = function.returns or any(name.annotation for name in names)
    return not names or bool(is_typed) or len(defaults) < len(names)
