"""A Vega-Lite specification as keyword arguments, as Streamlit took it in earlier years."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType

F = TypeVar("F", bound="Callable[..., Any]")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What a specification begins with.
_PARTS = _names(
    """
    autosize background bounds columns concat config encoding facet hconcat layer mark padding
    params projection repeat resolve selection spacing title transform vconcat view
    """
)

#: What can be encoded; these may be given without ``encoding_`` before them.
_CHANNELS = _names(
    """
    angle color column description detail fill fillOpacity href key latitude latitude2 longitude
    longitude2 opacity order radius radius2 row shape size stroke strokeDash strokeOpacity
    strokeWidth text theta theta2 tooltip url x x2 xError xOffset y y2 yError yOffset
    """
)

_FIRST = _PARTS | _CHANNELS


def with_keywords(draw: F) -> F:
    """Let a chart take ``mark="bar", x_field="a"`` in place of a specification, or besides it.

    The signature does not tell of them: today's is a dictionary.
    """
    own = frozenset(cast("FunctionType", draw).__kwdefaults__ or ())

    @functools.wraps(draw)
    def call(self: Any, data: Any = None, spec: Any = None, **kwargs: Any) -> Any:
        names = [name for name in kwargs if name.split("_")[0] in _FIRST and name not in own]
        if names:
            spec = {**(spec or {}), **nested({name: kwargs.pop(name) for name in names})}
        return draw(self, data, spec, **kwargs)

    return cast("F", call)


def nested(keywords: dict[str, Any]) -> dict[str, Any]:
    """Return keyword arguments as the specification that they stand for.

    Examples
    --------
    >>> nested({"mark": "bar", "x_field": "a", "encoding_y_field": "b"})
    {'mark': 'bar', 'encoding': {'x': {'field': 'a'}, 'y': {'field': 'b'}}}
    """
    spec: dict[str, Any] = {}
    for name, value in keywords.items():
        *path, last = name.split("_")
        if (path or [last])[0] in _CHANNELS:
            path.insert(0, "encoding")
        place = spec
        for part in path:
            place = place.setdefault(part, {})
        place[last] = value
    return spec
