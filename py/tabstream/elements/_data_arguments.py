"""Arguments that grids and charts share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.elements.arguments import read_width
from tabstream.errors import StreamlitValueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._protocol.elements.text import Width


def read_on_select(on_select: Any) -> tuple[bool, Callable[..., Any] | None]:
    """Return whether selections reach the script, and what to call then."""
    if callable(on_select):
        return True, on_select
    if on_select not in ("ignore", "rerun"):
        raise StreamlitValueError("on_select", ["'ignore'", "'rerun'", "a function"], on_select)
    return on_select == "rerun", None


def given_size(size: Any, default: Any) -> Any:
    """Return a chart's size; None and 0 say nothing: they were the defaults of earlier years."""
    return size or default


def read_data_width(width: Any, use_container_width: bool | None) -> Width:
    """Return a width, which may also be said in the older spelling, ``use_container_width``."""
    if use_container_width:
        return "stretch"
    if use_container_width is False and not isinstance(width, int):
        return "content"
    return read_width(width)
