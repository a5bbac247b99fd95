"""The decorators: ``cache_data``, ``cache_resource``, and ``cache`` as it was."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from tabstream.caching.cached_function import CachedFunction, clear_all
from tabstream.caching.durations import seconds_of
from tabstream.caching.old_names import without
from tabstream.errors import StreamlitValueError, UnserializableReturnValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import timedelta

    HashFuncs = Mapping[type | str, Callable[[Any], Any]]

R = TypeVar("R")


class _Pickles:
    """Keeps a value as a pickle: every caller has a copy of its own."""

    name = "cache_data"

    def freeze(self, value: Any, function: Callable[..., Any]) -> bytes:
        try:
            return pickle.dumps(value)
        except Exception as error:
            msg = (
                f"Cannot serialize the return value (of type `{type(value).__name__}`) in "
                f"`{function.__name__}()`. `st.cache_data` uses pickle to keep values; for a "
                "connection, a model or another object that cannot be copied use "
                "`st.cache_resource`."
            )
            raise UnserializableReturnValueError(msg) from error

    def thaw(self, kept: bytes) -> Any:
        return pickle.loads(kept)


class _References:
    """Keeps the object itself: all callers share it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def freeze(self, value: R, function: Callable[..., Any]) -> R:  # the protocol's
        return value

    def thaw(self, kept: R) -> R:
        return kept


class CacheData:
    """Keep a function's results as copies; see `CacheData.__call__`."""

    @without("experimental_allow_widgets", "suppress_st_warning")
    def __call__(
        self,
        func: Any = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: HashFuncs | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Any:
        """Keep a function's results; each caller gets a copy of its own.

        Parameters
        ----------
        func
            The function, when the decorator is used without parentheses.
        ttl
            How long a result holds: seconds, a timedelta, or words such as "1d2h".
        max_entries
            How many results are kept; the one not used for longest goes first.
        max_size, persist, scope, refresh_mode
            Taken and without effect here yet: results are kept in the tab's memory.
        show_spinner
            Whether a spinner tells that the function runs, or the spinner's text.
        show_time
            Whether the spinner shows the seconds.
        hash_funcs
            A type to a function that makes something hashable of a value of that type.

        Examples
        --------
        >>> import tabstream as st
        >>> @st.cache_data
        ... def square(x):
        ...     return x * x
        >>> square(3)
        9
        """
        if persist not in ("disk", True, False, None):
            raise StreamlitValueError("persist", ["'disk'", "None"], persist)
        del max_size, scope, refresh_mode
        options = {
            "ttl": seconds_of(ttl),
            "max_entries": max_entries,
            "show_spinner": show_spinner,
            "show_time": show_time,
            "hash_funcs": hash_funcs,
        }
        return _decorate(func, _Pickles(), options)

    def clear(self) -> None:
        """Forget the results of every function under ``cache_data``."""
        clear_all("cache_data")


class CacheResource:
    """Keep one object for all; see `CacheResource.__call__`."""

    @without("experimental_allow_widgets", "suppress_st_warning")
    def __call__(
        self,
        func: Any = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: HashFuncs | None = None,
        on_release: Callable[[Any], None] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Any:
        """Keep the object that a function makes; every caller gets that same object.

        Parameters
        ----------
        func
            The function, when the decorator is used without parentheses.
        ttl, max_entries, show_spinner, show_time, hash_funcs
            As for ``cache_data``.
        validate
            A function that is given the kept object and returns whether it is still good; if not,
            another one is made.
        on_release
            A function that is given each object that is kept no longer.
        scope, refresh_mode
            Taken and without effect: there is one session, and nothing runs beside it.

        Examples
        --------
        >>> import tabstream as st
        >>> @st.cache_resource
        ... def connection():
        ...     return object()
        >>> connection() is connection()
        True
        """
        del scope, refresh_mode
        options = {
            "ttl": seconds_of(ttl),
            "max_entries": max_entries,
            "show_spinner": show_spinner,
            "show_time": show_time,
            "hash_funcs": hash_funcs,
            "validate": validate,
            "on_release": on_release,
        }
        return _decorate(func, _References("cache_resource"), options)

    def clear(self) -> None:
        """Forget the objects of every function under ``cache_resource``."""
        clear_all("cache_resource")


@without("ignore_hash")
def cache(
    func: Callable[..., Any] | None = None,
    persist: bool = False,
    allow_output_mutation: bool = False,
    show_spinner: bool | str = True,
    suppress_st_warning: bool = False,
    hash_funcs: HashFuncs | None = None,
    max_entries: int | None = None,
    ttl: float | None = None,
) -> Any:
    """Keep a function's results by reference, as Streamlit did from 0.40 to 0.84.

    A result is computed anew when an argument changes, or the function's bytecode, or what it
    depends on: functions and classes of the app that it uses, global variables, defaults, files
    that it read, and the versions of packages. A comment or a docstring is no change.

    Parameters
    ----------
    func
        The function, when the decorator is used without parentheses.
    allow_output_mutation
        Whether the script may change what it got. Without it a change is found at the next call,
        and said.
    persist, suppress_st_warning
        Taken and without effect here yet.
    show_spinner, hash_funcs, max_entries, ttl
        As for ``cache_data``.

    Examples
    --------
    >>> import tabstream as st
    >>> @st.cache
    ... def square(x):
    ...     return x * x
    >>> square(3)
    9
    """
    del persist, suppress_st_warning
    options = {
        "ttl": ttl,
        "max_entries": max_entries,
        "show_spinner": show_spinner,
        "hash_funcs": hash_funcs,
        "follows_code": True,
        "finds_mutation": not allow_output_mutation,
    }
    return _decorate(func, _References("cache"), options)


def _decorate(func: Callable[..., Any] | None, store: Any, options: dict[str, Any]) -> Any:
    if func is not None:
        return CachedFunction(func, store, **options)
    return lambda function: CachedFunction(function, store, **options)


cache_data = CacheData()
cache_resource = CacheResource()
