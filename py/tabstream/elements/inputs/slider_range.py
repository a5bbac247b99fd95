"""What a slider goes over: its kind, its bounds, its step and where it stands at first."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from tabstream.elements.inputs.slider_kinds import kind_of, plain
from tabstream.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from tabstream.elements.inputs.slider_kinds import Kind

#: The greatest whole number that JavaScript counts to without leaving any out.
MOST_WHOLE = (1 << 53) - 1

_TYPES = ["an int", "a float", "a date", "a time", "a datetime", "a timedelta", "two of them"]


@dataclass(frozen=True, slots=True)
class SliderRange:
    """What a slider goes over, in numbers.

    Attributes
    ----------
    values
        Where it stands at first: one number, or those of a range.
    is_range
        Whether the author gets a tuple.
    """

    kind: Kind
    min: float
    max: float
    step: float
    values: tuple[float, ...]
    is_range: bool


def read_slider_range(
    min_value: Any, max_value: Any, value: Any, step: Any, in_state: Any = None
) -> SliderRange:
    """Return what a slider goes over, or raise when its arguments do not make one.

    `in_state` is what the session state has for it: without a `value` it tells the kind, and
    whether it is a range.
    """
    min_value, max_value, step = plain(min_value), plain(max_value), plain(step)
    is_range = isinstance(in_state if value is None else value, list | tuple)
    values = _read_values(value)
    known = values or _read_values(in_state)
    base = (
        values[0]
        if values
        else next((bound for bound in (min_value, *known) if bound is not None), 0)
    )
    kind = _kind_of(base)
    least, most = kind.bounds(known or [base])
    min_value = least if min_value is None else min_value
    max_value = most if max_value is None else max_value
    _check_kinds(kind, values, min_value, max_value, step)
    first, last = kind.to_number(min_value), kind.to_number(max_value)
    if first == last:
        raise StreamlitInvalidMinMaxError(min_value, max_value)
    low, high = sorted((first, last))
    numbers = sorted(kind.to_number(value) for value in values)
    if not numbers:
        numbers = [low, high] if is_range else [first]
    for name, number in (("min_value", low), ("max_value", high), ("value", numbers[-1])):
        check_number(name, number, is_whole=kind.step_type is int)
    return SliderRange(
        kind=kind,
        # A value outside its bounds moves them.
        min=min(low, numbers[0]),
        max=max(high, numbers[-1]),
        step=kind.step_to_number(kind.step(high - low) if step is None else step),
        values=tuple(numbers),
        is_range=is_range,
    )


def check_number(name: str, number: float | None, *, is_whole: bool) -> None:
    """Refuse a number that the page cannot hold."""
    if number is None or (abs(number) <= MOST_WHOLE if is_whole else isfinite(number)):
        return
    limit = f"between -{MOST_WHOLE} and {MOST_WHOLE}" if is_whole else "finite"
    raise StreamlitJSNumberBoundsError(f"`{name}={number}` cannot be shown: it must be {limit}.")


def _read_values(value: Any) -> list[Any]:
    """Return a value, or the values of a range, as a list; None as an empty one."""
    if value is None:
        return []
    values = [plain(end) for end in (value if isinstance(value, list | tuple) else (value,))]
    if len(values) > 2:
        raise StreamlitValueError("value", ["one value", "a list or tuple of up to two"], value)
    return values


def _kind_of(value: Any) -> Kind:
    kind = kind_of(value)
    if kind is None:
        raise StreamlitInvalidParameterTypeError("value", _TYPES, value)
    return kind


def _check_kinds(kind: Kind, values: list[Any], min_value: Any, max_value: Any, step: Any) -> None:
    ends = [*(("value", end) for end in values), ("min_value", min_value), ("max_value", max_value)]
    for name, end in ends:
        if kind_of(end) is not kind:
            expected = [f"a {kind.data_type}, as the others are"]
            raise StreamlitInvalidParameterTypeError(name, expected, end)
    if step is not None and not isinstance(step, kind.step_type):
        raise StreamlitInvalidParameterTypeError("step", [f"a {kind.step_type.__name__}"], step)
    if step is not None and not step:
        raise StreamlitValueError("step", ["anything but zero"], step)
