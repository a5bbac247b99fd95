"""Columns of buttons, which are not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from tabstream.errors import NotThereYetError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tabstream.elements.column_config.column import (
        ColumnConfig,
        ColumnWidth,
        ContentAlignment,
    )


def ButtonColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    on_click: Callable[..., Any] | None = None,
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    key: str | None = None,
) -> ColumnConfig:
    """Say that columns of buttons are not there yet.

    Examples
    --------
    >>> from tabstream import column_config, errors
    >>> try:
    ...     column_config.ButtonColumn("Buy")
    ... except errors.NotThereYetError:
    ...     print("not yet")
    not yet
    """
    raise NotThereYetError(
        "`st.column_config.ButtonColumn` is not there yet. Let rows be selected instead: "
        '`st.dataframe(data, on_select="rerun", selection_mode="single-row")`.'
    )
