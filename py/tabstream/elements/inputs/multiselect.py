"""A menu of options, of which several are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tabstream._protocol.elements.inputs import Multiselect
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import STRETCH, read_width
from tabstream.elements.inputs.address import NAMES, AddressForm
from tabstream.elements.inputs.base import InputBlock
from tabstream.elements.inputs.options import Options, read_options
from tabstream.elements.inputs.selectbox import read_filter_mode, read_placeholder
from tabstream.errors import (
    StreamlitDefaultNotInOptionsError,
    StreamlitInvalidParameterTypeError,
    StreamlitSelectionCountExceedsMaxError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    from tabstream.elements.inputs.selectbox import FilterMode

T = TypeVar("T")


class MultiselectElements(InputBlock):
    """The elements that take several of many options."""

    def multiselect(
        self,
        label: str,
        options: Iterable[T],
        default: Any | None = None,
        format_func: Callable[[Any], str] = str,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        max_selections: int | None = None,
        placeholder: str | None = None,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        accept_new_options: bool = False,
        filter_mode: FilterMode = "fuzzy",
        select_all: bool | int = 1000,
        width: Width = "stretch",
        wrap: bool | None = None,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> list[T | str]:
        """Draw a menu of options and return the list of the chosen ones, in the order of choosing.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        options
            A list, or anything else with values in it: a column, an array, an enumeration, a
            dictionary's keys.
        default
            The options that are chosen at first, or a single one.
        format_func
            Makes a label of an option.
        max_selections
            How many can be chosen.
        placeholder
            What stands there while no option is chosen.
        accept_new_options
            Whether a person can type options that are not there. They are returned as text.
        filter_mode
            How typing finds options: "fuzzy", "contains" or "prefix"; None when it does not.
        select_all
            Whether all options can be chosen at once: always, never, or up to so many of them.
        wrap
            Whether the chosen options stand in several rows; None leaves that to the container.

        Examples
        --------
        >>> import tabstream as st
        >>> st.multiselect("Months", ["May", "June", "July"], ["June", "May"])
        ['June', 'May']
        """
        choices: Options[T] = Options(options, format_func)
        _check_max_selections(max_selections)
        names = _default_names(choices, default)
        _check_count(len(names), max_selections)
        message = Multiselect(
            **self.common(
                label,
                help=help,
                disabled=disabled,
                label_visibility=label_visibility,
                on_change=on_change,
            ),
            options=choices.labels,
            names=choices.own_names,
            default=tuple(names),
            max_selections=max_selections,
            placeholder=read_placeholder(placeholder, "options", choices, accept_new_options),
            accept_new_options=bool(accept_new_options),
            filter_mode=read_filter_mode(filter_mode, accept_new_options),
            select_all_up_to=_read_select_all(select_all),
            wrap=wrap,
            width=read_width(width, STRETCH),
        )
        selected = self.draw_input(
            message,
            _codec(choices, names, max_selections, accepts_new=accept_new_options),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=_address(choices, max_selections, accepts_new=accept_new_options),
            persist_state=persist_state,
            has_default=default is not None,
        )
        # A script that appends to its list does not mean the widget.
        return list(selected)


def _codec(
    options: Options[T], names: list[str], max_selections: int | None, *, accepts_new: bool
) -> ValueCodec[list[T | str]]:
    def decode(wire: list[str]) -> list[T | str]:
        # Options that are gone are left out, new ones stand for themselves.
        return [
            options.item(name) if name in options.names else name
            for name in wire
            if accepts_new or name in options.names
        ]

    def encode(value: Any) -> Json:
        wanted = [(item, options.find(item)) for item in read_options(value)]
        found = [
            str(item) if name is None else name
            for item, name in wanted
            if accepts_new or name is not None
        ]
        _check_count(len(found), max_selections)
        return list(found)

    return ValueCodec(list(names), decode, encode)


def _address(
    options: Options[Any], max_selections: int | None, *, accepts_new: bool
) -> AddressForm:
    def read(texts: tuple[str, ...]) -> Json:
        known = [text for text in texts if text and (accepts_new or text in options.names)]
        if not known and any(texts):
            raise ValueError(texts)
        return list(known[:max_selections])

    return AddressForm(NAMES.write, read)


def _default_names(options: Options[Any], default: Any) -> list[str]:
    names = []
    for value in read_options(default):
        name = options.find(value)
        if name is None:
            raise StreamlitDefaultNotInOptionsError(value)
        names.append(name)
    return names


def _check_count(count: int, max_selections: int | None) -> None:
    if max_selections is not None and count > max_selections:
        raise StreamlitSelectionCountExceedsMaxError(count, max_selections)


def _check_max_selections(max_selections: object) -> None:
    if max_selections is None or (isinstance(max_selections, int) and max_selections > 0):
        return
    raise StreamlitValueError(
        "max_selections",
        ["a number of options, 1 or more", "None for any number"],
        max_selections,
    )


def _read_select_all(select_all: object) -> int | None:
    if isinstance(select_all, bool):
        return None if select_all else 0
    if not isinstance(select_all, int):
        raise StreamlitInvalidParameterTypeError("select_all", ["a bool", "an int"], select_all)
    if select_all < 0:
        raise StreamlitValueError("select_all", ["True", "False", "an int, 0 or more"], select_all)
    return select_all
