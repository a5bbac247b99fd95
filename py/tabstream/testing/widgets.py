"""The widgets, and what a person can do with them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Self

from tabstream.errors import StreamlitAPIException
from tabstream.testing.nodes import AppTestError, Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabstream._runtime import ValueCodec
    from tabstream.testing.nodes import ElementTree
    from tabstream.testing.view import ViewNode

_UNTOUCHED = object()

#: The value of a widget whose key the script deleted after it was drawn.
_DELETED = object()


class Widget(Element):
    """A widget. What is set takes effect in the next run.

    Attributes
    ----------
    id
        What makes it the same widget in the next run.
    label, help, disabled
        As the author gave them.
    form_id
        The form it belongs to, or empty text.
    is_trigger
        Whether its value holds for one run only, as a button's does.
    """

    id: str
    label: str
    help: str
    disabled: bool
    form_id: str

    NAMES: ClassVar = {"form_id": "form"}

    def __init__(self, node: ViewNode, root: ElementTree, type_: str) -> None:
        super().__init__(node, root, type_)
        self.id = node.widget or ""
        self._view = root.runner.view
        state = self._view.session.state
        spec = state.spec(self.id)
        self.is_trigger = spec.is_trigger
        self._codec: ValueCodec[Any] = spec.codec
        self._value: Any = _DELETED
        with suppress(KeyError):
            self._value = state.value(self.id)
        self._wire: Any = _UNTOUCHED

    @property
    def value(self) -> Any:
        """What the script got, or what it will get in the next run."""
        if self._value is _DELETED:
            raise KeyError(f"The script has deleted the value of `{self.key or self.label}`.")
        return self._value

    @property
    def is_touched(self) -> bool:
        """Whether it was set since the last run."""
        return self._wire is not _UNTOUCHED

    @property
    def wire(self) -> Any:
        """The value as it crosses to the script."""
        if self.is_touched:
            return self._wire
        return self._codec.default if self._value is _DELETED else self._codec.encode(self._value)

    def set_value(self, v: Any) -> Self:
        """Set the value; what is out of the widget's range becomes its default.

        Raises
        ------
        AppTestError
            When the widget is disabled.
        """
        try:
            wire = self._codec.encode(v)
        except StreamlitAPIException:
            wire = self._codec.default
        return self._set(v, wire)

    def _set(self, value: Any, wire: Any) -> Self:
        if self.disabled:
            msg = f"{self!r} is disabled: a person could not change it, so a test cannot."
            raise AppTestError(msg)
        self._value = value
        self._wire = wire
        return self


class Button(Widget):
    """A button, of a form or to download by; its value is whether it is clicked."""

    @property
    def is_form_submitter(self) -> bool:
        """Whether it submits its form."""
        return bool(getattr(self.proto, "submits", False))

    def set_value(self, v: bool) -> Self:
        """Click it, or take the click back."""
        return self._set(v, True if v else _UNTOUCHED)

    def click(self) -> Self:
        """Click it."""
        return self.set_value(True)


class Checkbox(Widget):
    """A checkbox; its value is whether it is checked."""

    def check(self) -> Self:
        """Check it."""
        return self.set_value(True)

    def uncheck(self) -> Self:
        """Uncheck it."""
        return self.set_value(False)


class Toggle(Widget):
    """A switch; its value is whether it is on."""


class TextInput(Widget):
    """A line to write into."""

    max_chars: int
    placeholder: str

    def input(self, v: str) -> Self:
        """Write a text in place of what is there."""
        return self.set_value(v)


class TextArea(TextInput):
    """Lines to write into."""


class ColorPicker(Widget):
    """A colour, such as "#ff8800"."""

    def pick(self, v: str) -> Self:
        """Pick a colour."""
        return self.set_value(v)


class FileUploader(Widget):
    """Files to upload."""

    NAMES: ClassVar = {
        **Widget.NAMES,
        "allowed_type": "types",
        "max_upload_size_mb": "max_size_mb",
    }

    allowed_type: list[str]
    max_upload_size_mb: int

    @property
    def accept_multiple_files(self) -> bool:
        """Whether it takes several files."""
        return bool(self.proto.accepts != "one")

    @property
    def accept_directory(self) -> bool:
        """Whether it takes a folder."""
        return bool(self.proto.accepts == "directory")

    def set_value(
        self, v: tuple[str, bytes, str] | Sequence[tuple[str, bytes, str]] | None
    ) -> Self:
        """Upload these files in place of what is there, each as (name, content, MIME type)."""
        files = [] if v is None else [v] if isinstance(v, tuple) else list(v)
        return self._send([self._view.upload(*file) for file in files])

    def upload(
        self, filename: str, content: bytes, mime_type: str = "application/octet-stream"
    ) -> Self:
        """Upload a file; where several are taken, one more."""
        before = self.wire if self.accept_multiple_files else []
        return self._send([*before, self._view.upload(filename, content, mime_type)])

    def clear(self) -> Self:
        """Take all files away."""
        return self._send([])

    def _send(self, ids: list[str]) -> Self:
        return self._set(self._codec.decode(ids), ids)
