"""Built-in charts: from a call's arguments to what is drawn as what.

Data comes wide (a column for each series) or long (a column that says which series a row belongs
to). Neither is rearranged here: the frame travels as it is, with the roles of its columns, and the
view makes the rows that Vega wants. Rearranging 10,000 rows of 5 numbers in pandas takes longer
than everything else that a rerun does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from tabstream._protocol.elements.charts import ChartRoles
from tabstream.elements._frames import Table, TableColumn
from tabstream.elements.arguments import read_choice
from tabstream.elements.charts.colours import is_colour, read_colours, to_css
from tabstream.errors import StreamlitAPIException

ChartKind: TypeAlias = Literal["line", "area", "bar", "scatter"]


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments of a built-in chart."""

    kind: ChartKind
    x: str | None = None
    y: Any = None
    x_label: str | None = None
    y_label: str | None = None
    color: Any = None
    size: Any = None
    is_horizontal: bool = False
    sort: bool | str = True
    stack: Any = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a chart draws: the columns it needs, and what each of them is for."""

    #: Only the columns with a role, and the index if that is the x axis.
    table: Table
    roles: ChartRoles
    #: Colours to use: one for all, one for each of `roles.y`, or none.
    colours: tuple[str, ...]
    #: The size of every point, when it is not a column's.
    size: float | None


def plan_chart(request: Request, table: Table) -> Plan:
    """Return what a chart of these arguments draws of `table`.

    Raises
    ------
    StreamlitAPIException
        When an argument names a column that is not there, or is no colour.
    """
    stack = read_choice(
        "stack", request.stack, (None, True, False, "normalize", "center", "layered")
    )
    names = [column.name for column in table.columns]
    x = _x_column(request.x, table, names)
    size = request.size if isinstance(request.size, str) else None
    sort = request.sort.removeprefix("-") if isinstance(request.sort, str) else None
    color = request.color if request.color in names else None
    y = _y_columns(request.y, names, leaving_out={x, color, size})
    for name in (size, sort, *y):
        _check_column(name, names)
    colours: tuple[str, ...] = ()
    if color is None and request.color is not None:
        colours = read_colours(request.color, y)
    roles = ChartRoles(
        x=x,
        y=y,
        # With several columns the colour already tells them apart.
        color=color if len(y) == 1 else None,
        size=size,
        sort=sort,
        is_line=request.kind in ("line", "area"),
        is_stacked=stack in (True, "normalize", "center"),
    )
    fixed_size = None if size is not None or request.size is None else float(request.size)
    return Plan(_with_css(needed_columns(table, roles), color), roles, colours, fixed_size)


def _x_column(x: str | None, table: Table, names: list[str]) -> str | None:
    """Return the column of the x axis, None for the index."""
    if x is not None and x not in names and any(level.name == x for level in table.index):
        x = None
    if x is None and len(table.index) > 1:
        levels = [level.name for level in table.index]
        raise StreamlitAPIException(
            f"The index has {len(levels)} levels ({', '.join(levels)}), but the x axis shows one "
            "thing. Make columns of them with `data.reset_index()` and name one as `x=`."
        )
    _check_column(x, names)
    return x


def _y_columns(y: Any, names: list[str], leaving_out: set[str | None]) -> tuple[str, ...]:
    if y is None:
        return tuple(name for name in names if name not in leaving_out)
    if isinstance(y, Iterable) and not isinstance(y, str):
        return tuple(map(str, y))
    return (str(y),)


def _check_column(name: str | None, names: list[str]) -> None:
    if name is not None and name not in names:
        raise StreamlitAPIException(
            f"The data has no column named {name!r}. "
            f"It has {', '.join(map(repr, names)) or 'no columns at all'}."
        )


def _with_css(table: Table, color: str | None) -> Table:
    """Return a table whose colours, when they are tuples, are written as CSS."""
    columns = []
    for column in table.columns:
        values = list(column.values) if column.name == color else []
        if any(isinstance(value, tuple | list) and is_colour(value) for value in values):
            texts = [to_css(value) if is_colour(value) else None for value in values]
            columns.append(TableColumn(column.labels, texts))
        else:
            columns.append(column)
    return replace(table, columns=tuple(columns))


def needed_columns(table: Table, roles: ChartRoles) -> Table:
    """Return the columns of a table that a chart draws, and the index if it is the x axis."""
    wanted = {roles.x, roles.color, roles.size, roles.sort, *roles.y}
    return Table(
        table.rows,
        table.index if roles.x is None else (),
        tuple(column for column in table.columns if column.name in wanted),
    )
