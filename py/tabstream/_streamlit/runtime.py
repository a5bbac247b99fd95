"""``streamlit.runtime``: whether an app is running."""

from __future__ import annotations

from tabstream._runtime import current_run
from tabstream.not_there_yet import NotThereYet


def exists() -> bool:
    """Return whether the script runs as an app, and not as ``python app.py``.

    Examples
    --------
    >>> exists()
    False
    """
    return current_run() is not None


class _Server:
    MODULE = "st.runtime"
    Runtime = NotThereYet("config", "It serves apps; here there is no server.")
    get_instance = NotThereYet("", "It is the server's; here there is no server.")


Runtime = _Server.Runtime
get_instance = _Server.get_instance
