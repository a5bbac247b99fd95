"""The rule for everything else: what `copy` and `pickle` would take an object apart into.

`__reduce_ex__` says by which call an object is made anew and what is then put into it. We walk
these parts ourselves. The bytes of `pickle` would not do: they tell one object from an equal one,
and a set from itself in another process.
"""

from __future__ import annotations

import copyreg
import functools
import types
from typing import TYPE_CHECKING, Any

from tabstream.caching.hashing.errors import UnhashableError, full_name, key_step
from tabstream.caching.hashing.tokens import framed, name_token

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tabstream.caching.hashing.hasher import Walk


def reduced_token(walk: Walk, value: Any) -> bytes:
    """Return the token of an object, by its parts.

    Raises
    ------
    UnhashableError
        When it cannot be taken apart, or is a bare `object()`: such ones are told apart by being
        the same or not, and nothing else.
    """
    cls = type(value)
    if cls is object:
        raise UnhashableError(value)
    if "__wrapped__" in getattr(value, "__dict__", ()) and callable(value):
        # What a decorator made of a function: what else it holds, such as a cache, is not what
        # the function does.
        return framed(b"W", name_token(full_name(cls)) + walk.token(value.__wrapped__))
    parts = _reduced(value)
    name = name_token(full_name(cls))
    if isinstance(parts, str):
        place = getattr(value, "__module__", None)
        return framed(b"g", name + name_token(f"{place}.{parts}"))
    function, args, state, items, given_pairs = (*parts, None, None, None)[:5]
    pairs = list(given_pairs or ())
    tokens = (
        name,
        _maker_token(walk, function),
        walk.sequence(args, lambda _: ""),
        state_token(walk, value, state),
        walk.sequence(list(items or ()), lambda index: f"[{index}]"),
        walk.sequence([key for key, _ in pairs], lambda index: f".keys()[{index}]"),
        walk.sequence([part for _, part in pairs], lambda index: key_step(pairs[index][0])),
    )
    return framed(b"o", b"".join(tokens))


def state_token(walk: Walk, value: object, state: Any) -> bytes:
    """Return the token of what is put into an object once it is made: most often attributes."""
    match state:
        case None:
            return b"-"
        case dict() if all(type(name) is str for name in state):
            return b"1" + _attributes_token(walk, type(value), state)
        case (None | dict() as own, dict() as slots):  # of a class with `__slots__`
            return b"1" + _attributes_token(walk, type(value), {**(own or {}), **slots})
        case _:
            return b"2" + walk.token(state)


def _attributes_token(walk: Walk, cls: type, attributes: Mapping[str, Any]) -> bytes:
    # In whatever order they were set, and without what is kept of a computation from the others:
    # that is there or not.
    names = sorted(attributes.keys() - _computed(cls))
    head = b"%d:%b" % (len(names), b"".join(map(name_token, names)))
    return head + walk.parts([attributes[name] for name in names], lambda at: f".{names[at]}")


@functools.lru_cache(maxsize=1024)
def _computed(cls: type) -> frozenset[str]:
    members = [item for base in cls.__mro__ for item in vars(base).items()]
    return frozenset(
        name for name, member in members if isinstance(member, functools.cached_property)
    )


def _reduced(value: Any) -> str | tuple[Any, ...]:
    """Return the parts; what a script and a library have said to `copyreg` comes first."""
    reduce = copyreg.dispatch_table.get(type(value))
    try:
        parts: str | tuple[Any, ...] = value.__reduce_ex__(4) if reduce is None else reduce(value)
    except Exception as error:
        raise UnhashableError(value) from error
    return parts


def _maker_token(walk: Walk, function: Any) -> bytes:
    name = getattr(function, "__qualname__", None)
    if isinstance(name, str) and "<" not in name and not isinstance(function, types.MethodType):
        return name_token(f"{getattr(function, '__module__', None)}.{name}")
    return walk.token(function)
