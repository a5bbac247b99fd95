"""How a kind of cache holds a value: as a pickle, or the object itself."""

from __future__ import annotations

import pickle
from inspect import isgenerator
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tabstream.errors import UnserializableReturnValueError

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")


class Store(Protocol[R]):
    """How a kind of cache holds a value."""

    #: The decorator's name, for messages.
    name: str

    def freeze(self, value: R, function: Callable[..., Any]) -> Any:
        """Return what is kept for a value."""

    def thaw(self, kept: Any) -> R:
        """Return the value for a caller."""

    def pickled(self, kept: Any) -> bytes:
        """Return what outlives the page of a value that is kept."""

    def unpickled(self, content: bytes, value: R) -> Any:
        """Return what is kept for a value that has outlived a page."""

    def size(self, kept: Any) -> int | None:
        """Return the bytes that a kept value takes, where they are known."""


class Pickles:
    """Keeps a value as a pickle: every caller has a copy of its own."""

    name = "cache_data"

    def freeze(self, value: Any, function: Callable[..., Any]) -> bytes:
        """Return the value as a pickle."""
        try:
            return pickle.dumps(value)
        except Exception as error:
            msg = (
                f"Cannot serialize the return value (of type `{type(value).__name__}`) in "
                f"`{function.__name__}()`. `st.cache_data` uses pickle to keep values; for a "
                "connection, a model or another object that cannot be copied use "
                "`st.cache_resource`."
            )
            raise UnserializableReturnValueError(msg) from error

    def thaw(self, kept: bytes) -> Any:
        """Return a new copy."""
        return pickle.loads(kept)

    def pickled(self, kept: bytes) -> bytes:
        """Return what is kept: it is a pickle."""
        return kept

    def unpickled(self, content: bytes, value: Any) -> bytes:
        """Keep the pickle."""
        return content

    def size(self, kept: bytes) -> int:
        """Return the length of the pickle."""
        return len(kept)


class References:
    """Keeps the object itself: all callers share it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def freeze(self, value: R, function: Callable[..., Any]) -> R:
        """Return the object itself."""
        if self.name == "cache" and isgenerator(value):
            msg = (
                f"`{function.__name__}()` returns a generator. It can be read only once, so that "
                "`st.cache` cannot keep it. Return a list instead: `return list(...)`."
            )
            raise UnserializableReturnValueError(msg)
        return value

    def thaw(self, kept: R) -> R:
        """Return the object itself."""
        return kept

    def pickled(self, kept: R) -> bytes:
        """Return a pickle of the object as it is now."""
        return pickle.dumps(kept)

    def unpickled(self, content: bytes, value: R) -> R:
        """Keep the object."""
        return value

    def size(self, kept: R) -> int | None:
        """Return the bytes of an array, which says it itself."""
        size = getattr(kept, "nbytes", None)
        return size if isinstance(size, int) else None
