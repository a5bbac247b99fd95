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


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a call was given.

    Attributes
    ----------
    values
        By parameter; those with an underscore before their name do not count and are not here.
    digests
        One for each of them.
    met
        What may hold code in them: functions, classes, objects.
    """

    values: dict[str, Any]
    digests: dict[str, bytes]
    met: list[Any]

    def digest(self) -> bytes:
        """Return the digest of all of them."""
        together = blake2b(digest_size=16)
        for name, digest in self.digests.items():
            together.update(f"{name}:".encode(errors="surrogatepass"))
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

    def read(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Arguments:
        """Return the arguments of a call.

        Raises
        ------
        UnhashableParamError
            When one of them has no digest.
        """
        values = dict(self._named(args, kwargs))
        met: list[Any] = []
        digests = {name: self._digest(name, value, met) for name, value in values.items()}
        return Arguments(values, digests, met)

    def _named(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        """Name the arguments that count."""
        try:
            bound = self._signature.bind(*args, **kwargs)
        except TypeError:
            # A decorator in between has parameters of its own; or the call will fail by itself.
            yield from [("*", args), *sorted(kwargs.items())]
            return
        if self._counts_defaults:
            bound.apply_defaults()
        for name, value in bound.arguments.items():
            kind = self._signature.parameters[name].kind
            if kind is Parameter.VAR_KEYWORD:
                yield from (
                    (self._keyword(key), value[key]) for key in sorted(value) if key[:1] != "_"
                )
            elif kind is Parameter.VAR_POSITIONAL or not name.startswith("_"):
                yield name, value

    def _keyword(self, name: str) -> str:
        """Return a name for a keyword that is no parameter, though it may be called like one."""
        return f"**{name}" if name in self._signature.parameters else name

    def _digest(self, name: str, value: Any, met: list[Any]) -> bytes:
        try:
            return digest_of(value, self._hash_funcs, met)
        except UnhashableError as error:
            raise unhashable_argument(name, error, self._function, self._decorator) from error
