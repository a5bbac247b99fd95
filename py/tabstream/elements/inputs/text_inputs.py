"""Text to type: a line, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.inputs import TextArea, TextInput
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import (
    STRETCH,
    read_choice,
    read_height,
    read_icon,
    read_width,
)
from tabstream.elements.inputs.address import TEXT, AddressForm
from tabstream.elements.inputs.base import InputBlock
from tabstream.elements.inputs.text_types import TEXT_FIELDS, read_pattern, read_pause
from tabstream.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from tabstream._protocol import Json
    from tabstream._protocol.elements.inputs import TextType
    from tabstream._protocol.elements.text import Height, Width
    from tabstream.elements.inputs.base import (
        Args,
        Bind,
        Key,
        Kwargs,
        LabelVisibility,
        OnChange,
        PersistState,
    )


class TextInputElements(InputBlock):
    """The elements that take typed text."""

    def text_input(
        self,
        label: str,
        value: Any = "",
        max_chars: int | None = None,
        key: Key | None = None,
        type: TextType = "default",
        help: str | None = None,
        autocomplete: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        placeholder: str | None = None,
        disabled: bool = False,
        required: bool = False,
        label_visibility: LabelVisibility = "visible",
        icon: str | None = None,
        validate: str | tuple[str, str] | None = None,
        live: str | bool = False,
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> str | None:
        """Draw a field for a line of text and return the text.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        value
            The text at first; None leaves the field empty, and then None is returned until
            something was typed.
        max_chars
            How many characters fit in.
        type
            "default", "password", which hides the text, "email", "url", "phone" or "search".
        autocomplete
            What the browser may fill in, in the words of HTML. As with the icon, the placeholder
            and the pattern, None leaves it to the type, and empty text switches it off.
        placeholder
            What stands in the empty field.
        required
            Whether an empty field is refused.
        icon
            An emoji or ``:material/name:`` before the text.
        validate
            A regular expression, JavaScript's, that the text must match before it is sent; in a
            tuple with what to say when it does not. Whoever wants to can get around it.
        live
            Whether the text is sent while a person types: after a pause of 250 milliseconds, or of
            a time such as "0.5s".

        Examples
        --------
        >>> import tabstream as st
        >>> st.text_input("Name", "May")
        'May'
        """
        read_choice("type", type, tuple(TEXT_FIELDS))
        field = TEXT_FIELDS[type]
        pattern, pattern_message = read_pattern(validate, type)
        message = TextInput(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            default=_read_text(value, max_chars),
            max_chars=_read_max_chars(max_chars),
            type=type,
            autocomplete=field.autocomplete if autocomplete is None else str(autocomplete),
            placeholder=field.placeholder if placeholder is None else str(placeholder),
            icon=field.icon if icon is None else read_icon(icon),
            required=bool(required),
            pattern=pattern,
            pattern_message=pattern_message,
            live_after_ms=read_pause(live),
            width=read_width(width, STRETCH),
        )
        return self.draw_input(
            message,
            _codec(message.default),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=_address(message.max_chars),
            persist_state=persist_state,
            has_default=bool(value),
        )

    def text_area(
        self,
        label: str,
        value: Any = "",
        height: Height | None = None,
        max_chars: int | None = None,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        placeholder: str | None = None,
        disabled: bool = False,
        required: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> str | None:
        r"""Draw a field for lines of text and return the text.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        value
            The text at first; None leaves the field empty, and then None is returned until
            something was typed.
        height
            "content", "stretch" or pixels; three lines without a word.
        max_chars
            How many characters fit in.
        placeholder
            What stands in the empty field.
        required
            Whether an empty field is refused.

        Examples
        --------
        >>> import tabstream as st
        >>> notes = st.text_area("Notes", "Rain in the morning\nWind in the afternoon")
        >>> len(notes.splitlines())
        2
        """
        message = TextArea(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            default=_read_text(value, max_chars),
            max_chars=_read_max_chars(max_chars),
            placeholder=placeholder if placeholder is None else str(placeholder),
            required=bool(required),
            height=height if height is None else read_height(height),
            width=read_width(width, STRETCH),
        )
        return self.draw_input(
            message,
            _codec(message.default),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=_address(message.max_chars),
            persist_state=persist_state,
            has_default=bool(value),
        )


def _read_text(value: Any, max_chars: int | None) -> str | None:
    return value if value is None else str(value)[: _read_max_chars(max_chars)]


def _read_max_chars(max_chars: object) -> int | None:
    """Return how many characters fit in; zero means any number."""
    if max_chars is None:
        return None
    if not isinstance(max_chars, int):
        raise StreamlitInvalidParameterTypeError("max_chars", ["an int", "None"], max_chars)
    if max_chars < 0:
        raise StreamlitValueError("max_chars", ["an int, 1 or more", "None"], max_chars)
    return max_chars or None


def _codec(default: str | None) -> ValueCodec[str | None]:
    return ValueCodec(default, _as_text, _as_text)


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    msg = f"The value of a text field is `{value!r}`, of type {type(value).__name__}: use `str`."
    raise TypeError(msg)


def _address(max_chars: int | None) -> AddressForm:
    def read(texts: tuple[str, ...]) -> Json:
        return texts[-1][:max_chars]

    return AddressForm(TEXT.write, read)
