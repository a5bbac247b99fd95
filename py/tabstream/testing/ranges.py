"""The widgets whose value lies in a range: numbers, days and hours."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Self

from tabstream.testing.widgets import Widget


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
