"""The options of a widget: what an author calls a list of options, and their names on the wire."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tabstream._runtime import ValueCodec
from tabstream.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream._protocol import Json

T = TypeVar("T")


class Options(Generic[T]):
    """Options, each with the label that a person reads and a name of its own.

    The name is the label, so that an option is still chosen when others come or go around it. Only
    where several look the same the later ones have a number behind their names.

    Parameters
    ----------
    options
        What the author gave; see `read_options`.
    format_func
        Makes a label of an option.

    Examples
    --------
    >>> options = Options([1, 2, 2.0], lambda n: f"no. {n:g}")
    >>> options.labels
    ('no. 1', 'no. 2', 'no. 2')
    >>> options.names
    ('no. 1', 'no. 2', 'no. 2 (2)')
    >>> options.item("no. 2 (2)")
    2.0
    """

    def __init__(self, options: Any, format_func: Callable[[Any], Any]) -> None:
        self.items: list[T] = read_options(options)
        self._format = format_func
        self.labels = tuple(str(format_func(item)) for item in self.items)
        is_plain = len(set(self.labels)) == len(self.labels)
        self.names = self.labels if is_plain else _numbered(self.labels)
        #: The names as a message has them: only where they differ from the labels.
        self.own_names = () if is_plain else self.names

    def __len__(self) -> int:
        return len(self.items)

    def item(self, name: str) -> T:
        """Return the option of a name; raise ValueError when there is none."""
        return self.items[self.names.index(name)]

    def find(self, value: Any) -> str | None:
        """Return the name of the option that `value` is; None when it is none of them.

        An option from before this run can be of a class that the script has defined anew since,
        and equal to nothing: then its label tells.
        """
        # The options of this run are found at once; comparing calls the author's code.
        for is_it in (operator.is_, _is_same):
            for index, item in enumerate(self.items):
                if is_it(item, value):
                    return self.names[index]
        try:
            label = str(self._format(value))
        except Exception:
            return None  # it is not for such a value
        return label if label in self.names else None

    def name_at(self, index: int | None) -> str | None:
        """Return the name of the option at the author's ``index=``; None for no option."""
        if index is not None and (not isinstance(index, int) or isinstance(index, bool)):
            raise StreamlitInvalidParameterTypeError("index", ["an int", "None"], index)
        if index is None or not self.items:
            return None
        if not 0 <= index < len(self.items):
            raise StreamlitValueOutOfRangeError("index", index, 0, len(self.items) - 1)
        return self.names[index]


def read_options(options: Any) -> list[Any]:
    """Return what an author calls options as a list.

    A table stands for its first column, a dictionary for its keys, an enumeration for its members,
    and what is no collection, such as text, for a single option.

    Examples
    --------
    >>> read_options({"rain": 1, "wind": 2})
    ['rain', 'wind']
    >>> read_options("rain")
    ['rain']
    """
    if options is None:
        return []
    if isinstance(options, list | tuple | range | dict | set | frozenset):
        return list(options)
    if isinstance(options, str | bytes):
        return [options]
    column = _first_column(options)
    for method in ("tolist", "to_list", "to_pylist"):
        if hasattr(column, method):
            return list(getattr(column, method)())
    return list(column) if hasattr(column, "__iter__") else [column]


def _first_column(options: Any) -> Any:
    """Return the first column of a table; what is no table as it is."""
    for method in ("to_pandas", "toPandas"):
        # A table of another library; its series have `to_list` already.
        if hasattr(options, method) and not hasattr(options, "to_list"):
            options = getattr(options, method)()
    dimensions = getattr(options, "ndim", 1)
    if dimensions == 2 and not options.shape[1]:
        return []
    if dimensions == 2:
        return options.iloc[:, 0] if hasattr(options, "iloc") else options[:, 0]
    return options


def _numbered(labels: tuple[str, ...]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for label in labels:
        name, count = label, 1
        while name in names:
            count += 1
            name = f"{label} ({count})"
        names[name] = None
    return tuple(names)


def _is_same(item: Any, value: Any) -> bool:
    if isinstance(item, float) and isinstance(value, float):
        from math import isclose

        # An author computes a step and its default in two ways: 0.1 + 0.2 is meant to be 0.3.
        return isclose(item, value)
    try:
        return bool(item == value)
    except Exception:
        return False  # such as two arrays of several values


def one_option(
    options: Options[T], default: str | None, *, accepts_new: bool = False
) -> ValueCodec[Any]:
    """Return how the one chosen option crosses: its name, or None for none."""

    def decode(wire: str | None) -> Any:
        if wire is None or (accepts_new and wire not in options.names):
            return wire
        return options.item(wire)

    def encode(value: Any) -> Json:
        name = options.find(value)
        if name is not None or value is None:
            return name
        return str(value) if accepts_new else default

    return ValueCodec(default, decode, encode)
