"""Errors that never happen here: of what is not there yet, and of servers."""

from __future__ import annotations

from tabstream.errors.base import Error, StreamlitAPIException

#: Where Streamlit has a class of its own between its errors and their base.
MarkdownFormattedException = Error
LocalizableStreamlitException = StreamlitAPIException


class BidiComponentError(StreamlitAPIException):
    """Base of the errors of components without a frame."""


class BidiComponentInvalidCallbackNameError(BidiComponentError):
    """A component has no event of this name."""


class BidiComponentInvalidDefaultKeyError(BidiComponentError):
    """A component has no state of this name."""


class BidiComponentInvalidIdError(BidiComponentError):
    """A component's name cannot be used."""


class BidiComponentUnserializableDataError(BidiComponentError):
    """A component was given what cannot cross to the page."""


class FragmentHandledException(Exception):  # the name is Streamlit's
    """An error was shown in its fragment already."""


class FragmentStorageKeyError(Error, KeyError):
    """There is no such fragment."""


class StreamlitAuthError(StreamlitAPIException):
    """Nobody could be logged in."""


class StreamlitMissingAuthlibError(StreamlitAuthError):
    """A package that logs people in is missing."""


class StreamlitComponentRegistryError(Error):
    """Two components have one name."""


class StreamlitInvalidColorError(StreamlitAPIException):
    """A colour cannot be read."""


class StreamlitInvalidThemeError(StreamlitAPIException):
    """A file of theme options cannot be read."""


class StreamlitInvalidThemeOptionError(StreamlitInvalidThemeError):
    """A theme has no such option."""


class StreamlitInvalidThemeSectionError(StreamlitInvalidThemeError):
    """A theme has no such section."""


class StreamlitMaxRetriesError(Error):
    """Something failed too often."""


class StreamlitPageNotFoundError(StreamlitAPIException):
    """There is no such page."""


class UnserializableSessionStateError(StreamlitAPIException):
    """A value of the session state cannot be pickled."""
