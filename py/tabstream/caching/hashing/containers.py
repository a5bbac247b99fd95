"""Rules for Python's own containers, and for what stands for code."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Any

from tabstream.caching.hashing.errors import UnhashableError, full_name, key_step
from tabstream.caching.hashing.reduced import reduced_token, state_token
from tabstream.caching.hashing.tokens import framed, name_token

if TYPE_CHECKING:
    import datetime
    import functools
    from collections.abc import Mapping
    from enum import Enum

    from tabstream.caching.hashing.hasher import Walk


def _index_step(index: int) -> str:
    return f"[{index}]"


# ---- containers --------------------------------------------------------------------------------


def list_token(walk: Walk, value: list[Any]) -> bytes:
    """Return the token of a list."""
    return b"l" + walk.sequence(value, _index_step)


def tuple_token(walk: Walk, value: tuple[Any, ...]) -> bytes:
    """Return the token of a tuple."""
    return b"p" + walk.sequence(value, _index_step)


def named_tuple_token(walk: Walk, value: Any) -> bytes:
    """Return the token of a named tuple."""
    names = value._fields
    head = b"%b%d:" % (name_token(full_name(type(value))), len(value))
    items = walk.parts(tuple(value), lambda index: f".{names[index]}")
    return framed(b"P", head + items + state_token(walk, value, value.__getstate__()))


def dict_token(walk: Walk, value: Mapping[Any, Any]) -> bytes:
    """Return the token of a dict; what a loop over it does depends on its order."""
    keys = list(value)
    return (
        b"d"
        + walk.sequence(keys, lambda index: f".keys()[{index}]")
        + walk.sequence(list(value.values()), lambda index: key_step(keys[index]))
    )


def proxy_token(walk: Walk, value: types.MappingProxyType[Any, Any]) -> bytes:
    """Return the token of a view of a dict that cannot be written to."""
    return b"m" + dict_token(walk, value)


def view_token(walk: Walk, value: Any) -> bytes:
    """Return the token of a dict's keys, values or items."""
    return name_token(full_name(type(value))) + walk.sequence(list(value), _index_step)


def set_token(walk: Walk, value: set[Any] | frozenset[Any]) -> bytes:
    """Return the token of a set, of a kind of it, and of what such a kind carries."""
    members = sorted(walk.apart(value, "{…}"))
    head = b"%b%d:" % (name_token(full_name(type(value))), len(members))
    own = state_token(walk, value, value.__getstate__())
    return framed(b"e", head + b"".join(members) + own)


def memory_token(_walk: Walk, value: memoryview) -> bytes:
    """Return the token of a view of memory."""
    head = name_token(f"{value.format} {value.shape}")
    return framed(b"M", head + framed(b"b", value.tobytes()))


def text_token(walk: Walk, value: object) -> bytes:
    """Return the token of what its text says wholly, or of a subclass of such."""
    if type(value).__module__ in ("decimal", "uuid"):
        return framed(b"w", f"{full_name(type(value))}:{value}".encode())
    return reduced_token(walk, value)


def moment_token(walk: Walk, value: datetime.datetime | datetime.time) -> bytes:
    """Return the token of a time, which may hold a time zone of any class."""
    said = f"{type(value).__name__} {value.replace(tzinfo=None).isoformat()} {value.fold}"
    return framed(b"J", said.encode() + walk.token(value.tzinfo))


def no_token(_walk: Walk, value: object) -> bytes:
    """Refuse a place on the page: taken apart, it is the whole page, another one in every run."""
    raise UnhashableError(value)


def enum_token(walk: Walk, value: Enum) -> bytes:
    """Return the token of an enum's member: its name, and its value where that has a digest."""
    name = name_token(f"{full_name(type(value))}.{value._name_}")
    try:
        return framed(b"E", name + walk.token(value._value_))
    except UnhashableError:
        return framed(b"E", name)


# ---- code --------------------------------------------------------------------------------------


def class_token(_walk: Walk, value: type) -> bytes:
    """Return the token of a class: its name."""
    return framed(b"C", full_name(value).encode())


def module_token(_walk: Walk, value: types.ModuleType) -> bytes:
    """Return the token of a module: its name."""
    return framed(b"X", value.__name__.encode())


def builtin_token(walk: Walk, value: types.BuiltinFunctionType) -> bytes:
    """Return the token of a function written in C; a method of an object is taken apart."""
    owner = value.__self__
    if owner is None or isinstance(owner, types.ModuleType | type):
        name = full_name(owner) if isinstance(owner, type) else value.__module__
        return framed(b"x", f"{name}.{value.__qualname__}".encode())
    return reduced_token(walk, value)


def partial_token(walk: Walk, value: functools.partial[Any]) -> bytes:
    """Return the token of a function with some of its arguments."""
    parts = (value.func, value.args, value.keywords, vars(value))
    steps = (".func", ".args", ".keywords", "")
    return framed(b"a", walk.parts(parts, steps.__getitem__))


def function_token(walk: Walk, value: types.FunctionType) -> bytes:
    """Return the token of a function: its code, and the values that it was made with.

    A value around it that has no digest counts by its type alone: most often it is what a
    decorator brought, and a function without it would be of no use as an argument.
    """
    made_with: list[Any] = [*(value.__defaults__ or ())]
    made_with += [part for item in (value.__kwdefaults__ or {}).items() for part in item]
    made_with += value.__closure__ or ()
    tokens = [name_token(f"{value.__module__}.{value.__qualname__}"), walk.token(value.__code__)]
    for part in made_with:
        try:
            tokens.append(walk.token(part))
        except UnhashableError as error:
            tokens.append(name_token(full_name(type(error.value))))
    return framed(b"y", b"%d:%b" % (len(made_with), b"".join(tokens)))


def cell_token(walk: Walk, value: types.CellType) -> bytes:
    """Return the token of a variable around a function."""
    try:
        return b"v" + walk.token(value.cell_contents)
    except ValueError:  # it has no value yet
        return b"v-"


def code_token(walk: Walk, value: types.CodeType) -> bytes:
    """Return the token of what a function does, wherever it stands in its file."""
    counts = (value.co_argcount, value.co_posonlyargcount, value.co_kwonlyargcount)
    # A name of an argument can be used by a caller; that of another variable cannot.
    arguments = value.co_varnames[: sum(counts[::2])]
    steps = (value.co_code, value.co_exceptiontable, value.co_flags)
    looked_up = (value.co_names, value.co_freevars, value.co_consts)
    # The author's rules are for values; here they would hide what the code does.
    return framed(b"z", walk.unruled((counts, arguments, steps, looked_up)))
