"""The elements that are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tabstream.testing.nodes import Element

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame


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


class Warning(Alert):
    """What ``st.warning`` drew."""


class Info(Alert):
    """What ``st.info`` drew."""


class Success(Alert):
    """What ``st.success`` drew."""


class Exception(Element):
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
