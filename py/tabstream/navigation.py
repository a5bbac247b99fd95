"""What ends a run before the script's last line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tabstream._runtime import current_run
from tabstream.errors import (
    RerunException,
    StreamlitAPIException,
    StreamlitInvalidLayoutContextError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def stop() -> None:
    """End the script here; what it has drawn stays.

    When the script runs as ``python app.py``, nothing happens.

    Examples
    --------
    >>> import tabstream as st
    >>> name = ""
    >>> if not name:
    ...     notice = st.info("Please say who you are.")
    ...     st.stop()
    """
    if (run := current_run()) is not None:
        run.stop()


def rerun(scope: Literal["app", "fragment"] | str | int | Sequence[str | int] = "app") -> None:
    """End the script here and run it again from its first line.

    In a callback the script runs once, after all callbacks. When the script runs as
    ``python app.py``, nothing happens.

    Parameters
    ----------
    scope
        "app" for the whole script.

    Examples
    --------
    >>> import tabstream as st
    >>> if "visits" not in st.session_state:
    ...     st.session_state.visits = 1
    ...     st.rerun()
    >>> place = st.metric("Visits", st.session_state.visits)
    """
    if scope == "fragment":
        msg = '`st.rerun(scope="fragment")` works in a fragment only. `st.rerun()` runs the script.'
        raise StreamlitInvalidLayoutContextError(msg)
    if scope != "app":
        msg = (
            f"`st.rerun(scope={scope!r})` names a fragment, and fragments are not there yet. "
            "`st.rerun()` runs the whole script."
        )
        raise StreamlitAPIException(msg)
    if current_run() is not None:
        raise RerunException
