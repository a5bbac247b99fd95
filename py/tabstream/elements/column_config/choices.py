"""Columns whose values come from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tabstream.elements.column_config.column import ColumnConfig, ColumnWidth

    SelectboxOptionValue: TypeAlias = str | int | float | bool


def SelectboxColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    default: SelectboxOptionValue | None = None,
    options: Iterable[SelectboxOptionValue] | None = None,
    format_func: Callable[[SelectboxOptionValue], str] | None = None,
) -> ColumnConfig:
    """Configure a column in which each cell is one of a few values.

    Parameters
    ----------
    label, width, help, disabled, required, pinned
        As in `Column`.
    default
        What a new row has.
    options
        The values there can be.
    format_func
        Turns a value into what is shown.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.SelectboxColumn("Size", options=["S", "M", "L"])
    >>> grid = st.dataframe({"size": ["M", "L"]}, column_config={"size": column})
    """
    return {
        "label": label,
        "width": width,
        "help": help,
        "disabled": disabled,
        "required": required,
        "pinned": pinned,
        "default": default,
        "type_config": {
            "type": "selectbox",
            "options": None
            if options is None
            else [
                {
                    "value": option,
                    "label": str(option if format_func is None else format_func(option)),
                }
                for option in options
            ],
        },
    }


def MultiselectColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    default: Iterable[str] | None = None,
    options: Iterable[str] | None = None,
    accept_new_options: bool | None = None,
    color: str | Iterable[str] | None = None,
    format_func: Callable[[str], str] | None = None,
) -> ColumnConfig:
    """Configure a column in which each cell is some of a few values.

    Parameters
    ----------
    label, width, help, disabled, required, pinned
        As in `Column`.
    default
        What a new row has.
    options
        The values there can be.
    accept_new_options
        For an editor: whether others can be typed in.
    color
        One colour for all values, one for each, or "auto".
    format_func
        Turns a value into what is shown.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.MultiselectColumn("Tags", options=["new", "sold"])
    >>> grid = st.dataframe({"tags": [["new"], ["new", "sold"]]}, column_config={"tags": column})
    """
    names = None if options is None else list(options)
    return {
        "label": label,
        "width": width,
        "help": help,
        "disabled": disabled,
        "required": required,
        "pinned": pinned,
        "default": None if default is None else list(default),
        "type_config": {
            "type": "multiselect",
            "options": None if names is None else _coloured(names, color, format_func),
            "accept_new_options": accept_new_options,
        },
    }


def _coloured(
    names: list[str], colour: str | Iterable[str] | None, format_func: Callable[[str], str] | None
) -> list[dict[str, str]]:
    colours = [colour] if isinstance(colour, str) else list(colour or ())
    options = []
    for place, name in enumerate(names):
        option = {"value": name}
        if format_func is not None:
            option["label"] = format_func(name)
        if colours:
            option["color"] = colours[place % len(colours)]
        options.append(option)
    return options
