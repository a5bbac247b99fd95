"""Days, and times of day."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tabstream._protocol.elements.inputs import DateInput, TimeInput
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import STRETCH, read_choice, read_width
from tabstream.elements.inputs.address import AddressForm, one_name
from tabstream.elements.inputs.base import InputBlock, value_in_force
from tabstream.elements.inputs.days import days_address, days_codec, read_days
from tabstream.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    from tabstream.elements.inputs.days import Day

DateReturn: TypeAlias = "date | tuple[date, ...] | None"

_ORDERS = ("YYYY{0}MM{0}DD", "DD{0}MM{0}YYYY", "MM{0}DD{0}YYYY")
_DATE_FORMATS = tuple(order.format(mark) for mark in "/.-" for order in _ORDERS)

_LONGEST_STEP_S = 23 * 60 * 60


class DateElements(InputBlock):
    """The elements that take days and times."""

    def date_input(
        self,
        label: str,
        value: Day | Sequence[Day] | None = "today",
        min_value: Day | None = None,
        max_value: Day | None = None,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        format: str = "YYYY/MM/DD",
        disabled: bool = False,
        required: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any:
        """Draw a calendar and return the chosen day.

        A day can be given as a date, as a datetime, as text such as "2024-05-01", or as "today".

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        value
            The day at first; None for none. A list or tuple of none, one or two days makes a range,
            and a tuple is returned. It is shorter than two while a person has chosen one end only.
        min_value, max_value
            The first and the last day that can be chosen; without a word ten years before and after
            the value, or before and after what the session state has in its place.
        format
            The order of year, month and day, such as "DD.MM.YYYY".
        required
            Whether no day is refused.

        Examples
        --------
        >>> import tabstream as st
        >>> st.date_input("Day", "2024-05-01")
        datetime.date(2024, 5, 1)
        >>> from datetime import date
        >>> st.date_input("Days", (date(2024, 5, 1), date(2024, 5, 3)))
        (datetime.date(2024, 5, 1), datetime.date(2024, 5, 3))
        """
        if not isinstance(format, str):
            raise StreamlitInvalidParameterTypeError("format", ["text"], format)
        days = read_days(value, min_value, max_value, value_in_force(key))
        message = DateInput(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            default=days.default,
            is_range=days.is_range,
            min=days.shown_min,
            max=days.shown_max,
            format=read_choice("format", format, _DATE_FORMATS),
            required=bool(required),
            is_clearable=not days.days,
            width=read_width(width, STRETCH),
        )
        return self.draw_input(
            message,
            days_codec(days),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=days_address(days),
            persist_state=persist_state,
            has_default=value is not None and value != "today",
        )

    def time_input(
        self,
        label: str,
        value: time | datetime | str | None = "now",
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        disabled: bool = False,
        required: bool = False,
        label_visibility: LabelVisibility = "visible",
        step: int | timedelta = timedelta(minutes=15),
        format: Literal["12h", "24h", "localized"] = "24h",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> time | None:
        """Draw a field for a time of day and return the time.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        value
            The time at first: a time, a datetime, text such as "08:30", "now", or None for none.
        required
            Whether no time is refused.
        step
            How far an arrow key goes, in seconds or as a time difference. There are seconds only
            where this is no whole number of minutes.
        format
            "24h", "12h", or "localized", as the browser is set.

        Examples
        --------
        >>> import tabstream as st
        >>> st.time_input("Alarm", "06:45")
        datetime.time(6, 45)
        """
        step_s = _read_step(step)
        first = _read_time(value)
        if first is not None and step_s % 60 == 0:
            first = first.replace(second=0, microsecond=0)
        default = None if first is None else _time_text(first)
        message = TimeInput(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            default="now" if value == "now" else default,
            step=step_s,
            format=read_choice("format", format, ("12h", "24h", "localized")),
            required=bool(required),
            is_clearable=value is None,
            width=read_width(width, STRETCH),
        )
        zone = first.tzinfo if first is not None else None

        def decode(wire: str | None) -> time | None:
            return None if wire is None else time.fromisoformat(wire).replace(tzinfo=zone)

        def encode(value: Any) -> Json:
            chosen = _read_time(value)
            return None if chosen is None else _time_text(chosen)

        form = one_name(default)

        def read_address(texts: tuple[str, ...]) -> Json:
            text = form.read(texts)
            return None if text is None else _time_text(time.fromisoformat(str(text)))

        chosen: time | None = self.draw_input(
            message,
            ValueCodec(default, decode, encode, reads_clock=value == "now"),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=AddressForm(form.write, read_address),
            persist_state=persist_state,
            has_default=value is not None and value != "now",
        )
        return chosen


def _read_time(value: object) -> time | None:
    if value is None or isinstance(value, time):
        return value
    if isinstance(value, datetime):
        return value.time()
    if value == "now":
        return datetime.now().time().replace(microsecond=0)
    if isinstance(value, str):
        for read in (time.fromisoformat, datetime.fromisoformat):
            with suppress(ValueError):
                return _read_time(read(value))
    expected = ["a time", "a datetime", "text such as '08:30'", "'now'", "None"]
    raise StreamlitInvalidParameterTypeError("value", expected, value)


def _time_text(value: time) -> str:
    has_seconds = value.second or value.microsecond
    return value.replace(tzinfo=None).isoformat("auto" if has_seconds else "minutes")


def _read_step(step: object) -> int:
    if isinstance(step, timedelta):
        step = int(step.total_seconds())
    if not isinstance(step, int) or isinstance(step, bool):
        raise StreamlitInvalidParameterTypeError("step", ["an int", "a timedelta"], step)
    if not 1 <= step <= _LONGEST_STEP_S:
        raise StreamlitValueOutOfRangeError("step", f"{step} seconds", "1 second", "23 hours")
    return step
