"""A menu of options, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

from tabstream._protocol.elements.inputs import Selectbox
from tabstream.elements.arguments import STRETCH, read_choice, read_icon, read_width
from tabstream.elements.inputs.address import one_name
from tabstream.elements.inputs.base import InputBlock
from tabstream.elements.inputs.options import Options, one_option
from tabstream.errors import StreamlitIncompatibleParametersError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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

FilterMode: TypeAlias = "Literal['fuzzy', 'contains', 'prefix'] | None"


class SelectboxElements(InputBlock):
    """The elements that offer a menu of options."""

    def selectbox(
        self,
        label: str,
        options: Iterable[T],
        index: int | None = 0,
        format_func: Callable[[Any], str] = str,
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
        icon: str | None = None,
        accept_new_options: bool = False,
        filter_mode: FilterMode = "fuzzy",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> T | str | None:
        """Draw a menu of options and return the chosen one.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        options
            A list, or anything else with values in it: a column, an array, an enumeration, a
            dictionary's keys.
        index
            The place of the option that is chosen at first; None for none, and then None is
            returned until one is chosen.
        format_func
            Makes a label of an option.
        placeholder
            What stands there while no option is chosen.
        required
            Whether going back to no option is refused, and with it submitting a form without one.
        icon
            An emoji or ``:material/name:`` before the chosen option.
        accept_new_options
            Whether a person can type an option that is not there. It is returned as text.
        filter_mode
            How typing finds options: "fuzzy", "contains" or "prefix"; None when it does not.

        Examples
        --------
        >>> import tabstream as st
        >>> st.selectbox("City", ["Aachen", "Bonn"])
        'Aachen'
        >>> st.selectbox("Year", range(2020, 2025), index=None, placeholder="Any")
        """
        choices: Options[T] = Options(options, format_func)
        default = choices.name_at(index)
        message = Selectbox(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            options=choices.labels,
            names=choices.own_names,
            default=default,
            placeholder=read_placeholder(placeholder, "an option", choices, accept_new_options),
            icon=read_icon(icon),
            accept_new_options=bool(accept_new_options),
            filter_mode=read_filter_mode(filter_mode, accept_new_options),
            required=bool(required),
            is_clearable=index is None,
            width=read_width(width, STRETCH),
        )
        chosen: T | str | None = self.draw_input(
            message,
            one_option(choices, default, accepts_new=accept_new_options),
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


def read_filter_mode(filter_mode: FilterMode, accept_new_options: bool) -> FilterMode:
    """Return how typing finds options, or raise when it cannot find them so."""
    read_choice("filter_mode", filter_mode, ("fuzzy", "contains", "prefix", None))
    if filter_mode is None and accept_new_options:
        raise StreamlitIncompatibleParametersError(
            "`filter_mode=None` switches typing off, so `accept_new_options=True` cannot work with "
            "it. Use 'fuzzy', 'contains' or 'prefix'."
        )
    return filter_mode


def read_placeholder(
    placeholder: str | None, things: str, options: Options[Any], accept_new_options: bool
) -> str:
    """Return what stands in an empty field; without an author's word, what can be done in it."""
    if placeholder is not None:
        return str(placeholder)
    if not accept_new_options:
        return f"Choose {things}" if len(options) else "No options to select"
    return f"Choose or add {things}" if len(options) else f"Add {things}"
