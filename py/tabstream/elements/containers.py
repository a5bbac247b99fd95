"""Containers that open and close: expanders, popovers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from tabstream._protocol.elements.layout import Expander, Popover
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import STRETCH, read_choice, read_icon, read_text, read_width
from tabstream.elements.status import EXPANDABLE_TYPES
from tabstream.elements.watched import OnChange, WatchedBlock
from tabstream.errors import StreamlitMissingRequiredParameterError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tabstream import elements
    from tabstream._protocol.elements.layout import ExpandableType
    from tabstream._protocol.elements.text import Width

_BUTTON_TYPES: tuple[Literal["primary", "secondary", "tertiary"], ...] = (
    "primary",
    "secondary",
    "tertiary",
)


class ContainerElements(WatchedBlock):
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
        message = Expander(
            **self.common(_read_label(label)),
            expanded=bool(expanded),
            icon=read_icon(icon),
            type=read_choice("type", type, EXPANDABLE_TYPES),
            width=read_width(width, STRETCH),
        )
        container: elements.ExpanderContainer
        codec = ValueCodec(bool(expanded), bool, bool)
        container, is_open = self._open_watched(message, codec, key, on_change, args, kwargs, bind)
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


def _read_label(label: str) -> str:
    if label is None:
        raise StreamlitMissingRequiredParameterError("label", "a text")
    return read_text(label)
