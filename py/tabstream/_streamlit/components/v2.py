"""``streamlit.components.v2``: names that are not there yet."""

from __future__ import annotations

from tabstream.not_there_yet import NotThereYet


class _Components:
    MODULE = "st.components.v2"
    component = NotThereYet(
        "name, *, html=None, css=None, js=None, isolate_styles=True",
        "`st.html` shows HTML; the widgets of `st` ask for values.",
    )


component = _Components.component
