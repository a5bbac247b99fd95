"""The arguments of a call, as a part of its key."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

from tabstream.caching.hashing import UnhashableError, digest_of
from tabstream.caching.unhashable import unhashable_argument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from inspect import BoundArguments


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a call was given.

    Attributes
    ----------
    values
        By parameter; those with an underscore before their name do not count and are not here.
    digests
        One for each of them.
    """

    values: dict[str, Any]
    digests: dict[str, bytes]

    def digest(self) -> bytes:
        """Return the digest of all of them."""
        together = blake2b(digest_size=16)
        for name, digest in self.digests.items():
            together.update(f"{name}:".encode())
            together.update(digest)
        return together.digest()


class ArgumentReader:
    """Reads the arguments of one function's calls: positional and keyword forms are one call.

    Parameters
    ----------
    function, decorator
        The function, and the name of its decorator.
    hash_funcs
        The author's own rules for values.
    counts_defaults
        Whether an argument that is left to its default and one that is given it are one call.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        decorator: str,
        hash_funcs: Mapping[type | str, Callable[[Any], Any]] | None,
        *,
        counts_defaults: bool,
    ) -> None:
        self._function = function
        self._decorator = decorator
        self._signature = signature(function)
        self._hash_funcs = hash_funcs
        self._counts_defaults = counts_defaults
        self._keywords = {
            name
            for name, parameter in self._signature.parameters.items()
            if parameter.kind is Parameter.VAR_KEYWORD
        }

    def read(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Arguments:
        """Return the arguments of a call.

        Raises
        ------
        UnhashableParamError
            When one of them has no digest.
        """
        bound = self._signature.bind(*args, **kwargs)
        if self._counts_defaults:
            bound.apply_defaults()
        values = {name: value for name, value in self._named(bound) if not name.startswith("_")}
        return Arguments(values, {name: self._digest(name, values[name]) for name in values})

    def _named(self, bound: BoundArguments) -> Iterator[tuple[str, Any]]:
        for name, value in bound.arguments.items():
            if name in self._keywords:
                yield from sorted(value.items())
            else:
                yield name, value

    def _digest(self, name: str, value: Any) -> bytes:
        try:
            return digest_of(value, self._hash_funcs)
        except UnhashableError as error:
            raise unhashable_argument(name, error, self._function, self._decorator) from error
