"""The days of a calendar: what an author calls a day, and the days that can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from tabstream._runtime import ValueCodec
from tabstream.elements.inputs.address import NAMES, AddressForm
from tabstream.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabstream._protocol import Json

#: A date, a datetime, text such as "2024-05-01", or "today".
Day: TypeAlias = "date | datetime | str"

#: So many years before the first day and after the last one can be chosen.
_YEARS = 10


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a calendar begins with and those that it goes over.

    Attributes
    ----------
    days
        The chosen ones at first.
    default
        The same as the message has them: "today" stays a word, so that the widget is still the same
        tomorrow.
    shown_min, shown_max
        The bounds, for the message; None where they go with today.
    given_min, given_max
        The bounds that the author gave. They hold for every value; the others only say how far the
        calendar goes, and the script may set a day beyond.
    """

    days: tuple[date, ...]
    default: tuple[str, ...]
    is_range: bool
    min: date
    max: date
    shown_min: str | None
    shown_max: str | None
    given_min: date | None
    given_max: date | None

    def hold(self, chosen: Sequence[date]) -> bool:
        """Return whether the days lie in the bounds that the author gave."""
        return all(
            (self.given_min is None or self.given_min <= day)
            and (self.given_max is None or day <= self.given_max)
            for day in chosen
        )


def read_days(value: Any, min_value: Any, max_value: Any, in_state: Any = None) -> Days:
    """Return the days of a calendar, or raise when its arguments do not make one.

    `in_state` is what the session state has for it: without a `value` it tells whether it is a
    range, and around which days it goes.
    """
    chosen = _in_force(in_state, min_value, max_value) if value == "today" else ()
    is_range = isinstance(in_state if chosen else value, list | tuple)
    given = _parts(() if chosen and is_range else value)
    if len(given) > 2:
        expected = ["a day", "a list or tuple of up to two days", "None"]
        raise StreamlitInvalidParameterTypeError("value", expected, value)
    days = tuple(read_day("value", day) for day in given)
    today = date.today()
    around = chosen or days or (today,)
    first, last = around[0], around[-1]
    least = _years_from(first, -_YEARS) if min_value is None else read_day("min_value", min_value)
    most = _years_from(last, _YEARS) if max_value is None else read_day("max_value", max_value)
    if least > most:
        raise StreamlitInvalidMinMaxError(least, most)
    if value == "today":
        # Nobody asked for today: the nearest day that there is does as well.
        days = tuple(min(max(day, least), most) for day in days)
    if days and days[0] < least:
        raise StreamlitValueBelowMinError(first, least)
    if days and days[-1] > most:
        raise StreamlitValueAboveMaxError(last, most)
    # What goes with today is said by no date: it is the same message tomorrow.
    words = [
        "today" if word == "today" and day == today else ""
        for word, day in zip(given, days, strict=True)
    ]
    is_about_today = chosen in ((), (today,))
    return Days(
        days=days,
        default=tuple(word or day.isoformat() for word, day in zip(words, days, strict=True)),
        is_range=is_range,
        min=least,
        max=most,
        shown_min=None
        if min_value is None and is_about_today and all(words[:1])
        else least.isoformat(),
        shown_max=None
        if max_value is None and is_about_today and all(words[-1:])
        else most.isoformat(),
        given_min=None if min_value is None else least,
        given_max=None if max_value is None else most,
    )


def _in_force(in_state: Any, min_value: Any, max_value: Any) -> tuple[date, ...]:
    """Return the days that the session state has; none that the author's bounds do not allow."""
    try:
        days = tuple(read_day("value", day) for day in _parts(in_state))
    except StreamlitInvalidParameterTypeError:
        return ()  # the value of something else that had the same key
    least = date.min if min_value is None else read_day("min_value", min_value)
    most = date.max if max_value is None else read_day("max_value", max_value)
    return days if len(days) <= 2 and all(least <= day <= most for day in days) else ()


def _parts(value: Any) -> list[Any]:
    """Return a day, or the days of a range, as a list; None as an empty one."""
    return list(value) if isinstance(value, list | tuple) else [value] if value is not None else []


def read_day(parameter: str, value: Any) -> date:
    """Return what an author calls a day.

    Examples
    --------
    >>> read_day("value", "2024-05-01 12:00")
    datetime.date(2024, 5, 1)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        if value == "today":
            return date.today()
        try:
            return datetime.fromisoformat(value).date()
        except ValueError:
            pass
    expected = ["a date", "a datetime", "text such as '2024-05-01'", "'today'"]
    raise StreamlitInvalidParameterTypeError(parameter, expected, value)


def days_codec(days: Days) -> ValueCodec[Any]:
    """Return how the chosen days cross: as a list of texts such as "2024-05-01"."""
    default: list[Json] = [day.isoformat() for day in days.days]

    def decode(wire: list[str]) -> Any:
        chosen = tuple(date.fromisoformat(text) for text in wire)
        if not days.hold(chosen):
            raise ValueError(wire)
        if days.is_range:
            return chosen
        if len(chosen) > 1:
            raise ValueError(wire)
        return chosen[0] if chosen else None

    def encode(value: Any) -> Json:
        chosen = value if isinstance(value, list | tuple) else () if value is None else (value,)
        if len(chosen) > (2 if days.is_range else 1):
            expected = ["up to two days" if days.is_range else "one day", "None"]
            raise StreamlitInvalidParameterTypeError("value", expected, value)
        chosen = [read_day("value", day) for day in chosen]
        return [day.isoformat() for day in chosen] if days.hold(chosen) else default

    return ValueCodec(default, decode, encode, reads_clock="today" in days.default)


def days_address(days: Days) -> AddressForm:
    """Return how the chosen days stand in the page's address: each in a parameter of its own."""

    def read(texts: tuple[str, ...]) -> Json:
        chosen = [date.fromisoformat(text) for text in texts if text]
        is_fitting = len(chosen) <= (2 if days.is_range else 1) and (chosen or not days.days)
        if not is_fitting or not all(days.min <= day <= days.max for day in chosen):
            raise ValueError(texts)
        return [day.isoformat() for day in chosen]

    return AddressForm(NAMES.write, read)


def _years_from(day: date, years: int) -> date:
    year = day.year + years
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:  # the 29th of February
        return day.replace(year=year, day=28)
