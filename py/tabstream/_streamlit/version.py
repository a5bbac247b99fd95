"""``streamlit.version``: the release whose interface is met."""

from __future__ import annotations

from tabstream._version import STREAMLIT_VERSION

STREAMLIT_VERSION_STRING = STREAMLIT_VERSION
