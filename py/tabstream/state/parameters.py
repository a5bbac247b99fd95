"""``st.query_params``: the parameters in the address of the app that runs."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final

from tabstream._protocol import Query
from tabstream._protocol.query import texts_of, with_texts
from tabstream._runtime import current_run
from tabstream.errors import StreamlitAPIException, StreamlitQueryParamDictValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tabstream._protocol.query import Pairs

#: Parameters that belong to the page that shows the app.
_OF_PAGE: Final = frozenset({"embed", "embed_options"})


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


query_params: Final = QueryParamsProxy()


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
