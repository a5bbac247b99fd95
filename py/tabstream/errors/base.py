"""Every error that tabstream raises for an app's author, and what ends a run early.

The names are Streamlit's, so that ``except st.errors.StreamlitAPIException`` means the same here.
"""

from __future__ import annotations

from typing import Literal


class Error(Exception):
    """Base of all errors of tabstream."""


class StreamlitAPIException(Error):
    """A function of ``st`` was called in a way that cannot work."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)


class StreamlitAPIWarning(StreamlitAPIException, Warning):
    """A call works, but probably not as meant."""


class DeprecationError(Error):
    """A name that is gone for good."""


class StreamlitDuplicateElementId(StreamlitAPIException):
    """Two widgets are the same in everything that tells widgets apart."""


class StreamlitDuplicateElementKey(StreamlitDuplicateElementId):
    """Two elements have the same key."""


DuplicateWidgetID = StreamlitDuplicateElementId


class StreamlitWidgetAlreadyInstantiatedError(StreamlitAPIException):
    """A widget's value was set after the widget had been drawn in the same run."""


class StreamlitValueAssignmentNotAllowedError(StreamlitAPIException):
    """A value was set for a widget whose value only a person can make."""


class StreamlitInvalidFormCallbackError(StreamlitAPIException):
    """A widget inside a form has a callback of its own."""


class StreamlitSecretNotFoundError(StreamlitAPIException, FileNotFoundError):
    """There is no secret of this name, or no file of secrets."""


class MissingMethodError(StreamlitAPIException, AttributeError):
    """A container was asked for something that it does not offer."""


class ConfigError(StreamlitAPIException):
    """The app's ``.streamlit/config.toml`` cannot be read."""


class NotThereYetError(StreamlitAPIException):
    """A public name that tabstream does not have yet."""


class UnhashableParamError(StreamlitAPIException):
    """An argument of a cached function cannot be made part of the cache's key."""


class UnserializableReturnValueError(Error):
    """What a ``cache_data`` function returned cannot be pickled."""


class StreamlitBadTimeStringError(StreamlitAPIException):
    """Words for a duration that nobody can read."""


class CacheReplayClosureError(StreamlitAPIException):
    """A cached function draws into a container from outside it."""


class CachedWidgetWarning(StreamlitAPIWarning):
    """A cached function draws a widget, which would come and go with the cache."""


class NoSessionContext(Error):
    """There is no running app."""


class ScriptControl(BaseException):
    """Ends the running script; not an error, so ``except Exception`` lets it pass."""

    #: How the run ended; see `tabstream._protocol.RunEnd`.
    how: Literal["stopped_itself", "stopped", "interrupted", "rerun"]


class StopException(ScriptControl):
    """Ends the script: by ``st.stop()``, or by a person's Stop."""

    def __init__(self, how: Literal["stopped_itself", "stopped"] = "stopped_itself") -> None:
        super().__init__(how)
        self.how = how


class RerunException(ScriptControl):
    """Ends the script so that it starts anew: by ``st.rerun()``, or by a newer event."""

    def __init__(self, how: object = "rerun") -> None:
        super().__init__(how)
        # Scripts raise it themselves, too, with the `RerunData` that Streamlit's takes.
        self.how: Literal["interrupted", "rerun"] = (
            "interrupted" if how == "interrupted" else "rerun"
        )
