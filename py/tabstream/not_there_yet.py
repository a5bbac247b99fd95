"""Names that are not there yet: each has its place, its signature, and says what works instead.

A script that asks for one of them hears so by name; nothing is silently ignored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from tabstream.errors import NotThereYetError

if TYPE_CHECKING:
    from inspect import Signature


class _Unset:
    """A default that tells apart what was not passed from what was passed as None."""

    def __repr__(self) -> str:
        return "<unset>"


_UNSET = _Unset()


class NotThereYet:
    """A function that is not there yet; written as an attribute of a class, it takes that name.

    Parameters
    ----------
    parameters
        The parameters that it will have, as Python writes them.
    instead
        What works meanwhile: a sentence for the author.

    Examples
    --------
    >>> class Charts:
    ...     pie_chart = NotThereYet("data, *, width='stretch'", "Use `st.bar_chart`.")
    >>> Charts.pie_chart([1, 2])
    Traceback (most recent call last):
    tabstream.errors.NotThereYetError: `st.pie_chart` is not there yet. Use `st.bar_chart`.
    """

    def __init__(self, parameters: str, instead: str) -> None:
        self._parameters = parameters
        self._instead = instead

    def __set_name__(self, owner: type, name: str) -> None:
        self.__name__ = self.__qualname__ = name
        self.__module__ = owner.__module__
        self.__doc__ = f"Not there yet. {self._instead}"
        self._full_name = f"{getattr(owner, 'MODULE', 'st')}.{name}"

    def __call__(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Say so."""
        msg = f"`{self._full_name}` is not there yet. {self._instead}"
        raise NotThereYetError(msg)

    #: What Python asks when a class derives from it.
    __mro_entries__ = __call__
    __getitem__ = __call__

    @property
    def __signature__(self) -> Signature:
        """The signature, made when somebody asks: importing the package stays fast."""
        import inspect
        from datetime import timedelta

        names = {"timedelta": timedelta, "unset": _UNSET}
        return inspect.signature(eval(f"lambda {self._parameters}: None", names))


class NotThereYetObject:
    """An object that is not there yet: whatever is asked of it says so."""

    def __init__(self, name: str, instead: str) -> None:
        self._name = name
        self._instead = instead

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # Python's own questions, such as those of `inspect`
            raise AttributeError(name)
        msg = f"`st.{self._name}.{name}` is not there yet. {self._instead}"
        raise NotThereYetError(msg)

    def __getitem__(self, name: object) -> NoReturn:
        msg = f"`st.{self._name}[{name!r}]` is not there yet. {self._instead}"
        raise NotThereYetError(msg)

    def _refuse(self, *_: object) -> NoReturn:
        msg = f"`st.{self._name}` is not there yet. {self._instead}"
        raise NotThereYetError(msg)

    #: `if st.user:`, `st.write(st.user)` and the like; `repr` is left for those who look for bugs.
    __bool__ = __contains__ = __iter__ = __len__ = __str__ = _refuse

    def __repr__(self) -> str:
        return f"<st.{self._name}, not there yet>"


class Functions:
    """The functions of ``st`` that are not there yet and do not draw into a container."""

    App = NotThereYet(
        "script_path, *, secrets=None, lifespan=None, routes=None, middleware=None, "
        "on_script_error=None, exception_handlers=None, debug=False",
        "It serves an app; here there is no server, `tabstream run` opens a script.",
    )
    Page = NotThereYet(
        "page, *, title=None, icon=None, url_path=None, default=False, visibility='visible', "
        "help=None",
        "An app has one page; `st.tabs` or a selectbox in `st.sidebar` can choose its parts.",
    )
    connection = NotThereYet(
        "name, type=None, max_entries=None, ttl=unset, **kwargs",
        "Data comes from files and addresses, such as by `pd.read_csv(url)`.",
    )
    dialog = NotThereYet(
        "title, *, width='small', position='center', dismissible=True, icon=None, "
        "on_dismiss='ignore'",
        "`st.popover` or `st.expander` can hold the same elements.",
    )
    fragment = NotThereYet(
        "func=None, *, run_every=None, parallel=False, key=None",
        "Without the decorator the function works the same; the whole script runs with it.",
    )
    login = NotThereYet("provider=None", "Nobody has to log in to an app in the browser.")
    logo = NotThereYet(
        "image, *, size='medium', link=None, icon_image=None", "`st.sidebar.image` shows a picture."
    )
    logout = NotThereYet("", "Nobody has to log in to an app in the browser.")
    navigation = NotThereYet(
        "pages, *, position='sidebar', expanded=False",
        "An app has one page; `st.tabs` or a selectbox in `st.sidebar` can choose its parts.",
    )
    switch_page = NotThereYet(
        "page, *, query_params=None",
        "An app has one page; `st.query_params` and `st.rerun` can choose its parts.",
    )
    # Gone from Streamlit under these names.
    Cache = NotThereYet(
        "persist=False, allow_output_mutation=False", "`st.cache` keeps what a function returns."
    )
    experimental_connection = NotThereYet(
        "name, type=None, **kwargs",
        "Data comes from files and addresses, such as by `pd.read_csv(url)`.",
    )
    experimental_dialog = NotThereYet(
        "title, *, width='small'", "`st.popover` or `st.expander` can hold the same elements."
    )
    experimental_fragment = NotThereYet(
        "func=None, *, run_every=None",
        "Without the decorator the function works the same; the whole script runs with it.",
    )


#: ``st.context``, ``st.user``.
context = NotThereYetObject(
    "context", "`st.query_params` holds the address's parameters; a browser has no headers."
)
user = NotThereYetObject("user", "Nobody has to log in to an app in the browser.")
