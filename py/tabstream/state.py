"""What outlives a run: ``st.session_state``, ``st.query_params`` and ``st.secrets``.

Each of them is one object for all apps; it shows what belongs to the app that is running.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from tabstream._protocol import Query
from tabstream._protocol.query import texts_of, with_texts
from tabstream._runtime import SessionState, current_run
from tabstream.errors import StreamlitAPIException, StreamlitSecretNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tabstream._protocol.query import Pairs
    from tabstream._runtime import Session

# ---- session_state ------------------------------------------------------------------------------


class SessionStateProxy(MutableMapping[str, Any]):
    """The values of a session: those that the script keeps, and those of widgets with a key.

    They last as long as the page is open. A value can be written as an item or as an attribute.

    Examples
    --------
    >>> import tabstream as st
    >>> if "visits" not in st.session_state:
    ...     st.session_state.visits = 0
    >>> st.session_state.visits += 1
    >>> st.session_state["visits"]
    1
    """

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        name = _checked_key(key)
        state = _state()
        if name not in state:
            raise KeyError(_no_value("key", name))
        return state[name]

    def __setitem__(self, key: Any, value: Any) -> None:
        name = _checked_key(key)
        _state()[name] = value

    def __delitem__(self, key: Any) -> None:
        name = _checked_key(key)
        state = _state()
        if name not in state:
            raise KeyError(_no_value("key", name))
        del state[name]

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(_no_value("attribute", name)) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self[name]
        except KeyError:
            raise AttributeError(_no_value("attribute", name)) from None

    def __contains__(self, key: object) -> bool:
        return str(key) in _state()

    def __iter__(self) -> Iterator[str]:
        return _state().names()

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __str__(self) -> str:
        return str(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Return all values as a dictionary of its own."""
        return dict(self)


_bare_state: SessionState | None = None


def _state() -> SessionState:
    """Return the values of the session that runs; in bare mode, those of the process."""
    global _bare_state
    run = current_run()
    if run is not None:
        run.checkpoint()
        return run.session.state
    if _bare_state is None:
        _bare_state = SessionState(lambda _widget, _value: None, lambda _widgets: None)
    return _bare_state


def _checked_key(key: object) -> str:
    name = str(key)
    if not name:
        raise StreamlitAPIException("A key of `st.session_state` must not be empty.")
    if name.startswith("$$ID"):
        msg = f"`{name}` cannot be a key: names that begin with `$$ID` are those of widgets."
        raise StreamlitAPIException(msg)
    return name


def _no_value(what: str, name: str) -> str:
    return (
        f'st.session_state has no {what} "{name}". Did you forget to initialize it? Set it once, '
        f'below `if "{name}" not in st.session_state:`.'
    )


# ---- query_params -------------------------------------------------------------------------------

#: Parameters that belong to the page that shows the app.
_OF_PAGE: Final = frozenset({"embed", "embed_options"})


class StreamlitQueryParamDictValueError(StreamlitAPIException):
    """A query parameter was set to a dictionary."""


