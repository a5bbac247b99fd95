"""Digests of arguments: equal values give equal digests, in every run of a session.

A value is walked by type; every part is written into the digest behind the name of its type, so
that ``1``, ``"1"`` and ``True`` stay apart. What no rule knows is pickled; what cannot be pickled
is an error that names the argument.
"""

from __future__ import annotations

import datetime
import pickle
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import blake2b
from types import FunctionType
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Types whose ``repr`` says all there is to say.
_PLAIN = (
    type(None),
    bool,
    int,
    float,
    complex,
    datetime.date,
    datetime.time,
    datetime.timedelta,
    UUID,
)


class UnhashableError(TypeError):
    """A value that no digest can be made of."""

    def __init__(self, value: object) -> None:
        super().__init__(f"`{type(value).__module__}.{type(value).__qualname__}`")
        self.value = value


class Hasher:
    """Writes values into one digest.

    Parameters
    ----------
    hash_funcs
        The author's own rules: a type, or its full name, to a function that returns something that
        can be hashed in the value's place. They come before all others.
    """

    def __init__(self, hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None = None) -> None:
        self._digest = blake2b(digest_size=16)
        self._rules = dict(hash_funcs or {})
        #: The containers that are being walked, by identity: one may hold itself.
        self._open: list[int] = []

    def digest(self) -> bytes:
        """Return the digest of all that was added."""
        return self._digest.digest()

    def add(self, value: Any, *, ruled: type | None = None) -> None:
        """Add a value; one that the author's rule for `ruled` has made is not ruled again."""
        cls = type(value)
        name = f"{cls.__module__}.{cls.__qualname__}"
        rule = self._rules.get(cls, self._rules.get(name))
        if rule is not None and cls is not ruled:
            self._write("rule", name.encode())
            self.add(rule(value), ruled=cls)
            return
        if id(value) in self._open:
            self._write("cycle", str(self._open.index(id(value))).encode())
            return
        self._open.append(id(value))
        try:
            self._add_by_type(value, name)
        finally:
            self._open.pop()

    def _add_by_type(self, value: Any, name: str) -> None:
        match value:
            case str():
                self._write("str", value.encode(errors="surrogatepass"))
            case bytes() | bytearray() | memoryview():
                self._write("bytes", bytes(value))
            case Enum():
                self._write(name, value.name.encode())
            case _ if isinstance(value, _PLAIN):
                self._write(name, repr(value).encode())
            case list() | tuple():
                self._add_all(name, value)
            case dict():
                self._add_all(name, [part for item in value.items() for part in item])
            case set() | frozenset():
                self._write(name, b"".join(sorted(digest_of(part, self._rules) for part in value)))
            case FunctionType():
                self._write("function", f"{value.__module__}.{value.__qualname__}".encode())
                self._add_code(value)
            case _ if is_dataclass(value) and not isinstance(value, type):
                self._add_all(name, [getattr(value, field.name) for field in fields(value)])
            case _:
                self._add_other(value, name)

    def _add_all(self, name: str, parts: list[Any] | tuple[Any, ...]) -> None:
        self._write(name, str(len(parts)).encode())
        for part in parts:
            self.add(part)

    def _add_code(self, function: FunctionType) -> None:
        self._write("code", function.__code__.co_code)
        for constant in function.__code__.co_consts:
            if not hasattr(constant, "co_code"):
                self.add(constant)

    def _add_other(self, value: Any, name: str) -> None:
        """Add a value of a library, told by its shape so that the library need not be imported."""
        if name.startswith("pandas.") and hasattr(value, "memory_usage"):
            self._add_frame(value, name)
        elif name.startswith("numpy.") and hasattr(value, "tobytes"):
            self._write(name, f"{value.dtype} {value.shape}".encode())
            self._write(
                "values", value.tobytes() if not value.dtype.hasobject else pickle.dumps(value)
            )
        elif hasattr(value, "tobytes") and hasattr(value, "mode"):  # a picture of PIL's
            self._write(name, f"{value.mode} {value.size}".encode())
            self._write("values", value.tobytes())
        elif isinstance(value, type):
            self._write("type", f"{value.__module__}.{value.__qualname__}".encode())
        else:
            self._add_pickle(value, name)

    def _add_frame(self, value: Any, name: str) -> None:
        from pandas.util import hash_pandas_object

        labels = getattr(value, "columns", None)
        self._write(name, f"{value.shape} {getattr(value, 'name', None)!r}".encode())
        if labels is not None:
            self.add([str(label) for label in labels])
            self.add([str(dtype) for dtype in value.dtypes])
        else:
            self.add(str(value.dtype))
        try:
            self._write("values", hash_pandas_object(value).to_numpy().tobytes())
        except TypeError:  # cells that hold lists or dicts
            self._write("values", pickle.dumps(value))

    def _add_pickle(self, value: Any, name: str) -> None:
        if type(value) is object:
            # A bare object would pickle to the same bytes as every other one.
            raise UnhashableError(value)
        try:
            self._write(name, pickle.dumps(value))
        except Exception as error:
            raise UnhashableError(value) from error

    def _write(self, name: str, content: bytes) -> None:
        self._digest.update(f"{name}:{len(content)}:".encode())
        self._digest.update(content)


def digest_of(
    value: Any, hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None = None
) -> bytes:
    """Return the digest of a value.

    Examples
    --------
    >>> digest_of({"a": [1, 2]}) == digest_of({"a": [1, 2]})
    True
    >>> digest_of(1) == digest_of(True)
    False
    """
    hasher = Hasher(hash_funcs)
    hasher.add(value)
    return hasher.digest()
