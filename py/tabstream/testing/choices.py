"""The widgets with options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from tabstream.testing.widgets import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence


class Choice(Widget):
    """A widget with options; its value is one of the author's own.

    Attributes
    ----------
    options
        The options, as the page shows them.
    """

    options: list[str]

    def _index_of(self, name: str) -> int:
        """Return the place of the option that crosses the wire under this name."""
        return self._names.index(name)

    @property
    def _names(self) -> list[str]:
        return list(self.proto.names or self.proto.options)


class Radio(Choice):
    """Options to take one of."""

    horizontal: bool
    captions: list[str]

    @property
    def index(self) -> int | None:
        """The place of the option that is taken; None for none."""
        return None if self.wire is None else self._index_of(self.wire)


class Selectbox(Choice):
    """A list to take an option from."""

    placeholder: str

    @property
    def index(self) -> int | None:
        """The place of the option that is taken; None for none."""
        return None if self.wire is None else self._index_of(self.wire)

    def select(self, v: Any) -> Self:
        """Take an option."""
        return self.set_value(v)

    def select_index(self, index: int | None) -> Self:
        """Take the option at a place; with None, none."""
        wire = None if index is None else self._names[index]
        return self._set(self._codec.decode(wire), wire)


class Multiselect(Choice):
    """A list to take several options from; its value is a list."""

    placeholder: str
    max_selections: int

    @property
    def indices(self) -> Sequence[int]:
        """The places of the options that are taken."""
        return [self._index_of(name) for name in self.wire]

    def select(self, v: Any) -> Self:
        """Take one more option."""
        return self if v in self.value else self.set_value([*self.value, v])

    def unselect(self, v: Any) -> Self:
        """Take an option no more."""
        return self.set_value([option for option in self.value if option != v])


class SelectSlider(Choice):
    """A slider through options; its value is one of them, or a pair."""

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Set both ends."""
        return self.set_value((lower, upper))
