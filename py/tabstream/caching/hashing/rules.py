"""Which rule is whose: by the type itself, by a base, or by the name of a library's class."""

from __future__ import annotations

import datetime
import functools
import io
import types
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from tabstream.caching.hashing import arrays, containers, frames, streams
from tabstream.caching.hashing.reduced import reduced_token

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabstream.caching.hashing.hasher import Walk

    Rule = Callable[[Walk, Any], bytes]

_BY_TYPE: Final[dict[type, Rule]] = {
    list: containers.list_token,
    tuple: containers.tuple_token,
    dict: containers.dict_token,
    type({}.keys()): containers.view_token,
    type({}.values()): containers.view_token,
    type({}.items()): containers.view_token,
    types.MappingProxyType: containers.proxy_token,
    datetime.datetime: containers.moment_token,
    datetime.time: containers.moment_token,
    memoryview: containers.memory_token,
    functools.partial: containers.partial_token,
    types.FunctionType: containers.function_token,
    types.CodeType: containers.code_token,
    types.BuiltinFunctionType: containers.builtin_token,
    types.CellType: containers.cell_token,
}

_BY_BASE: Final[dict[type, Rule]] = {
    type: containers.class_token,
    types.ModuleType: containers.module_token,
    Enum: containers.enum_token,
    set: containers.set_token,
    frozenset: containers.set_token,
    io.BytesIO: streams.memory_file_token,
    io.StringIO: streams.memory_file_token,
    # What is written in C derives from the base of `io.IOBase`.
    io.IOBase.__mro__[1]: streams.file_token,
}

#: By the package and the name of the class or of a base, so that nothing need be imported.
_BY_NAME: Final[dict[tuple[str, str], Rule]] = {
    ("numpy", "generic"): arrays.scalar_token,
    ("numpy", "ufunc"): arrays.ufunc_token,
    ("pandas", "DataFrame"): frames.frame_token,
    ("pandas", "Series"): frames.series_token,
    ("pandas", "Index"): frames.index_token,
    ("pandas", "ExtensionArray"): frames.extension_token,
    ("decimal", "Decimal"): containers.text_token,
    ("uuid", "UUID"): containers.text_token,
    ("tabstream", "DeltaGenerator"): containers.no_token,
}


@functools.lru_cache(maxsize=1024)
def rule_for(cls: type) -> Rule:
    """Return the rule that makes a token of the objects of a class."""
    if cls in _BY_TYPE:
        return _BY_TYPE[cls]
    # A subclass of numpy's array may hold more than the array; it is taken apart.
    if _place(cls) == ("numpy", "ndarray"):
        return arrays.array_token
    for base in cls.__mro__:
        rule = _BY_BASE.get(base) or _BY_NAME.get(_place(base))
        if rule is not None:
            return rule
    if issubclass(cls, tuple) and hasattr(cls, "_fields"):
        return containers.named_tuple_token
    return reduced_token


def _place(cls: type) -> tuple[str, str]:
    return cls.__module__.partition(".")[0], cls.__qualname__
