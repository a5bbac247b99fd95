"""Buttons: true in the run that follows a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.buttons import Button, LinkButton
from tabstream._runtime import ValueCodec, current_run
from tabstream.elements.inputs.base import InputBlock, check_on_change
from tabstream.elements.inputs.button_look import check_on_click, read_look
from tabstream.errors import StreamlitInvalidLayoutContextError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._protocol import Widget
    from tabstream._protocol.elements.buttons import ButtonType, IconPosition
    from tabstream._protocol.elements.text import Width
    from tabstream.elements import DeltaGenerator
    from tabstream.elements.inputs.base import Args, Key, Kwargs, OnChange


class ButtonElements(InputBlock):
    """The elements that are clicked."""

    def button(
        self,
        label: str,
        key: Key | None = None,
        help: str | None = None,
        on_click: Callable[..., Any] | None = None,
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        type: ButtonType = "secondary",
        icon: str | None = None,
        icon_position: IconPosition = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool:
        """Draw a button and return whether it was clicked just now.

        It is True in the one run that follows the click, and in no later one.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        on_click
            A function that is called, with `args` and `kwargs`, before the script runs.
        type
            "primary" for the one that matters most, "secondary", or "tertiary", mere text.
        icon, icon_position
            An emoji or ``:material/name:``, to the "left" or "right" of the label.
        use_container_width
            The older spelling of ``width="stretch"``.
        shortcut
            Keys that press it, such as "Ctrl+K".
        wrap
            Whether a long label is broken into lines; None leaves that to the container.

        Examples
        --------
        >>> import tabstream as st
        >>> if st.button("Again"):
        ...     st.write("Here it is again.")
        """
        check_on_click(on_click)
        if self.is_inside("form"):
            raise StreamlitInvalidLayoutContextError(
                "`st.button()` cannot be used inside `st.form()`: there, `st.form_submit_button()` "
                "is what is clicked."
            )
        message = Button(
            **self.common(label, help=help, disabled=disabled),
            submits=False,
            **read_look(
                type=type,
                icon=icon,
                icon_position=icon_position,
                use_container_width=use_container_width,
                width=width,
                shortcut=shortcut,
                wrap=wrap,
            ),
        )
        return self.draw_trigger(message, key, on_click, args, kwargs)

    def form_submit_button(
        self,
        label: str = "Submit",
        help: str | None = None,
        on_click: Callable[..., Any] | None = None,
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        key: Key | None = None,
        type: ButtonType = "secondary",
        icon: str | None = None,
        icon_position: IconPosition = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool:
        """Draw the button that submits a form and return whether it was clicked just now.

        All that was changed in the form reaches the script together with the click. A form can have
        several of them.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        on_click
            A function that is called, with `args` and `kwargs`, before the script runs.
        type
            "primary" for the one that matters most, "secondary", or "tertiary", mere text.
        icon, icon_position
            An emoji or ``:material/name:``, to the "left" or "right" of the label.
        use_container_width
            The older spelling of ``width="stretch"``.
        shortcut
            Keys that press it, such as "Ctrl+K".
        wrap
            Whether a long label is broken into lines; None leaves that to the container.

        Examples
        --------
        >>> import tabstream as st
        >>> with st.form("order"):
        ...     count = st.number_input("How many", 1)
        ...     if st.form_submit_button("Order"):
        ...         st.write("Ordered:", count)
        """
        check_on_click(on_click)
        fields = self.common(label, help=help, disabled=disabled)
        if fields["form"] is None and current_run() is not None:
            raise StreamlitInvalidLayoutContextError(
                "`st.form_submit_button()` must be inside `st.form()`: outside there is nothing to "
                "submit, and `st.button()` is what is clicked."
            )
        message = Button(
            **fields,
            submits=True,
            **read_look(
                type=type,
                icon=icon,
                icon_position=icon_position,
                use_container_width=use_container_width,
                width=width,
                shortcut=shortcut,
                wrap=wrap,
            ),
        )
        own_key = f"FormSubmitter:{fields['form']}-{label}" if key is None else key
        return self.draw_trigger(message, own_key, on_click, args, kwargs)

    def link_button(
        self,
        label: str,
        url: str,
        *,
        key: Key | None = None,
        on_click: OnChange | None = "ignore",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        help: str | None = None,
        type: ButtonType = "secondary",
        icon: str | None = None,
        icon_position: IconPosition = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool | DeltaGenerator:
        """Draw a button that opens an address in a new tab.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        url
            The address.
        on_click
            What a click leads to beside that: "ignore" for nothing, "rerun" to run the script, or a
            function that is called before. With these two it returns whether it was clicked just
            now.
        type
            "primary" for the one that matters most, "secondary", or "tertiary", mere text.
        icon, icon_position
            An emoji or ``:material/name:``, to the "left" or "right" of the label.
        use_container_width
            The older spelling of ``width="stretch"``.
        shortcut
            Keys that press it, such as "Ctrl+K".
        wrap
            Whether a long label is broken into lines; None leaves that to the container.

        Examples
        --------
        >>> import tabstream as st
        >>> link = st.link_button("Forecast", "https://example.org/forecast")
        """
        check_on_change(on_click, "on_click")
        if not isinstance(url, str):
            msg = f"`url={url!r}` is no address: it must be text."
            raise TypeError(msg)
        message = LinkButton(
            **self.common(label, help=help, disabled=disabled, on_change=on_click),
            url=url,
            **read_look(
                type=type,
                icon=icon,
                icon_position=icon_position,
                use_container_width=use_container_width,
                width=width,
                shortcut=shortcut,
                wrap=wrap,
            ),
        )
        if on_click == "ignore":
            return self.draw(message, key=key)
        return self.draw_trigger(message, key, on_click, args, kwargs)

    def draw_trigger(
        self,
        message: Widget,
        key: Key | None,
        on_click: OnChange | None,
        args: Args | None,
        kwargs: Kwargs | None,
    ) -> bool:
        """Draw what is clicked and return whether it was."""
        return self.draw_widget(
            message,
            ValueCodec(False, bool, bool),
            key=key,
            on_change=None if message.disabled else on_click,
            args=args,
            kwargs=kwargs,
            is_trigger=True,
            is_settable=False,
        )
