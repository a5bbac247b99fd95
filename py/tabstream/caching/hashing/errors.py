"""What has no digest, and where it lies."""

from __future__ import annotations

import json
import reprlib
from typing import TYPE_CHECKING

from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Callable


def full_name(cls: type) -> str:
    """Return a class's name with its module.

    Examples
    --------
    >>> full_name(dict)
    'builtins.dict'
    """
    return f"{cls.__module__}.{cls.__qualname__}"


def key_step(key: object) -> str:
    """Return how a value is taken out of a container.

    Examples
    --------
    >>> key_step("lock")
    '["lock"]'
    """
    return f"[{json.dumps(key, ensure_ascii=False) if type(key) is str else reprlib.repr(key)}]"


class UnhashableError(TypeError):
    """A value that no digest can be made of.

    Attributes
    ----------
    value
        The value, which may lie deep within another.
    where
        The way to it from the value that was to be hashed: ``["config"].lock``; empty when it is
        that value itself.
    """

    def __init__(self, value: object) -> None:
        super().__init__(f"`{full_name(type(value))}`")
        self.value = value
        self.where = ""

    def lies_within(self, step: str) -> None:
        """Say that it was met one step further down than was known so far."""
        self.where = step + self.where


class UserHashError(StreamlitAPIException):
    """A function of the author's, from ``hash_funcs``, failed.

    Parameters
    ----------
    function
        The author's function.
    value
        What it was called with.
    error
        What it raised.
    """

    def __init__(
        self, function: Callable[..., object], value: object, error: BaseException
    ) -> None:
        name = getattr(function, "__qualname__", repr(function))
        super().__init__(
            f"`{name}`, which `hash_funcs` names for `{full_name(type(value))}`, raised "
            f"{type(error).__name__}: {error}"
        )
        self.value = value
