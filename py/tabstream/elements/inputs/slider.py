"""Sliders over numbers, days and hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.inputs import Slider
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import STRETCH, read_width
from tabstream.elements.inputs.address import AddressForm
from tabstream.elements.inputs.base import InputBlock, example_in_state
from tabstream.elements.inputs.slider_kinds import kind_of, plain
from tabstream.elements.inputs.slider_range import read_slider_range
from tabstream.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)

if TYPE_CHECKING:
    from tabstream._protocol import Json
    from tabstream._protocol.elements.text import Width
    from tabstream.elements.inputs.base import (
        Args,
        Bind,
        Key,
        Kwargs,
        LabelVisibility,
        OnChange,
        PersistState,
    )
    from tabstream.elements.inputs.slider_range import SliderRange


class SliderElements(InputBlock):
    """The elements that slide over values."""

    def slider(
        self,
        label: str,
        min_value: Any = None,
        max_value: Any = None,
        value: Any = None,
        step: Any = None,
        format: str | None = None,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """Draw a slider and return where it stands.

        It slides over what its arguments are: whole numbers, numbers, days, times of day, moments,
        or time differences. All of them are of one type.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        min_value, max_value
            Where it begins and ends. Without a word: 0 and 100, 0.0 and 1.0, two weeks before the
            value and after, or the whole day.
        value
            Where it stands at first; `min_value` without a word. Two of them, in a list or tuple,
            make a range, and a tuple is returned.
        step
            How far it goes at a time: a number, or a time difference for days and hours.
        format
            How the value is shown: printf style for numbers, moment.js style for days and hours, or
            a name such as "percent", "compact" or "localized".

        Examples
        --------
        >>> import tabstream as st
        >>> x = st.slider("x")
        >>> x, "squared is", x * x
        (0, 'squared is', 0)
        >>> st.slider("Between", 0.0, 1.0, (0.25, 0.75))
        (0.25, 0.75)
        >>> from datetime import time
        >>> st.slider("Alarm", value=time(6, 45))
        datetime.time(6, 45)
        """
        in_state = example_in_state(key, "slider") if value is None else None
        over = read_slider_range(min_value, max_value, value, step, in_state)
        message = Slider(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            min=over.min,
            max=over.max,
            step=over.step,
            default=over.values,
            data_type=over.kind.data_type,
            format=over.kind.format if format is None else str(format),
            width=read_width(width, STRETCH),
        )
        return self.draw_input(
            message,
            _codec(over, value, in_state, min_value, max_value),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=_address(over),
            persist_state=persist_state,
            has_default=value is not None,
        )


def _codec(over: SliderRange, *examples: Any) -> ValueCodec[Any]:
    """Return how a slider's value crosses; the first example that there is has its time zone."""
    kind = over.kind
    example = next((example for example in examples if example is not None), None)
    first = example[0] if isinstance(example, list | tuple) and example else example
    zone = getattr(first, "tzinfo", None)

    def decode(wire: list[float]) -> Any:
        values = [kind.from_number(number) for number in wire]
        if zone is not None:
            values = [value.replace(tzinfo=zone) for value in values]
        return tuple(values) if over.is_range else values[0]

    def encode(value: Any) -> Json:
        ends = value if isinstance(value, list | tuple) else (value,)
        numbers = sorted(_number(over, plain(end)) for end in ends)
        if len(numbers) > (2 if over.is_range else 1):
            expected = ["two values" if over.is_range else "one value"]
            raise StreamlitInvalidParameterTypeError("value", expected, value)
        if numbers and numbers[0] < over.min:
            raise StreamlitValueBelowMinError(value, kind.from_number(over.min))
        if numbers and numbers[-1] > over.max:
            raise StreamlitValueAboveMaxError(value, kind.from_number(over.max))
        return list(numbers) or list(over.values)

    return ValueCodec(list(over.values), decode, encode)


def _number(over: SliderRange, value: Any) -> float:
    """Return a value that the script set as a number of the slider's kind."""
    given, kind = kind_of(value), over.kind
    if given is kind:
        return kind.to_number(value)
    names = {given.data_type if given is not None else None, kind.data_type}
    if names == {"int", "float"}:
        return kind.to_number(value)
    if names == {"date", "datetime"} and given is not None:
        return given.to_number(value)
    raise StreamlitInvalidParameterTypeError("value", [f"a {kind.data_type}"], value)


def _address(over: SliderRange) -> AddressForm:
    kind = over.kind

    def write(wire: list[float]) -> tuple[str, ...]:
        return tuple(kind.to_text(kind.from_number(number)) for number in wire)

    def read(texts: tuple[str, ...]) -> Json:
        numbers = [kind.to_number(kind.from_text(text)) for text in texts]
        if len(numbers) != len(over.values):
            raise ValueError(texts)
        if not all(over.min <= number <= over.max for number in numbers):
            raise ValueError(texts)
        return list(numbers)

    return AddressForm(write, read)
