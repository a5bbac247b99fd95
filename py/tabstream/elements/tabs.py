"""Tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from tabstream._protocol.elements.layout import Tab, TabContainer
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import STRETCH, read_height, read_text, read_width
from tabstream.elements.watched import OnChange, WatchedBlock
from tabstream.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tabstream import elements
    from tabstream._protocol.elements.text import Height, Width


class TabElements(WatchedBlock):
    """The element that opens tabs."""

    def tabs(
        self,
        tabs: Sequence[str],
        *,
        width: Width = "stretch",
        height: Height = "content",
        default: str | None = None,
        key: str | int | None = None,
        on_change: OnChange = "ignore",
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
        bind: Literal["query-params"] | None = None,
    ) -> Sequence[elements.TabContainer]:
        """Open containers of which one at a time is shown.

        What stands in them is drawn by every run, shown or not.

        Parameters
        ----------
        tabs
            Their labels, in markdown.
        width
            "stretch", or pixels.
        height
            "content", "stretch", or pixels: content that is higher scrolls.
        default
            The label of the one that is open at first; None for the first.
        key
            A name of its own, in ``st.session_state`` too when they are a widget.
        on_change
            "rerun" or a function to call, to run the script when another one is opened.
        args, kwargs
            What the function is called with.
        bind
            "query-params" to keep the open one in the address.

        Returns
        -------
        list of TabContainer
            The containers; their ``open`` is True or False, or None where only the page knows.

        Examples
        --------
        >>> import tabstream as st
        >>> chart, data = st.tabs(["Chart", "Data"])
        >>> with chart:
        ...     st.write("A chart")
        >>> data.write("Its numbers")
        """
        labels = _read_labels(tabs)
        first = labels[0] if default is None else read_text(default)
        if first not in labels:
            raise StreamlitValueError("default", map(repr, labels), default)
        message = TabContainer(
            **self.common(""),
            labels=labels,
            default=labels.index(first),
            width=read_width(width, STRETCH),
            height=read_height(height),
        )

        def known(label: str) -> str:
            return label if label in labels else first

        codec = ValueCodec(first, known, known)
        container, label = self._open_watched(message, codec, key, on_change, args, kwargs, bind)
        opened = [container.draw(Tab(label)) for label in labels]
        for number, tab in enumerate(opened):
            tab._is_open = None if label is None else number == labels.index(label)
        return opened


def _read_labels(tabs: Sequence[str]) -> tuple[str, ...]:
    labels = tuple(tabs)
    if not labels:
        raise StreamlitMissingRequiredParameterError("tabs", "the label of one tab or more")
    for label in labels:
        if not isinstance(label, str):
            raise StreamlitInvalidParameterTypeError("tabs", ["a list of texts"], label)
    return tuple(map(read_text, labels))
