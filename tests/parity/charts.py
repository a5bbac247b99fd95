"""What a chart's specification says, whichever way it says it."""

from __future__ import annotations

import json
from typing import Any

#: What is compared of a channel beside its title.
_SAID = ("type", "value", "aggregate", "stack")


def drawn_by(spec: str) -> dict[str, Any]:
    """Return the mark of a chart, and what it makes of x, y, color and size.

    Two specifications that draw the same can have different names for the data's columns, and
    layers of their own for what appears under the pointer; so the first layer is looked at, and
    titles instead of columns.
    """
    unit = json.loads(spec)
    shape = [name for name in ("hconcat", "vconcat", "repeat", "facet") if name in unit]
    while parts := unit.get("layer") or unit.get("hconcat") or unit.get("vconcat"):
        unit = parts[0]
    mark = unit["mark"]
    return {
        "shape": shape,
        "mark": mark if isinstance(mark, str) else mark["type"],
        **{
            channel: _channel(said)
            for channel, said in unit.get("encoding", {}).items()
            if channel in ("x", "y", "color", "size")
        },
    }


def _channel(said: dict[str, Any]) -> dict[str, Any]:
    title = said.get("title", said.get("field", ""))
    colours = said.get("scale", {}).get("range")
    return {
        "title": title.strip(),
        **{name: _number(said[name]) for name in _SAID if name in said},
        **({"colours": colours} if colours else {}),
    }


def _number(value: Any) -> Any:
    """Return 50 for 50.0, which JSON does not tell apart."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
