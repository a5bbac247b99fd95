"""``streamlit.runtime``: whether an app is running."""

from __future__ import annotations

from tabstream._runtime import current_run
from tabstream._streamlit import scriptrunner as scriptrunner


def exists() -> bool:
    """Return whether the script runs as an app, and not as ``python app.py``.

    Examples
    --------
    >>> exists()
    False
    """
    return current_run() is not None
