"""Columns that are not there yet: buttons, and markdown."""

from __future__ import annotations

from tabstream.not_there_yet import NotThereYet


class _Later:
    MODULE = "st.column_config"

    ButtonColumn = NotThereYet(
        "label=None, *, width=None, help=None, pinned=None, alignment=None, type='secondary', "
        "on_click=None, args=None, kwargs=None, key=None",
        '`st.dataframe(data, on_select="rerun", selection_mode="single-row")` lets a row be '
        "chosen.",
    )
    MarkdownColumn = NotThereYet(
        "label=None, *, width=None, help=None, disabled=None, required=None, pinned=None, "
        "alignment=None, default=None",
        "`st.table` draws markdown in its cells; in a grid, `TextColumn` shows the text as it is.",
    )


ButtonColumn = _Later.ButtonColumn
MarkdownColumn = _Later.MarkdownColumn
