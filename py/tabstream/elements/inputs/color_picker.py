"""Colours to pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream._protocol.elements.inputs import ColorPicker
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import read_width
from tabstream.elements.inputs.address import TEXT, AddressForm
from tabstream.elements.inputs.base import InputBlock
from tabstream.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from tabstream._protocol import Json
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


class ColorPickerElements(InputBlock):
    """The elements that take a colour."""

    def color_picker(
        self,
        label: str,
        value: str | None = None,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> str:
        """Draw a field for a colour and return it as text, such as "#00aaff".

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        value
            The colour at first, as "#rrggbb" or "#rgb"; black without a word.

        Examples
        --------
        >>> import tabstream as st
        >>> st.color_picker("Sky", "#3a8fd0")
        '#3a8fd0'
        """
        message = ColorPicker(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            default=_read_colour("#000000" if value is None else value),
            width=read_width(width),
        )
        return self.draw_input(
            message,
            ValueCodec(message.default, str, _as_text),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=AddressForm(TEXT.write, _read_address),
            persist_state=persist_state,
            has_default=value is not None,
        )


def _read_colour(value: object) -> str:
    colour = _as_text(value)
    if not _is_colour(colour):
        msg = f"`{colour}` is no colour that can be picked. Write it as '#00aaff' or '#0af'."
        raise StreamlitAPIException(msg)
    return colour


def _as_text(value: object) -> str:
    if not isinstance(value, str):
        raise StreamlitInvalidParameterTypeError("value", ["text such as '#00aaff'"], value)
    return value


def _read_address(texts: tuple[str, ...]) -> Json:
    if not _is_colour(texts[-1]):
        raise ValueError(texts)
    return texts[-1]


def _is_colour(text: str) -> bool:
    import re

    return re.fullmatch("#(?:[0-9a-fA-F]{3}){1,2}", text) is not None
