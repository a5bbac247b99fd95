"""Numbers to type."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tabstream._protocol.elements.inputs import NumberInput
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import STRETCH, read_icon, read_width
from tabstream.elements.inputs.address import AddressForm, write_number
from tabstream.elements.inputs.base import InputBlock
from tabstream.elements.inputs.slider_kinds import plain
from tabstream.elements.inputs.slider_range import check_number
from tabstream.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidNumberFormatError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitMixedNumericTypesError,
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

Number: TypeAlias = int | float

#: One printf-style place and nothing around it.
_FORMAT = r"%[-+ 0#,]*\d*(\.\d+)?[a-zA-Z]"
_CONVERSIONS = frozenset("bcdeEfFgGiosuvxX")


class NumberInputElements(InputBlock):
    """The elements that take a typed number."""

    def number_input(
        self,
        label: str,
        min_value: Number | None = None,
        max_value: Number | None = None,
        value: Number | Literal["min"] | None = "min",
        step: Number | None = None,
        format: str | None = None,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        placeholder: str | None = None,
        disabled: bool = False,
        required: bool = False,
        label_visibility: LabelVisibility = "visible",
        icon: str | None = None,
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """Draw a field for a number and return the number.

        It is an int where all the numbers given are ints, else a float.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        min_value, max_value
            The least and the greatest number.
        value
            The number at first. "min" is `min_value`, or zero without one; None leaves the field
            empty, and then None is returned until there is a number.
        step
            How far the buttons beside the field go; 1 or 0.01 without a word.
        format
            How the number is shown, printf style, such as "%.3f".
        placeholder
            What stands in the empty field.
        required
            Whether an empty field is refused.
        icon
            An emoji or ``:material/name:`` before the number.

        Examples
        --------
        >>> import tabstream as st
        >>> st.number_input("Rain", 0.0, 50.0, 2.5)
        2.5
        >>> st.number_input("Days", min_value=1, max_value=31)
        1
        >>> st.number_input("Anything", value=None)
        """
        least, most, step = plain(min_value), plain(max_value), plain(step)
        numbers = {"min_value": least, "max_value": most, "step": step}
        first = _read_value(plain(value), numbers)
        is_whole = _is_whole({"value": first, **numbers})
        _check_range(least, most, first, is_whole=is_whole)
        message = NumberInput(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            min=least,
            max=most,
            step=step if step is not None else (1 if is_whole else 0.01),
            default=None if _is_missing(first) else first,
            data_type="int" if is_whole else "float",
            format=_read_format(format, is_whole=is_whole),
            placeholder=placeholder if placeholder is None else str(placeholder),
            icon=read_icon(icon),
            required=bool(required),
            width=read_width(width, STRETCH),
        )
        codec = _codec(message, empty=first if _is_missing(first) else None)
        return self.draw_input(
            message,
            codec,
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=_address(codec),
            persist_state=persist_state,
            has_default=value not in ("min", None),
        )


def _read_value(value: Any, numbers: dict[str, Any]) -> Any:
    if not isinstance(value, str) or value != "min":
        return value
    if numbers["min_value"] is not None:
        return numbers["min_value"]
    others = [number for number in numbers.values() if number is not None]
    return 0 if others and all(isinstance(number, int) for number in others) else 0.0


def _is_whole(numbers: dict[str, Any]) -> bool:
    """Return whether the numbers given are whole, or raise when some of them are not."""
    given = {name: number for name, number in numbers.items() if number is not None}
    for name, number in given.items():
        if isinstance(number, str):
            raise StreamlitJSNumberBoundsError(f"`{name}={number!r}` is no number.")
    if given and all(isinstance(number, int) for number in given.values()):
        return True
    if all(isinstance(number, float) for number in given.values()):
        return False
    raise StreamlitMixedNumericTypesError(**given)


def _check_range(least: Any, most: Any, value: Any, *, is_whole: bool) -> None:
    if least is not None and most is not None and least > most:
        raise StreamlitInvalidMinMaxError(least, most)
    if value is not None and least is not None and value < least:
        raise StreamlitValueBelowMinError(value, least)
    if value is not None and most is not None and value > most:
        raise StreamlitValueAboveMaxError(value, most)
    value = None if _is_missing(value) else value
    for name, number in (("min_value", least), ("max_value", most), ("value", value)):
        check_number(name, number, is_whole=is_whole)


def _is_missing(number: Any) -> bool:
    """Return whether there is no number: None, or the NaN of a table's empty cell."""
    return number is None or (isinstance(number, float) and isnan(number))


def _read_format(format: str | None, *, is_whole: bool) -> str:
    if format is None:
        return "%d" if is_whole else "%0.2f"
    import re

    if not re.fullmatch(_FORMAT, str(format)) or format[-1] not in _CONVERSIONS:
        raise StreamlitInvalidNumberFormatError(str(format))
    return format


def _codec(message: NumberInput, empty: float | None) -> ValueCodec[Number | None]:
    convert = int if message.data_type == "int" else float

    def is_inside(number: float) -> bool:
        return (message.min is None or number >= message.min) and (
            message.max is None or number <= message.max
        )

    def decode(wire: float | None) -> Number | None:
        if wire is None:
            return empty
        if not is_inside(wire):
            raise ValueError(wire)
        return convert(wire)

    def encode(value: Any) -> Json:
        value = plain(value)
        if _is_missing(value):
            return None
        if not isinstance(value, int | float):
            raise StreamlitInvalidParameterTypeError("value", ["a number", "None"], value)
        return convert(value) if is_inside(value) else message.default

    return ValueCodec(message.default, decode, encode)


def _address(codec: ValueCodec[Any]) -> AddressForm:
    def write(wire: float | None) -> tuple[str, ...]:
        return ("" if wire is None else write_number(wire),)

    def read(texts: tuple[str, ...]) -> Json:
        if not texts[-1] and codec.default is None:
            return None
        return codec.encode(codec.decode(float(texts[-1])))

    return AddressForm(write, read)
