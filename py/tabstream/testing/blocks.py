"""The containers that have something to say of themselves."""

from __future__ import annotations

from typing import Literal

from tabstream.testing.nodes import Block


class Column(Block):
    """A column of ``st.columns``."""

    @property
    def weight(self) -> float:
        """Its share of the width, from 0 to 1."""
        weight: float = self.proto.weight
        return weight

    @property
    def gap(self) -> str | int | None:
        """The space to the next one, or None."""
        gap: str | int | None = self.proto.gap
        return gap


class Labelled(Block):
    """A container with a label."""

    @property
    def label(self) -> str:
        """What is written on it."""
        label: str = self.proto.label
        return label

    @property
    def icon(self) -> str:
        """The emoji or material icon before the label, or empty text."""
        return getattr(self.proto, "icon", None) or ""


class Tab(Labelled):
    """A tab of ``st.tabs``."""


class Expander(Labelled):
    """A container that opens and closes."""


#: The icon before a status's label, by its state.
_STATUS_ICONS = {
    "running": "spinner",
    "complete": ":material/check:",
    "error": ":material/error:",
}


class Status(Labelled):
    """A container that says how something goes."""

    @property
    def icon(self) -> str:
        """The icon that goes with its state."""
        return _STATUS_ICONS[self.state]

    @property
    def state(self) -> Literal["running", "complete", "error"]:
        """How it goes."""
        state: Literal["running", "complete", "error"] = self.proto.state
        return state
