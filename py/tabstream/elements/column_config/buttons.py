"""Columns of buttons, which are not there yet."""

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


ButtonColumn = _Later.ButtonColumn
