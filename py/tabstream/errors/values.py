"""Errors about the value of a widget, and about the range it has to lie in.

The names are Streamlit's.
"""

from __future__ import annotations

from tabstream.errors.base import StreamlitAPIException


class StreamlitValueBelowMinError(StreamlitAPIException):
    """A value is below the least one that its widget allows."""

    def __init__(self, value: object, min_value: object) -> None:
        super().__init__(f"`value={value}` is less than the widget's `min_value`, {min_value}.")


class StreamlitValueAboveMaxError(StreamlitAPIException):
    """A value is above the greatest one that its widget allows."""

    def __init__(self, value: object, max_value: object) -> None:
        super().__init__(f"`value={value}` is greater than the widget's `max_value`, {max_value}.")


class StreamlitInvalidMinMaxError(StreamlitAPIException):
    """A least and a greatest value leave nothing to choose from."""

    def __init__(self, min_value: object, max_value: object) -> None:
        problem = "the same" if min_value == max_value else "in the wrong order"
        super().__init__(
            f"`min_value`, {min_value}, and `max_value`, {max_value}, are {problem}: the first "
            "must be the smaller one."
        )


class StreamlitJSNumberBoundsError(StreamlitAPIException):
    """A number is none that the page, which counts in JavaScript, can hold."""


class StreamlitMixedNumericTypesError(StreamlitAPIException):
    """Some of a widget's numbers are whole and others are not."""

    def __init__(self, **numbers: object) -> None:
        given = ", ".join(
            f"`{name}` is of type {type(number).__name__}"
            for name, number in numbers.items()
            if number is not None
        )
        super().__init__(
            "The numbers of one widget must all be `int` or all be `float`, as that is what it "
            f"returns, but {given}."
        )


class StreamlitInvalidNumberFormatError(StreamlitAPIException):
    """A format is none for a number."""

    def __init__(self, format: str) -> None:
        super().__init__(
            f"`format={format!r}` formats no number. It must be one printf-style place and nothing "
            'else, such as "%d" or "%.2f".'
        )


class StreamlitDefaultNotInOptionsError(StreamlitAPIException):
    """A default is not one of the options."""

    def __init__(self, value: object) -> None:
        super().__init__(
            f"The default value {value!r} is not among the options. Every default must be one of "
            "them."
        )


class StreamlitSelectionCountExceedsMaxError(StreamlitAPIException):
    """More options are selected than the widget allows."""

    def __init__(self, count: int, max_selections: int) -> None:
        super().__init__(
            f"{count} options are selected, but `max_selections` is {max_selections}. They come "
            "from `default`, or from `st.session_state`, which may have been set further up."
        )


class StreamlitQueryParamDictValueError(StreamlitAPIException):
    """A query parameter was set to a dictionary."""
