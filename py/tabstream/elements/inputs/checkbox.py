"""Checkboxes and switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream._protocol.elements.inputs import Checkbox
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import read_width
from tabstream.elements.inputs.address import FLAG
from tabstream.elements.inputs.base import InputBlock

if TYPE_CHECKING:
    from tabstream._protocol.elements.text import Width
    from tabstream.elements.inputs.base import (
        Args,
        Bind,
        Key,
        Kwargs,
        LabelVisibility,
        OnChange,
        PersistState,
    )


class CheckboxElements(InputBlock):
    """The elements that are on or off."""

    def checkbox(
        self,
        label: str,
        value: bool = False,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        wrap: bool | None = None,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> bool:
        """Draw a checkbox and return whether it is checked.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        value
            Whether it is checked at first.
        wrap
            Whether a long label is broken into lines; None leaves that to the container.

        Examples
        --------
        >>> import tabstream as st
        >>> st.checkbox("With rain", value=True)
        True
        """
        message = Checkbox(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            default=bool(value),
            is_toggle=False,
            wrap=wrap,
            width=read_width(width),
        )
        return self._draw_flag(message, key, on_change, args, kwargs, bind, persist_state)

    def toggle(
        self,
        label: str,
        value: bool = False,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        wrap: bool | None = None,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> bool:
        """Draw a switch and return whether it is on.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        value
            Whether it is on at first.
        wrap
            Whether a long label is broken into lines; None leaves that to the container.

        Examples
        --------
        >>> import tabstream as st
        >>> if st.toggle("Details"):
        ...     st.write("All of them")
        """
        message = Checkbox(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            default=bool(value),
            is_toggle=True,
            wrap=wrap,
            width=read_width(width),
        )
        return self._draw_flag(message, key, on_change, args, kwargs, bind, persist_state)

    def _draw_flag(
        self,
        message: Checkbox,
        key: Key | None,
        on_change: OnChange | None,
        args: Args | None,
        kwargs: Kwargs | None,
        bind: Bind,
        persist_state: PersistState,
    ) -> bool:
        return self.draw_input(
            message,
            ValueCodec(message.default, bool, bool),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=FLAG,
            persist_state=persist_state,
            has_default=message.default,
        )
