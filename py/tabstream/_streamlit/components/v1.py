"""``streamlit.components.v1``: names that are not there yet."""

from __future__ import annotations

from tabstream.not_there_yet import NotThereYet


class _Components:
    MODULE = "st.components.v1"
    declare_component = NotThereYet(
        "name, path=None, url=None", "`st.html` shows HTML; the widgets of `st` ask for values."
    )
    html = NotThereYet(
        "html, width=None, height=None, scrolling=False, *, tab_index=None",
        "`st.html` shows HTML as part of the page.",
    )
    iframe = NotThereYet(
        "src, width=None, height=None, scrolling=False, *, tab_index=None",
        "`st.link_button` opens an address.",
    )


declare_component = _Components.declare_component
html = _Components.html
iframe = _Components.iframe
