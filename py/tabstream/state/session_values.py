"""``st.session_state``: the values of the session that runs."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any, Final

from tabstream._runtime import SessionState, current_run
from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Iterator


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


session_state: Final = SessionStateProxy()
