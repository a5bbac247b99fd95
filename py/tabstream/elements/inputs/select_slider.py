"""A slider over options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tabstream._protocol.elements.inputs import SelectSlider
from tabstream._runtime import ValueCodec
from tabstream.elements.arguments import STRETCH, read_width
from tabstream.elements.inputs.address import NAMES
from tabstream.elements.inputs.base import InputBlock, example_in_state
from tabstream.elements.inputs.options import Options
from tabstream.errors import StreamlitMissingRequiredParameterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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

T = TypeVar("T")


class SelectSliderElements(InputBlock):
    """The elements that slide over options."""

    def select_slider(
        self,
        label: str,
        options: Iterable[T] = (),
        value: T | Sequence[T] | None = None,
        format_func: Callable[[Any], Any] = str,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange | None = "rerun",
        args: Args | None = None,
        kwargs: Kwargs | None = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> T | tuple[T, T]:
        """Draw a slider over options and return the one it is at.

        `tabstream.elements.inputs` describes the arguments that all widgets take.

        Parameters
        ----------
        options
            A list, or anything else with values in it: a column, an array, an enumeration, a
            dictionary's keys.
        value
            The option it is at first. Two of them, in a list or tuple, make a range, and a tuple is
            returned.
        format_func
            Makes a label of an option.

        Examples
        --------
        >>> import tabstream as st
        >>> st.select_slider("Size", ["small", "middle", "large"], "middle")
        'middle'
        >>> st.select_slider("Sizes", ["small", "middle", "large"], ("middle", "large"))
        ('middle', 'large')
        """
        choices: Options[T] = Options(options, format_func)
        if not choices.items:
            raise StreamlitMissingRequiredParameterError("options", "at least one option")
        shape = example_in_state(key, "select_slider") if value is None else value
        is_range = isinstance(shape, list | tuple) and choices.find(shape) is None
        names = _default_names(choices, value, is_range=is_range)
        message = SelectSlider(
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
            width=read_width(width, STRETCH),
        )
        return self.draw_input(
            message,
            _codec(choices, names, is_range=is_range),
            key=key,
            on_change=on_change,
            args=args,
            kwargs=kwargs,
            bind=bind,
            address=NAMES,
            persist_state=persist_state,
            has_default=value is not None,
        )


def _default_names(options: Options[Any], value: Any, *, is_range: bool) -> list[str]:
    if value is None:
        return [options.names[0], options.names[-1]] if is_range else [options.names[0]]
    ends = list(value) if is_range else [value]
    if is_range and len(ends) != 2:
        msg = f"`value={value!r}` is no range of options: it takes two, where it starts and ends."
        raise ValueError(msg)
    names = [options.find(end) for end in ends]
    if None in names:
        msg = f"`value={value!r}` is not among the options {list(options.labels)}."
        raise ValueError(msg)
    return sorted((name for name in names if name is not None), key=options.names.index)


def _codec(options: Options[T], names: list[str], *, is_range: bool) -> ValueCodec[T | tuple[T, T]]:
    def decode(wire: list[str]) -> T | tuple[T, T]:
        if len(wire) != len(names):
            raise ValueError(wire)
        items = [options.item(name) for name in wire]
        return (items[0], items[1]) if is_range else items[0]

    def encode(value: Any) -> Json:
        ends = value if is_range and isinstance(value, list | tuple) else (value,)
        found = [name for end in ends if (name := options.find(end)) is not None]
        fits = len(found) == len(ends) == len(names)
        return sorted(found, key=options.names.index) if fits else list(names)

    return ValueCodec(list(names), decode, encode)
