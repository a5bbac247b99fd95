"""The decorators: ``cache_data``, ``cache_resource``, and ``cache`` as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

from tabstream.caching.old_names import without
from tabstream.errors import (
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import timedelta

    HashFuncs = Mapping[type | str, Callable[[Any], Any]]

R = TypeVar("R")


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
        depends: Literal["code"] | None = None,
        explain: bool = False,
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
        max_size
            How large all results together may be: bytes, or words such as "500MB".
        persist
            Whether results outlive the page, in the browser's storage; they do unless this is
            False. One that was stored holds as long as the code that made it, the files that it
            read and the versions of packages are the same, for ``ttl`` or else for a day.
        scope
            "session" keeps results no longer than the page.
        refresh_mode
            With "background" a result that has expired is served once more, and computed anew
            after the run, when nothing else is to do. It needs a ``ttl``.
        depends
            With "code" a result is computed anew when the function's bytecode changes, or what it
            depends on; see `cache`.
        explain
            Whether each call says on the page where its value came from.
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
        _check("persist", persist, ("disk", True, False, None), ["'disk'", "None"])
        _check("depends", depends, ("code", None), ["'code'", "None"])
        _check("scope", scope, ("global", "session"), ["'global'", "'session'"])
        return _decorate(
            func,
            "cache_data",
            ttl=ttl,
            max_entries=max_entries,
            max_size=max_size,
            hash_funcs=hash_funcs,
            show_spinner=show_spinner,
            show_time=show_time,
            follows_code=depends == "code",
            is_stored=persist is not False and scope == "global",
            refreshes_later=_refreshes_later(refresh_mode, ttl),
            explains=explain,
        )

    def clear(self) -> None:
        """Forget the results of every function under ``cache_data``."""
        _clear("cache_data")


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
        explain: bool = False,
    ) -> Any:
        """Keep the object that a function makes; every caller gets that same object.

        Parameters
        ----------
        func
            The function, when the decorator is used without parentheses.
        ttl, max_entries, show_spinner, show_time, hash_funcs, refresh_mode, explain
            As for ``cache_data``.
        validate
            A function that is given the kept object and returns whether it is still good; if not,
            another one is made.
        on_release
            A function that is given each object that is kept no longer.
        scope
            Taken and without effect: a tab has one session.

        Examples
        --------
        >>> import tabstream as st
        >>> @st.cache_resource
        ... def connection():
        ...     return object()
        >>> connection() is connection()
        True
        """
        _check("scope", scope, ("global", "session"), ["'global'", "'session'"])
        return _decorate(
            func,
            "cache_resource",
            ttl=ttl,
            max_entries=max_entries,
            hash_funcs=hash_funcs,
            show_spinner=show_spinner,
            show_time=show_time,
            validate=validate,
            on_release=on_release,
            refreshes_later=_refreshes_later(refresh_mode, ttl),
            explains=explain,
        )

    def clear(self) -> None:
        """Forget the objects of every function under ``cache_resource``."""
        _clear("cache_resource")


@without("ignore_hash")
def cache(
    func: Callable[..., Any] | None = None,
    persist: bool | None = None,
    allow_output_mutation: bool = False,
    show_spinner: bool | str = True,
    suppress_st_warning: bool = False,
    hash_funcs: HashFuncs | None = None,
    max_entries: int | None = None,
    ttl: float | None = None,
    *,
    explain: bool = False,
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
    suppress_st_warning
        Whether a widget in the function is passed over in silence. What else it draws is drawn
        again by each call.
    persist, show_spinner, hash_funcs, max_entries, ttl, explain
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
    return _decorate(
        func,
        "cache",
        ttl=ttl,
        max_entries=max_entries,
        hash_funcs=hash_funcs,
        show_spinner=show_spinner,
        follows_code=True,
        finds_mutation=not allow_output_mutation,
        is_stored=persist is not False,
        warns_of_widgets=not suppress_st_warning,
        explains=explain,
    )


def _check(name: str, value: object, allowed: tuple[object, ...], words: list[str]) -> None:
    if value not in allowed:
        raise StreamlitValueError(name, words, value)


def _refreshes_later(refresh_mode: str, ttl: object) -> bool:
    modes = ("foreground", "background")
    _check("refresh_mode", refresh_mode, modes, list(modes))
    if refresh_mode == "background" and ttl is None:
        raise StreamlitMissingRequiredParameterError(
            "ttl", 'a time after which results are refreshed in the background, such as "1h"'
        )
    return refresh_mode == "background"


def _decorate(func: Callable[..., Any] | None, decorator: str, **options: Any) -> Any:
    # A script that caches nothing does not pay for it.
    from tabstream.caching.making import caching

    decorate = caching(decorator, **options)
    return decorate if func is None else decorate(func)


def _clear(decorator: str) -> None:
    from tabstream.caching.clearing import clear_all

    clear_all(decorator)


cache_data = CacheData()
cache_resource = CacheResource()
