"""The session state of an app under test."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tabstream.testing.view import View


class SessionStateOfApp(MutableMapping[str, Any]):
    """What ``st.session_state`` holds, for a test to look at and to set between two runs."""

    def __init__(self, view: View) -> None:
        object.__setattr__(self, "_view", view)

    _view: View

    def __getitem__(self, key: str) -> Any:
        if str(key) not in self:
            msg = f'st.session_state has no key "{key}".'
            raise KeyError(msg)
        return self._view.session.state[str(key)]

    def __setitem__(self, key: str, value: Any) -> None:
        self._view.session.state.put(str(key), value)

    def __delitem__(self, key: str) -> None:
        del self._view.session.state[str(key)]

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            msg = f'st.session_state has no attribute "{name}".'
            raise AttributeError(msg) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        del self[name]

    def __iter__(self) -> Iterator[str]:
        return self._view.session.state.names()

    def __contains__(self, key: object) -> bool:
        return any(name == str(key) for name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def to_dict(self) -> dict[str, Any]:
        """Return the values as a plain dictionary."""
        return dict(self)

    def __repr__(self) -> str:
        return repr(self.to_dict())
