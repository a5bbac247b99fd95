"""How a button looks: the arguments that all kinds of buttons share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.elements.arguments import read_choice, read_icon, read_width
from tabstream.elements.inputs.shortcuts import read_shortcut
from tabstream.errors import StreamlitValueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._protocol.elements.buttons import ButtonType, IconPosition
    from tabstream._protocol.elements.text import Width

FORMS_PAGE = "https://docs.streamlit.io/develop/api-reference/execution-flow/st.form"


def read_look(
    *,
    type: ButtonType,
    icon: str | None,
    icon_position: IconPosition,
    use_container_width: bool | None,
    width: Width,
    shortcut: str | None,
    wrap: bool | None,
) -> dict[str, Any]:
    """Return the fields of a button's message that say how it looks."""
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    return {
        "type": read_choice("type", type, ("primary", "secondary", "tertiary")),
        "icon": read_icon(icon),
        "icon_position": read_choice("icon_position", icon_position, ("left", "right")),
        "shortcut": read_shortcut(shortcut),
        "wrap": wrap,
        "width": read_width(width),
    }


def check_on_click(on_click: Callable[..., Any] | None) -> None:
    """Refuse what is no function: this button always runs the script."""
    if on_click is not None and not callable(on_click):
        raise StreamlitValueError("on_click", ["a function to be called first", "None"], on_click)
