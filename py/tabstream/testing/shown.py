"""The elements that are only looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tabstream.testing.nodes import Element

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame


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


class Json(Element):
    """A tree of values; its value is the JSON text."""

    expanded: bool


class Metric(Element):
    """A figure; its value is text."""

    label: str
    delta: str
    help: str

    @property
    def value(self) -> str:
        """The figure, as text."""
        value: str = self.proto.value
        return value


class Table(Element):
    """A table; its value is a pandas ``DataFrame``."""

    @property
    def value(self) -> PandasFrame:
        """What it shows."""
        from tabstream.testing.frames import to_pandas

        return to_pandas(self.proto.frame)


class Dataframe(Table):
    """A grid; its value is a pandas ``DataFrame``."""

    @property
    def editing_mode(self) -> str:
        """Whether cells can be edited: "read_only"."""
        return "read_only"


class Image(Element):
    """One picture or several; its value is a list of addresses."""

    @property
    def captions(self) -> list[str]:
        """What is written below each."""
        return [picture["caption"] for picture in self.proto.pictures]

    @property
    def value(self) -> list[str]:
        """The address of each; a made-up one for a picture that the app holds."""
        return [
            media_address(picture["source"], picture["mime"]) for picture in self.proto.pictures
        ]


class Alert(Element):
    """A notice; its value is its text."""

    icon: str
    title: str


class Error(Alert):
    """What ``st.error`` drew."""


class Warning(Alert):  # noqa: A001  # Streamlit's name
    """What ``st.warning`` drew."""


class Info(Alert):
    """What ``st.info`` drew."""


class Success(Alert):
    """What ``st.success`` drew."""


class Exception(Element):  # noqa: A001  # Streamlit's name
    """An error of the script, or what ``st.exception`` drew; its value is the message."""

    NAMES: ClassVar = {"message": "text", "stack_trace": "trace"}

    message: str
    stack_trace: list[str]
    is_markdown: bool
    is_warning: bool

    @property
    def value(self) -> str:
        """The message."""
        return self.message


class Progress(Element):
    """A progress bar; its value is a whole number from 0 to 100."""

    text: str

    @property
    def value(self) -> int:
        """How far it is, from 0 to 100."""
        value: int = self.proto.value
        return value


class Toast(Element):
    """A short notice; its value is its text."""

    icon: str


class LinkButton(Element):
    """A link that looks like a button; its value is its label."""

    label: str
    url: str
    help: str
    disabled: bool

    @property
    def value(self) -> str:
        """The label."""
        return self.label


class Media(Element):
    """A player of sound or video; it has no value."""

    start_time: int
    end_time: int | None
    loop: bool
    autoplay: bool

    @property
    def url(self) -> str:
        """Where it is; a made-up address for what the app holds."""
        return media_address(self.proto.source, self.proto.mime)


class Other(Element):
    """An element without a class of its own: a chart, a film, an empty place."""

    @property
    def value(self) -> Any:
        """Nothing."""
        return None


def media_address(source: str | bytes | None, mime: str) -> str:
    """Return the address of a picture, a sound or a film, the same for the same bytes."""
    if not isinstance(source, bytes):
        return source or ""
    from hashlib import blake2b
    from mimetypes import guess_extension

    return f"/media/{blake2b(source, digest_size=16).hexdigest()}{guess_extension(mime) or ''}"
