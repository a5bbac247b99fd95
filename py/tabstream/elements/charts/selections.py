"""The parameters of a chart in which a person can select something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Where a specification holds further ones.
_PARTS = ("layer", "hconcat", "vconcat", "concat", "spec")


def read_selections(spec: dict[str, Any], selection_mode: Any) -> tuple[str, ...]:
    """Return the selection parameters that reach the script, in a fixed order.

    Raises
    ------
    StreamlitAPIException
        When the specification has none, or not the ones that were asked for.
    """
    available = tuple(dict.fromkeys(_selection_names(spec)))
    if not available:
        raise StreamlitAPIException(
            "`on_select` was given, but nothing can be selected in this chart. Add a selection "
            'parameter to it: `{"params": [{"name": "point", "select": "point"}]}` in Vega-Lite, '
            "or `chart.add_params(alt.selection_point())` in Altair."
        )
    if selection_mode is None:
        return available
    wanted = [selection_mode] if isinstance(selection_mode, str) else list(selection_mode)
    for name in wanted:
        if name not in available:
            raise StreamlitAPIException(
                f"`selection_mode` names {name!r}, but this chart's selection parameters are "
                f"{', '.join(map(repr, available))}."
            )
    return tuple(name for name in available if name in wanted)


def parts_of(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a specification and all those inside it."""
    yield spec
    for name in _PARTS:
        inner = spec.get(name)
        for part in inner if isinstance(inner, list) else [inner]:
            if isinstance(part, dict):
                yield from parts_of(part)


def _selection_names(spec: dict[str, Any]) -> Iterator[str]:
    for part in parts_of(spec):
        for param in part.get("params", ()):
            # A parameter that is bound to the scales is there to zoom, and selects nothing.
            if param.get("select") and param.get("bind") != "scales":
                yield param["name"]
