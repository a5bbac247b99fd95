"""What a slider can slide over: how each kind of value crosses, and what holds without a word.

A kind turns its values into numbers: the page slides over numbers only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from tabstream.elements.inputs.address import write_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._protocol.elements.inputs import SliderType

_EPOCH = datetime(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
#: Without bounds a slider over days goes so far both ways from the first one given.
_REACH = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value.

    Attributes
    ----------
    data_type
        Its name in the message.
    format
        How the page shows it.
    step_type
        What a step is.
    to_number, from_number
        How a value crosses.
    to_text, from_text
        How it stands in the page's address; what is no such value raises ValueError.
    bounds
        The least and the greatest value, where the author has named none, for the values given.
    """

    data_type: SliderType
    format: str
    step_type: type
    to_number: Callable[[Any], float]
    from_number: Callable[[float], Any]
    to_text: Callable[[Any], str]
    from_text: Callable[[str], Any]
    bounds: Callable[[list[Any]], tuple[Any, Any]]

    def step(self, span: float) -> Any:
        """Return the step over so much between the bounds, where the author has named none."""
        if self.step_type is not timedelta:
            return {int: 1, float: 0.01}[self.step_type]
        is_short = self.data_type == "time" or span < _DAY / _MICROSECOND
        return _QUARTER if is_short and self.data_type != "date" else _DAY

    def step_to_number(self, step: Any) -> float:
        """Return a step as a number."""
        return step // _MICROSECOND if isinstance(step, timedelta) else float(step)


def kind_of(value: object) -> Kind | None:
    """Return the kind of a value; None for what no slider slides over.

    Examples
    --------
    >>> kind_of(0.5).data_type, kind_of(date(2024, 5, 1)).data_type
    ('float', 'date')
    """
    for type_, kind in _KINDS.items():
        if isinstance(value, type_):
            return kind
    return None


def plain(value: Any) -> Any:
    """Return a number or a date of numpy as Python's own."""
    return value.item() if getattr(value, "ndim", None) == 0 else value


def _moment_to_number(moment: datetime) -> int:
    # What a clock on the wall shows, whatever its time zone: that is what is slid over.
    return (moment.replace(tzinfo=None) - _EPOCH) // _MICROSECOND


def _moment_from_number(number: float) -> datetime:
    return _EPOCH + timedelta(microseconds=round(number))


def _day_to_number(day: date) -> int:
    return (day - _EPOCH.date()) // _MICROSECOND


def _day_from_number(number: float) -> date:
    # JavaScript's numbers are too coarse for microseconds from the year 2255 on.
    return _EPOCH.date() + timedelta(days=round(number * _MICROSECOND / _DAY))


def _time_to_number(hour: time) -> int:
    return _moment_to_number(datetime.combine(_EPOCH, hour))


def _short_iso(value: datetime | time) -> str:
    has_seconds = value.second or value.microsecond
    return value.isoformat() if has_seconds else value.isoformat(timespec="minutes")


def _bounds_around(values: list[Any]) -> tuple[Any, Any]:
    return values[0] - _REACH, values[0] + _REACH


#: From the narrow to the wide: a moment is a day, too.
_KINDS: dict[type, Kind] = {
    int: Kind("int", "%d", int, int, round, str, lambda text: int(float(text)), lambda _: (0, 100)),
    float: Kind("float", "%0.2f", float, float, float, write_number, float, lambda _: (0.0, 1.0)),
    datetime: Kind(
        "datetime",
        "YYYY-MM-DD",
        timedelta,
        _moment_to_number,
        _moment_from_number,
        _short_iso,
        datetime.fromisoformat,
        _bounds_around,
    ),
    date: Kind(
        "date",
        "YYYY-MM-DD",
        timedelta,
        _day_to_number,
        _day_from_number,
        date.isoformat,
        date.fromisoformat,
        _bounds_around,
    ),
    time: Kind(
        "time",
        "HH:mm",
        timedelta,
        _time_to_number,
        lambda number: _moment_from_number(number).time(),
        _short_iso,
        time.fromisoformat,
        lambda _: (time.min, time.max),
    ),
    timedelta: Kind(
        "timedelta",
        "HH:mm",
        timedelta,
        lambda span: span // _MICROSECOND,
        lambda number: timedelta(microseconds=round(number)),
        lambda span: write_number(span.total_seconds()),
        lambda text: timedelta(seconds=float(text)),
        lambda _: (timedelta(), _DAY),
    ),
}
