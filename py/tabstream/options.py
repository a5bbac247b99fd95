"""The options of an app, as a script reads and sets them."""

from __future__ import annotations

from typing import Any

from tabstream._runtime import Config, current_run
from tabstream.errors import StreamlitAPIException

#: Options of a server, which is not there: nobody has set them, and they have no defaults.
_OF_A_SERVER = ("browser", "global", "logger", "secrets", "server", "ui")

#: Options of earlier years that old scripts set: warnings that are not there any more, and caching.
_OF_EARLIER_YEARS = (
    "client.caching",
    "client.displayEnabled",
    "deprecation.showImageFormat",
    "deprecation.showPyplotGlobalUse",
    "deprecation.showfileUploaderEncoding",
)


def get_option(key: str) -> Any:
    """Return an option: what ``.streamlit/config.toml`` says, or its default.

    Parameters
    ----------
    key
        Its name, such as "theme.primaryColor".

    Examples
    --------
    >>> import tabstream as st
    >>> st.get_option("client.toolbarMode")
    'auto'
    """
    config = _config()
    if key not in config and key.partition(".")[0] not in _OF_A_SERVER:
        msg = f"There is no option `{key}`."
        raise RuntimeError(msg)
    return config.get(key)


def set_option(key: str, value: Any) -> None:
    """Set an option while the app runs.

    Parameters
    ----------
    key
        Its name. Those that begin with "client." can be set while the app runs.
    value
        Its value.

    Examples
    --------
    >>> import tabstream as st
    >>> st.set_option("client.showErrorDetails", "type")
    >>> place = st.write("Errors show their type alone:", st.get_option("client.showErrorDetails"))
    """
    if key in _OF_EARLIER_YEARS:
        return
    config = _config()
    if key not in config and key.partition(".")[0] not in _OF_A_SERVER:
        msg = f"There is no option `{key}`."
        raise StreamlitAPIException(msg)
    if not config.is_settable(key):
        msg = (
            f"`{key}` cannot be set while the app runs. Set it in the app's "
            "`.streamlit/config.toml`."
        )
        raise StreamlitAPIException(msg)
    config.set(key, value)
    run = current_run()
    if run is not None:
        run.session.tell_options()


def _config() -> Config:
    run = current_run()
    return run.session.config if run is not None else Config("", {})
