"""Forms: widgets whose changes reach the script together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream._protocol.elements.buttons import Form
from tabstream._runtime import current_run
from tabstream.elements.arguments import read_height, read_width
from tabstream.elements.block import Block
from tabstream.errors import StreamlitInvalidLayoutContextError

if TYPE_CHECKING:
    from tabstream._protocol.elements.text import Height, Width
    from tabstream.elements import DeltaGenerator


class FormElements(Block):
    """The container whose widgets wait for a button."""

    def form(
        self,
        key: str,
        clear_on_submit: bool = False,
        *,
        enter_to_submit: bool = True,
        border: bool = True,
        width: Width = "stretch",
        height: Height = "content",
    ) -> DeltaGenerator:
        """Draw a form and return it.

        What is changed in it reaches the script all at once, when its `form_submit_button` is
        clicked.

        Parameters
        ----------
        key
            The name of the form; no other form has it.
        clear_on_submit
            Whether its widgets go back to their defaults once the script has their values.
        enter_to_submit
            Whether Enter in a field presses the form's first button.
        border
            Whether there is a line around it.
        width
            "stretch", "content", or pixels.
        height
            "content", "stretch", or pixels; then the content scrolls.

        Examples
        --------
        >>> import tabstream as st
        >>> with st.form("place"):
        ...     city = st.text_input("City", "Bonn")
        ...     is_sent = st.form_submit_button()
        >>> city
        'Bonn'
        """
        if self.is_inside("form"):
            raise StreamlitInvalidLayoutContextError("A form cannot be inside another form.")
        if not isinstance(key, str):
            msg = f"`key={key!r}` is no name for a form: it must be text."
            raise TypeError(msg)
        run = current_run()
        if run is not None:
            run.session.state.refuse_set(key)
        message = Form(
            id=key,
            clear_on_submit=bool(clear_on_submit),
            enter_to_submit=bool(enter_to_submit),
            border=bool(border),
            width=read_width(width),
            height=read_height(height),
        )
        return self.draw(message, key=key, form=key)
