"""The widgets, and what a person can do with them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from tabstream.errors import StreamlitAPIException
from tabstream.testing.nodes import AppTestError, Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabstream._runtime import ValueCodec
    from tabstream.testing.nodes import ElementTree
    from tabstream.testing.view import ViewNode

_UNTOUCHED = object()


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
        spec = self._view.spec_of(self.id)
        self.is_trigger = spec.is_trigger
        self._codec: ValueCodec[Any] = spec.codec
        self._value = self._view.value_of(self.id)
        self._wire: Any = _UNTOUCHED

    @property
    def value(self) -> Any:
        """What the script got, or what it will get in the next run."""
        return self._value

    @property
    def is_touched(self) -> bool:
        """Whether it was set since the last run."""
        return self._wire is not _UNTOUCHED

    @property
    def wire(self) -> Any:
        """The value as it crosses to the script."""
        return self._wire if self.is_touched else self._codec.encode(self._value)

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


class Choice(Widget):
    """A widget with options; its value is one of the author's own.

    Attributes
    ----------
    options
        The options, as the page shows them.
    """

    options: list[str]

    def _index_of(self, name: str) -> int:
        """Return the place of the option that crosses the wire under this name."""
        return self._names.index(name)

    @property
    def _names(self) -> list[str]:
        return list(self.proto.names or self.proto.options)


class Radio(Choice):
    """Options to take one of."""

    horizontal: bool
    captions: list[str]

    @property
    def index(self) -> int | None:
        """The place of the option that is taken; None for none."""
        return None if self.wire is None else self._index_of(self.wire)


class Selectbox(Choice):
    """A list to take an option from."""

    placeholder: str

    @property
    def index(self) -> int | None:
        """The place of the option that is taken; None for none."""
        return None if self.wire is None else self._index_of(self.wire)

    def select(self, v: Any) -> Self:
        """Take an option."""
        return self.set_value(v)

    def select_index(self, index: int | None) -> Self:
        """Take the option at a place; with None, none."""
        wire = None if index is None else self._names[index]
        return self._set(self._codec.decode(wire), wire)


class Multiselect(Choice):
    """A list to take several options from; its value is a list."""

    placeholder: str
    max_selections: int

    @property
    def indices(self) -> Sequence[int]:
        """The places of the options that are taken."""
        return [self._index_of(name) for name in self.wire]

    def select(self, v: Any) -> Self:
        """Take one more option."""
        return self if v in self.value else self.set_value([*self.value, v])

    def unselect(self, v: Any) -> Self:
        """Take an option no more."""
        return self.set_value([option for option in self.value if option != v])


class SelectSlider(Choice):
    """A slider through options; its value is one of them, or a pair."""

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Set both ends."""
        return self.set_value((lower, upper))


class Ranged(Widget):
    """A widget whose numbers lie in a range; days and hours count as microseconds."""

    format: str

    @property
    def min(self) -> float | None:
        """The least it can be; None for any."""
        return None if self.proto.min is None else float(self.proto.min)

    @property
    def max(self) -> float | None:
        """The most it can be; None for any."""
        return None if self.proto.max is None else float(self.proto.max)

    @property
    def step(self) -> float:
        """How far a step goes."""
        return float(self.proto.step)


#: Where Streamlit's tests count a time of day from: the first day of 2000, in microseconds.
_DAY_OF_TIMES = 946_684_800_000_000.0


class Slider(Ranged):
    """A slider with one thumb or two; its value is a number, a moment, or a pair of them."""

    @property
    def min(self) -> float:
        """The least it can be."""
        return float(self.proto.min) + self._start

    @property
    def max(self) -> float:
        """The most it can be."""
        return float(self.proto.max) + self._start

    @property
    def _start(self) -> float:
        return _DAY_OF_TIMES if self.proto.data_type == "time" else 0.0

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Set both ends."""
        return self.set_value((lower, upper))


class NumberInput(Ranged):
    """A number to write, or to count up and down."""

    placeholder: str

    def increment(self) -> Self:
        """Add a step, as far as the range goes."""
        return self._count(self.proto.step)

    def decrement(self) -> Self:
        """Take a step off, as far as the range goes."""
        return self._count(-self.proto.step)

    def _count(self, step: float) -> Self:
        number = (self.value or 0) + step
        if self.proto.min is not None:
            number = max(number, self.proto.min)
        if self.proto.max is not None:
            number = min(number, self.proto.max)
        return self.set_value(number)


class TextInput(Widget):
    """A line to write into."""

    max_chars: int
    placeholder: str

    def input(self, v: str) -> Self:
        """Write a text in place of what is there."""
        return self.set_value(v)


class TextArea(TextInput):
    """Lines to write into."""


class DateInput(Widget):
    """A day, or a range of days."""

    is_range: bool
    format: str

    @property
    def min(self) -> date:
        """The first day that can be taken."""
        return _day(self.proto.min, years=-10)

    @property
    def max(self) -> date:
        """The last day that can be taken."""
        return _day(self.proto.max, years=10)


def _day(text: str | None, *, years: int) -> date:
    """Return the day of a text; without one, so many years from today."""
    if text is not None:
        return date.fromisoformat(text)
    today = date.today()
    # Ten years before or after the 29th of February there is none.
    return today.replace(
        year=today.year + years, day=min(today.day, 28 if today.month == 2 else 31)
    )


class TimeInput(Widget):
    """A time of day."""

    step: int
    format: str

    def increment(self) -> Self:
        """Go a step on; midnight comes after the last one of the day."""
        return self._go(self.proto.step)

    def decrement(self) -> Self:
        """Go a step back."""
        return self._go(-self.proto.step)

    def _go(self, seconds: int) -> Self:
        moment = datetime.combine(date.min + timedelta(days=1), self.value)
        return self.set_value((moment + timedelta(seconds=seconds)).time())


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
