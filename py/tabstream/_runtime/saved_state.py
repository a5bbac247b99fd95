"""How values of the session state outlive the Python that holds them: as pickles.

Each value is pickled by itself, so that one that cannot be read again takes no other with it. The
price: two values that shared an object have one each afterwards.

A class or a function is pickled by its name, and ``pickle`` refuses when the name means another
object by now. Here that is the rule rather than the exception: the script's ``class Point`` is a
new class in every run, and the modules beside it are imported anew when a file is saved. So the
name is what counts: a `Point` of an earlier run comes back as one of the `Point` that the script
has defined when it asks for the value.
"""

from __future__ import annotations

import io
import pickle
import sys
from dataclasses import dataclass
from operator import attrgetter
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Types whose values are their own copies. A thousand of them are pickled as one.
PLAIN = frozenset({str, int, float, bool, bytes, type(None)})


@dataclass(frozen=True, slots=True)
class SavedValue:
    """A value as it was after a run."""

    #: The value itself where it is `plain`, else its pickle.
    content: Any
    #: The id of the widget whose value it is; None for what the script set.
    widget: str | None
    plain: bool


class TooLargeError(ValueError):
    """There is no room for a value."""


def pickle_value(value: Any, room: int) -> bytes:
    """Return the pickle of a value of any kind.

    Raises
    ------
    TooLargeError
        When it takes more than `room` bytes.
    Exception
        Whatever keeps it from being pickled; the author's code may be part of it.
    """
    file = _Bounded(room)
    try:
        pickle.Pickler(file, pickle.HIGHEST_PROTOCOL).dump(value)
    except (pickle.PicklingError, AttributeError):
        # Perhaps a class of an earlier run. Asking for that costs a call for every object, so the
        # plain way is tried first.
        file = _Bounded(room)
        _ByName(file, pickle.HIGHEST_PROTOCOL).dump(value)
    return b"".join(file.pieces)


def unpickle_value(content: bytes) -> Any:
    """Return a pickled value; whatever keeps it from being read is raised."""
    return pickle.loads(content)  # this session's own bytes, see StateSaver


def encode_saved(saved: Mapping[str, SavedValue]) -> bytes:
    """Return all values as one run of bytes."""
    fields = {name: (one.content, one.widget, one.plain) for name, one in saved.items()}
    return pickle.dumps(fields, pickle.HIGHEST_PROTOCOL)


def decode_saved(content: bytes) -> dict[str, SavedValue]:
    """Return the values that `encode_saved` was given; none of them is unpickled yet."""
    return {name: SavedValue(*fields) for name, fields in pickle.loads(content).items()}


class _Bounded(io.RawIOBase):
    """Takes in so many bytes and no more."""

    def __init__(self, room: int) -> None:
        self.pieces: list[bytes] = []
        self._room = room

    def write(self, piece: Any) -> int:
        size = len(piece)
        self._room -= size
        if self._room < 0:
            raise TooLargeError
        self.pieces.append(bytes(piece))
        return size


class _ByName(pickle.Pickler):
    """Takes a class or a function for the one that has its name now."""

    def reducer_override(self, obj: Any, /) -> Any:
        if isinstance(obj, type | FunctionType):
            now = _named(obj.__module__, obj.__qualname__)
            if now is not obj and type(now) is type(obj):
                return _named, (obj.__module__, obj.__qualname__)
        return NotImplemented


def _named(module: str, name: str) -> Any:
    """Return what has a name in a module that is imported, or else None."""
    try:
        return attrgetter(name)(sys.modules[module])
    except (KeyError, AttributeError):
        return None
