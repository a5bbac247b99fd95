"""What a person selected in a grid or a chart, as an author reads it."""

from __future__ import annotations

from typing import Any


class SelectionState(dict[str, Any]):
    """A dictionary whose items are attributes too, and that cannot be changed.

    Examples
    --------
    >>> state = SelectionState(selection={"rows": [2]})
    >>> state.selection.rows == state["selection"]["rows"] == [2]
    True
    """

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> Any:
        value = super().__getitem__(name)
        return SelectionState(value) if type(value) is dict else value

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __setitem__(self, name: str, value: Any) -> None:
        raise TypeError("What a person has selected cannot be changed by the script.")

    def __reduce__(self) -> tuple[Any, ...]:
        return SelectionState, (dict(self),)  # copies and pickles are filled at once

    def __delitem__(self, name: str) -> None:
        self[name] = None
