"""Errors about an argument: what was passed, and what would work.

The names are Streamlit's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream.errors.base import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Iterable


class StreamlitValueError(StreamlitAPIException):
    """An argument has a value that means nothing there."""

    def __init__(self, parameter: str, supported: Iterable[str], value: object = None) -> None:
        given = "This value" if value is None else f"`{value!r}`"
        super().__init__(
            f"{given} cannot be used for `{parameter}`. It can be {alternatives(supported)}."
        )


class StreamlitInvalidParameterTypeError(StreamlitAPIException):
    """An argument is of a type that cannot be used there."""

    def __init__(self, parameter: str, supported: Iterable[str], value: object) -> None:
        super().__init__(
            f"`{parameter}` is of type `{type(value).__name__}`, which cannot be used. "
            f"It can be {alternatives(supported)}."
        )


class StreamlitMissingRequiredParameterError(StreamlitAPIException):
    """An argument that must say something says nothing."""

    def __init__(self, parameter: str, needed: str) -> None:
        super().__init__(f"`{parameter}` is missing or empty: it needs {needed}.")


class StreamlitIncompatibleParametersError(StreamlitAPIException):
    """Two arguments that do not go together."""


class StreamlitValueOutOfRangeError(StreamlitAPIException):
    """A number is smaller or larger than it may be."""

    def __init__(self, parameter: str, value: object, least: object, most: object) -> None:
        super().__init__(f"`{parameter}={value}` is out of range: it goes from {least} to {most}.")


class StreamlitInvalidWidthError(StreamlitAPIException):
    """A width is neither a name nor a number of pixels."""

    def __init__(self, value: object, supported: Iterable[str]) -> None:
        super().__init__(f"`width={value!r}` is no width. It can be {alternatives(supported)}.")


class StreamlitInvalidHeightError(StreamlitAPIException):
    """A height is neither a name nor a number of pixels."""

    def __init__(self, value: object, supported: Iterable[str]) -> None:
        super().__init__(f"`height={value!r}` is no height. It can be {alternatives(supported)}.")


class StreamlitInvalidColumnSpecError(StreamlitAPIException):
    """Columns were asked for by something that is no number of columns and no list of widths."""

    def __init__(self, spec: object) -> None:
        super().__init__(
            f"`st.columns({spec!r})` makes no columns. It takes the number of columns, at least 1, "
            "or a list of their relative widths, each above 0, such as `[1, 3]`."
        )


class StreamlitInvalidURLError(StreamlitAPIException):
    """An address leads nowhere."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"`{url}` is no address that a browser can open: it must begin with `https://`, "
            "`http://` or `mailto:`."
        )


class StreamlitInvalidLayoutContextError(StreamlitAPIException):
    """A function was called at a place where it cannot work."""


class StreamlitDataframeConversionError(StreamlitAPIException):
    """What was handed over is no table."""

    def __init__(self, value: object) -> None:
        super().__init__(
            f"A table was asked for, but a `{type(value).__name__}` is none. Lists, dictionaries, "
            "numpy arrays, pandas and polars frames, and whatever has a `to_pandas()` method can "
            "be shown as tables."
        )


class StreamlitTableError(StreamlitAPIException, ValueError):
    """A table has a form that cannot be shown: two columns of one name, or three dimensions."""


class MediaFileStorageError(Exception):
    """A picture, sound or video could not be read."""


def alternatives(texts: Iterable[str]) -> str:
    """Return a list in words.

    Examples
    --------
    >>> alternatives(["'top'", "'center'", "'bottom'"])
    "'top', 'center' or 'bottom'"
    """
    *most, last = texts
    return f"{', '.join(most)} or {last}" if most else last
