"""Selections in a grid: which there can be, and what they look like on the wire.

``{"selection": {"rows": [0, 2], "columns": ["name"], "cells": [[0, "name"]]}}``
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast, get_args

from tabstream._protocol.elements.data import SelectionMode
from tabstream._runtime import ValueCodec
from tabstream.elements._selection import SelectionState
from tabstream.elements.arguments import read_choice
from tabstream.errors import StreamlitAPIException, StreamlitIncompatibleParametersError

if TYPE_CHECKING:
    from tabstream._protocol import Json
    from tabstream._protocol.elements.frame import Frame

_MODES: tuple[str, ...] = get_args(SelectionMode)
_PARTS = ("rows", "columns", "cells")


def read_modes(selection_mode: Any) -> tuple[SelectionMode, ...]:
    """Return the selection modes that an author named, in a fixed order."""
    named = [selection_mode] if isinstance(selection_mode, str) else list(selection_mode)
    for mode in named:
        read_choice("selection_mode", mode, _MODES)
    for part in ("row", "column", "cell"):
        several = sorted(mode for mode in named if part in mode)
        if len(several) > 1:
            raise StreamlitIncompatibleParametersError(
                f"`selection_mode` names {' and '.join(map(repr, several))}, but {part}s can be "
                "selected in one way only."
            )
    return tuple(cast("SelectionMode", mode) for mode in _MODES if mode in named)


def grid_codec(
    frame: Frame, modes: tuple[SelectionMode, ...], default: Any
) -> ValueCodec[SelectionState]:
    """Return how a selection in this frame is read and written."""
    names = {column.name for column in (*frame.index, *frame.columns)}

    def decode(value: Any) -> SelectionState:
        return SelectionState(selection=_fitting(value, frame.rows, names, modes))

    def encode(state: Any) -> Json:
        return cast("Json", dict(decode(state)))

    if default is None:
        first = {"rows": [0]} if "single-row-required" in modes and frame.rows else {}
        default = {"selection": first}
    return ValueCodec(default=encode(default), decode=decode, encode=encode)


def _fitting(
    value: Any, rows: int, names: set[str], modes: tuple[SelectionMode, ...]
) -> dict[str, list[Any]]:
    """Return what of a selection these modes allow and this frame has."""
    if not isinstance(value, Mapping) or not isinstance(value.get("selection"), Mapping):
        raise StreamlitAPIException(
            f"{value!r} is no selection. A selection is a dictionary such as "
            '{"selection": {"rows": [0], "columns": [], "cells": []}}.'
        )
    selection = value["selection"]
    found = {part: _listed(selection.get(part)) for part in _PARTS}
    fitting = {
        "rows": [row for row in found["rows"] if _is_row(row, rows)],
        "columns": [name for name in found["columns"] if name in names],
        "cells": [
            (cell[0], cell[1])
            for cell in found["cells"]
            if len(_listed(cell)) == 2 and _is_row(cell[0], rows) and cell[1] in names
        ],
    }
    return {part: chosen[: _limit(part, modes)] for part, chosen in fitting.items()}


def _limit(part: str, modes: tuple[SelectionMode, ...]) -> int | None:
    """Return how many rows, columns or cells can be selected; None for any number."""
    mode = next((mode for mode in modes if part[:-1] in mode), None)
    if mode is None:
        return 0
    return None if mode.startswith("multi") else 1


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else []


def _is_row(row: Any, rows: int) -> bool:
    return isinstance(row, int) and not isinstance(row, bool) and 0 <= row < rows