class QueryParamsProxy(MutableMapping[str, str]):
    """The query parameters of the app's address, as texts.

    A parameter that stands there several times shows its last text; `get_all` has all of them, and
    setting it to a list makes it stand there several times. A change changes the address and does
    not run the script.

    Examples
    --------
    >>> import tabstream as st
    >>> st.query_params["day"] = [1, 2]
    >>> st.query_params.day, st.query_params.get_all("day")
    ('2', ['1', '2'])
    """

    __slots__ = ()

    def __getitem__(self, key: str) -> str:
        texts = texts_of(_pairs(), key)
        if not texts:
            raise KeyError(_no_parameter("key", key))
        return texts[-1]

    def __setitem__(self, key: str, value: Any) -> None:
        _set_pairs(with_texts(_pairs(), _free_name(key), _read_texts(key, value)))

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(_no_parameter("key", key))
        _set_pairs(with_texts(_pairs(), _free_name(key), ()))

    def __getattr__(self, name: str) -> str:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(_no_parameter("attribute", name)) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self[name]
        except KeyError:
            raise AttributeError(_no_parameter("attribute", name)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(dict(_pairs()))

    def __len__(self) -> int:
        return len(dict(_pairs()))

    def __str__(self) -> str:
        lists = {name: self.get_all(name) for name in self}
        return str({name: texts if len(texts) > 1 else texts[0] for name, texts in lists.items()})

    def __repr__(self) -> str:
        return f"QueryParamsProxy({self})"

    def get_all(self, key: str) -> list[str]:
        """Return every text of a parameter, in order; an empty list when it is not there."""
        return list(texts_of(_pairs(), key))

    def update(self, other: Any = (), /, **more: Any) -> None:
        """Set several parameters at once: from a dictionary, from pairs, or by name."""
        pairs = _pairs()
        for name, value in {**dict(other), **more}.items():
            pairs = with_texts(pairs, _free_name(name), _read_texts(name, value))
        _set_pairs(pairs)

    def clear(self) -> None:
        """Remove every parameter."""
        self.from_dict({})

    def to_dict(self) -> dict[str, str]:
        """Return the parameters as a dictionary, each with its last text."""
        return dict(self)

    def from_dict(self, params: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> None:
        """Set the parameters to those of a dictionary; all others go."""
        pairs: Pairs = ()
        for name, value in dict(params).items():
            pairs = with_texts(pairs, _free_name(name), _read_texts(name, value))
        for name in self:
            _free_name(name)
        _set_pairs(pairs)


def experimental_get_query_params() -> dict[str, list[str]]:
    """Return the query parameters, each with all its texts; now `query_params` has them.

    Examples
    --------
    >>> import tabstream as st
    >>> st.experimental_set_query_params(day=[1, 2], rain=True)
    >>> st.experimental_get_query_params()
    {'day': ['1', '2'], 'rain': ['True']}
    """
    return {name: query_params.get_all(name) for name in query_params}


def experimental_set_query_params(**parameters: Any) -> None:
    """Set the query parameters to these and no others; now `query_params` has them.

    Parameters
    ----------
    **parameters
        A text or a list of texts for each.

    Examples
    --------
    >>> import tabstream as st
    >>> st.experimental_set_query_params(day="1")
    """
    query_params.from_dict(parameters)


_bare_pairs: Pairs = ()


def _pairs() -> Pairs:
    """Return the parameters of the app that runs; in bare mode, those of the process."""
    run = current_run()
    pairs = run.session.query if run is not None else _bare_pairs
    return tuple(pair for pair in pairs if pair[0].lower() not in _OF_PAGE)


def _set_pairs(pairs: Pairs) -> None:
    global _bare_pairs
    run = current_run()
    if run is None:
        _bare_pairs = pairs
    elif pairs != run.session.query:
        run.session.query = pairs
        run.session.send(Query(pairs))


def _free_name(name: str) -> str:
    """Return a parameter's name, or raise when it is not the script's to set."""
    if name.lower() in _OF_PAGE:
        msg = f"`{name}` cannot be set: `embed` and `embed_options` belong to the page."
        raise StreamlitAPIException(msg)
    run = current_run()
    if run is not None and run.session.state.is_bound(name):
        msg = (
            f"The query parameter `{name}` belongs to the widget with that key, by "
            f"`bind='query-params'`. Set `st.session_state[{name!r}]` instead."
        )
        raise StreamlitAPIException(msg)
    return name


def _read_texts(name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        msg = f"The query parameter `{name}` cannot be a dictionary: set it to text or to a list."
        raise StreamlitQueryParamDictValueError(msg)
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        return (str(value),)
    return tuple(str(item) for item in value)


def _no_parameter(what: str, name: str) -> str:
    return f'st.query_params has no {what} "{name}".'


# ---- secrets ------------------------------------------------------------------------------------

_SECRETS_FILE: Final = Path(".streamlit", "secrets.toml")


class Section(Mapping[str, Any]):
    """A section of the secrets; its values are items and attributes.

    Examples
    --------
    >>> database = Section("database", {"user": "may", "pool": {"size": 3}})
    >>> database.user, database["pool"].size
    ('may', 3)
    """

    def __init__(self, name: str, values: Mapping[str, Any]) -> None:
        self._name = name
        self._values = values

    def __getitem__(self, key: str) -> Any:
        if key not in self._values:
            raise KeyError(_no_secret(self._name, "key", key))
        value = self._values[key]
        return Section(f"{self._name}.{key}", value) if isinstance(value, Mapping) else value

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(_no_secret(self._name, "attribute", name)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        # A secret must not land in a log by accident.
        return f"Section({self._name!r}, keys={list(self)})"

    def to_dict(self) -> dict[str, Any]:
        """Return the section, and the ones in it, as dictionaries."""
        return {
            key: value.to_dict() if isinstance(value, Section) else value
            for key, value in self.items()
        }


class SecretsProxy(Mapping[str, Any]):
    """What the app keeps in ``.streamlit/secrets.toml``: values by name, and sections of them.

    What is outside any section is an environment variable, too.

    In a browser nothing is a secret before the person whose browser it is: an app that others open
    should ask them for their own.

    Examples
    --------
    >>> import tabstream as st
    >>> try:
    ...     token = st.secrets["token"]
    ... except FileNotFoundError:
    ...     token = st.text_input("Your token", type="password")
    """

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        return _secrets()[key]

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except (KeyError, FileNotFoundError):
            raise AttributeError(_no_secret("st.secrets", "attribute", name)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(_secrets())

    def __len__(self) -> int:
        return len(_secrets())

    def __repr__(self) -> str:
        return repr(_secrets()) if self.load_if_toml_exists() else "Section('st.secrets', keys=[])"

    def load_if_toml_exists(self) -> bool:
        """Read the secrets if there are any, and return whether there are."""
        try:
            _secrets()
        except FileNotFoundError:
            return False
        return True

    def to_dict(self) -> dict[str, Any]:
        """Return all secrets as dictionaries."""
        return _secrets().to_dict()


#: The secrets of each app, with the time at which their file was written.
_read_secrets: WeakKeyDictionary[Session, tuple[int, Section]] = WeakKeyDictionary()


def _secrets() -> Section:
    """Return the secrets of the app that runs; in bare mode, those beside the current folder."""
    run = current_run()
    if run is None:
        return _read(_SECRETS_FILE)
    handed_in = getattr(run.session, "secrets", None)
    if handed_in:
        return Section("st.secrets", handed_in)
    file = Path(run.session.app.folder, _SECRETS_FILE)
    written = file.stat().st_mtime_ns if file.is_file() else 0
    known = _read_secrets.get(run.session)
    if known is None or known[0] != written:
        known = _read_secrets[run.session] = (written, _read(file))
    return known[1]


def _read(file: Path) -> Section:
    if not file.is_file():
        msg = (
            "There are no secrets: they are read from `.streamlit/secrets.toml` in the app's "
            "folder, and this app has no such file."
        )
        raise StreamlitSecretNotFoundError(msg)
    import tomllib

    with file.open("rb") as content:
        values = tomllib.load(content)
    for name, value in values.items():
        if isinstance(value, str | int | float):
            os.environ[name] = str(value)
    return Section("st.secrets", values)


def _no_secret(where: str, what: str, name: str) -> str:
    return f'{where} has no {what} "{name}". Is it in `.streamlit/secrets.toml`?'


session_state: Final = SessionStateProxy()
query_params: Final = QueryParamsProxy()
secrets: Final = SecretsProxy()
