"""Containers that a person opens: expanders, tabs, popovers.

With ``on_change="rerun"``, or a callback, they are widgets: the script runs when one is opened or
closed, and its ``open`` tells which is. Otherwise only the page knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tabstream._protocol.elements.layout import Expander, Popover, Tab, TabContainer
from tabstream._runtime import Callback, ValueCodec, current_run
from tabstream.elements.argument_errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from tabstream.elements.arguments import (
    STRETCH,
    read_choice,
    read_height,
    read_icon,
    read_text,
    read_width,
)
from tabstream.elements.block import Block, _text_key
from tabstream.elements.status import EXPANDABLE_TYPES
from tabstream.errors import NotThereYetError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tabstream import elements
    from tabstream._protocol import Widget
    from tabstream._protocol.elements.layout import ExpandableType
    from tabstream._protocol.elements.text import Height, Width

OnChange: TypeAlias = "Literal['ignore', 'rerun'] | Callable[..., Any]"

_BUTTON_TYPES: tuple[Literal["primary", "secondary", "tertiary"], ...] = (
    "primary",
    "secondary",
    "tertiary",
)


class ContainerElements(Block):
    """The containers that open and close."""

    def expander(
        self,
        label: str,
        expanded: bool = False,
        *,
        key: str | int | None = None,
        icon: str | None = None,
        type: ExpandableType = "default",
        width: Width = "stretch",
        on_change: OnChange = "ignore",
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
        bind: Literal["query-params"] | None = None,
    ) -> elements.ExpanderContainer:
        """Open a container that a person can open and close.

        What stands in it is drawn by every run, open or not.

        Parameters
        ----------
        label
            Markdown on it.
        expanded
            Whether it is open at first.
        key
            A name of its own, in ``st.session_state`` too when it is a widget.
        icon
            An emoji or ``:material/name:`` in front of the label.
        type
            How much of a box is drawn: "default", "compact" or "step".
        width
            "stretch", or pixels.
        on_change
            "rerun" or a function to call, to run the script when it is opened or closed.
        args, kwargs
            What the function is called with.
        bind
            "query-params" to keep its state in the address.

        Returns
        -------
        ExpanderContainer
            The container; its ``open`` is True or False, or None where only the page knows.

        Examples
        --------
        >>> import tabstream as st
        >>> with st.expander("Details", icon=":material/info:"):
        ...     st.write("All prices include taxes.")
        """
        _refuse_binding(bind)
        message = Expander(
            **self.common(_read_label(label)),
            expanded=bool(expanded),
            icon=read_icon(icon),
            type=read_choice("type", type, EXPANDABLE_TYPES),
            width=read_width(width, STRETCH),
        )
        container: elements.ExpanderContainer
        codec = ValueCodec(bool(expanded), bool, bool)
        container, is_open = self._open_watched(message, codec, key, on_change, args, kwargs)
        container._is_open = is_open
        return container

    def popover(
        self,
        label: str,
        *,
        type: Literal["primary", "secondary", "tertiary"] = "secondary",
        help: str | None = None,
        icon: str | None = None,
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        wrap: bool | None = None,
        key: str | int | None = None,
        on_change: OnChange = "ignore",
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
    ) -> elements.PopoverContainer:
        """Open a container behind a button: a click opens it over the page.

        What stands in it is drawn by every run, open or not.

        Parameters
        ----------
        label
            Markdown on the button.
        type
            "primary", "secondary" or "tertiary": how much the button stands out.
        help
            Markdown that a tooltip on the button shows.
        icon
            An emoji or ``:material/name:`` in front of the label.
        disabled
            Whether the button cannot be pressed.
        use_container_width
            The older spelling of ``width="stretch"``.
        width
            "content", "stretch", or pixels.
        wrap
            Whether a long label goes on in a second line.
        key
            A name of its own, in ``st.session_state`` too when it is a widget.
        on_change
            "rerun" or a function to call, to run the script when it is opened or closed.
        args, kwargs
            What the function is called with.

        Returns
        -------
        PopoverContainer
            The container; its ``open`` is True or False, or None where only the page knows.

        Examples
        --------
        >>> import tabstream as st
        >>> with st.popover("Settings"):
        ...     st.write("Nothing to set yet")
        """
        message = Popover(
            **self.common(_read_label(label), help=help, disabled=disabled),
            type=read_choice("type", type, _BUTTON_TYPES),
            icon=read_icon(icon),
            width=read_width("stretch" if use_container_width else width),
            wrap=wrap,
        )
        container: elements.PopoverContainer
        codec = ValueCodec(False, bool, bool)
        container, is_open = self._open_watched(message, codec, key, on_change, args, kwargs)
        container._is_open = is_open
        return container

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
        _refuse_binding(bind)
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
        container, label = self._open_watched(message, codec, key, on_change, args, kwargs)
        opened = [container.draw(Tab(label)) for label in labels]
        for number, tab in enumerate(opened):
            tab._is_open = None if label is None else number == labels.index(label)
        return opened

    def _open_watched(
        self,
        message: Widget,
        codec: ValueCodec[Any],
        key: str | int | None,
        on_change: OnChange,
        args: Sequence[Any] | None,
        kwargs: Mapping[str, Any] | None,
    ) -> tuple[Any, Any]:
        """Open a container and return it with its value; None where the script does not watch."""
        if on_change not in ("ignore", "rerun") and not callable(on_change):
            raise StreamlitValueError("on_change", ["'rerun'", "'ignore'", "a function"], on_change)
        if on_change == "ignore":
            return self.draw(message, key=key), None
        run = current_run()
        if run is None:
            return self.draw(message), codec.decode(codec.default)
        run.checkpoint()
        text_key = _text_key(key)
        callback = Callback(on_change, args or (), kwargs or {}) if callable(on_change) else None
        where = self._where(run)
        identity, value = run.register(
            message, codec, key=text_key, root=where._root, callback=callback
        )
        node = where._put(run, message, identity=identity, key=text_key)
        return where._block(message, node), value


def _read_label(label: str) -> str:
    if label is None:
        raise StreamlitMissingRequiredParameterError("label", "a text")
    return read_text(label)


def _read_labels(tabs: Sequence[str]) -> tuple[str, ...]:
    labels = tuple(tabs)
    if not labels:
        raise StreamlitMissingRequiredParameterError("tabs", "the label of one tab or more")
    for label in labels:
        if not isinstance(label, str):
            raise StreamlitInvalidParameterTypeError("tabs", ["a list of texts"], label)
    return tuple(map(read_text, labels))


def _refuse_binding(bind: str | None) -> None:
    if bind is not None:
        msg = (
            f"`bind={bind!r}` is not there yet for containers. `st.query_params` holds what is to "
            "be kept in the address."
        )
        raise NotThereYetError(msg)


class OpenState(Block):
    """What a container offers that opens and closes, beside the elements."""

    _is_open: bool | None = None

    @property
    def open(self) -> bool | None:  # type: ignore[override]
        """Whether it is open; None where only the page knows.

        Examples
        --------
        >>> import tabstream as st
        >>> details = st.expander("Details", on_change="rerun")
        >>> if details.open:
        ...     st.write("Shown when needed")
        """
        return self._is_open
