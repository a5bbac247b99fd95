"""``streamlit.runtime.scriptrunner``: the run that is going on, and what ends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tabstream._runtime import current_run
from tabstream.errors import NotThereYetError
from tabstream.errors import RerunException as RerunException
from tabstream.errors import StopException as StopException


@dataclass(frozen=True, slots=True)
class ScriptRunContext:
    """What a script may know of the run that it is part of."""

    session_id: str
    main_script_path: str
    query_string: str


@dataclass(frozen=True, slots=True)
class RerunData:
    """What a `RerunException` of Streamlit's is made with; the page keeps address and values."""

    query_string: str = ""
    widget_states: Any = None
    page_script_hash: str = ""
    page_name: str = ""

    def __post_init__(self) -> None:
        if self.page_script_hash or self.page_name:
            msg = "A rerun of another page is not there yet: an app has one page."
            raise NotThereYetError(msg)


def get_script_run_ctx(suppress_warning: bool = False) -> ScriptRunContext | None:
    """Return what is known of the run; None when the script runs as ``python app.py``.

    Examples
    --------
    >>> get_script_run_ctx() is None
    True
    """
    run = current_run()
    if run is None:
        return None
    from urllib.parse import urlencode

    app = run.session.app
    return ScriptRunContext(
        session_id=f"{id(run.session):x}",
        main_script_path=f"{app.folder}/{app.entry}",
        query_string=urlencode(run.session.query),
    )


def add_script_run_ctx(thread: Any = None, ctx: ScriptRunContext | None = None) -> Any:
    """Return the thread as it is: there is one session, and every thread belongs to it."""
    if thread is None:
        import threading

        return threading.current_thread()
    return thread


#: What it was called in Streamlit's earlier years.
get_report_ctx = get_script_run_ctx
add_report_ctx = add_script_run_ctx
