"""Options that are all in sight, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tabstream._protocol.elements.inputs import Radio
from tabstream.elements.arguments import read_width
from tabstream.elements.inputs.address import one_name
from tabstream.elements.inputs.base import InputBlock
from tabstream.elements.inputs.options import Options, one_option
from tabstream.errors import StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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

T = TypeVar("T")


class RadioElements(InputBlock):
    """The elements that show options and take one of them."""

    def radio(
        self,
        label: str,
        options: Iterable[T],
        index: int | None = 0,
        format_func: Callable[[Any], Any] = str,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        disabled: bool = False,
        horizontal: bool = False,
        captions: Sequence[str] | None = None,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> T | None:
        """Draw options with a button before each and return the chosen one.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        options
            A list, or anything else with values in it: a column, an array, an enumeration, a
            dictionary's keys. Their labels are markdown.
        index
            The place of the option that is chosen at first; None for none, and then None is
            returned until one is chosen.
        format_func
            Makes a label of an option.
        horizontal
            Whether the options stand side by side.
        captions
            What stands below each option, as markdown; None for nothing.

        Examples
        --------
        >>> import tabstream as st
        >>> st.radio("Sky", ["clear", "grey"], index=1)
        'grey'
        """
        choices: Options[T] = Options(options, format_func)
        default = choices.name_at(index)
        message = Radio(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            options=choices.labels,
            names=choices.own_names,
            captions=tuple(_read_caption(caption) for caption in captions or ()),
            default=default,
            horizontal=bool(horizontal),
            width=read_width(width),
        )
        chosen: T | None = self.draw_input(
            message,
            one_option(choices, default),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=one_name(default),
            persist_state=persist_state,
            has_default=index not in (0, None),
        )
        return chosen


def _read_caption(caption: object) -> str:
    if caption is None or isinstance(caption, str):
        return caption or ""
    raise StreamlitInvalidParameterTypeError("captions", ["text for each option", "None"], caption)
