"""The walk through a value: the author's rules, what holds itself, and what is met twice.

What has been walked and met no circle is *pure*: its token says all there is, and stands for it
wherever it is met again. So ``[part, part]`` and ``[part, copy(part)]`` are one, and a value in
which each level holds the next one twice takes no longer than it is deep.

In a circle that cannot be. Whatever leads into one gets a number, in the order of the walk; when it
is met again, the number stands for it. Copies are walked in the same order, so they get the same.

The members of a set come in any order. Each is walked as if it were the first, and then their
tokens are sorted.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from tabstream.caching.hashing.errors import UnhashableError, UserHashError, full_name
from tabstream.caching.hashing.rules import rule_for
from tabstream.caching.hashing.tokens import LEAVES, LONG, column_token, digest16, framed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    HashFuncs = Mapping[type | str, Callable[[Any], Any]]

_ALL_PLAIN: Final = frozenset(LEAVES)
_SHORT_KINDS: Final = frozenset({list, tuple, dict})
#: As many objects in circles may be walked in sets before we give up: sets of objects that hold
#: sets of each other would be walked on every way that leads through them.
_MOST_IN_SETS: Final = 20_000


class Hasher:
    """Writes values into one digest.

    Parameters
    ----------
    hash_funcs
        The author's own rules: a type, or its full name, to a function that returns something that
        can be hashed in the value's place. They come before all others.
    """

    def __init__(self, hash_funcs: HashFuncs | None = None) -> None:
        self._digest = blake2b(digest_size=16)
        self._hash_funcs = hash_funcs

    def digest(self) -> bytes:
        """Return the digest of all that was added."""
        return self._digest.digest()

    def add(self, value: Any) -> None:
        """Add a value.

        Raises
        ------
        UnhashableError
            When the value, or something in it, has no digest.
        UserHashError
            When a function of `hash_funcs` fails.
        """
        # A walk of its own: what has been walked may change until the next call.
        self._digest.update(_token_of(value, self._hash_funcs))


def digest_of(
    value: Any, hash_funcs: HashFuncs | None = None, met: list[Any] | None = None
) -> bytes:
    """Return the digest of a value.

    Parameters
    ----------
    value
        The value.
    hash_funcs
        The author's own rules; see `Hasher`.
    met
        Takes what is met that may hold code: functions, classes, objects.

    Examples
    --------
    >>> digest_of({"a": [1, 2]}) == digest_of({"a": [1, 2]})
    True
    >>> digest_of(1) == digest_of(True)
    False
    """
    return digest16(_token_of(value, hash_funcs, met))


def _token_of(value: Any, hash_funcs: HashFuncs | None, met: list[Any] | None = None) -> bytes:
    if not hash_funcs and (leaf := LEAVES.get(type(value))) is not None:
        return leaf(value)
    try:
        return Walk(hash_funcs, met).token(value)
    except RecursionError as error:  # nested too deeply
        raise UnhashableError(value) from error


class Walk:
    """A walk through one value."""

    def __init__(self, hash_funcs: HashFuncs | None, met: list[Any] | None = None) -> None:
        self._hash_funcs = hash_funcs or {}
        self._met = met
        self._leaves = LEAVES
        self._plain = _ALL_PLAIN
        if hash_funcs:
            self._plain = frozenset(cls for cls in LEAVES if self._author_rule(cls) is None)
            self._leaves = {cls: LEAVES[cls] for cls in self._plain}
        #: The numbers of what is being walked, and of what leads into a circle, by identity.
        self._numbers: dict[int, int] = {}
        #: How many values have been walked, and how often a number has stood for one instead.
        self._walked = 0
        self._met_again = 0
        #: The tokens of what is pure. What a token is of is held, too: while it lives, nothing else
        #: has its identity.
        self._pure: dict[int, tuple[Any, bytes]] = {}
        self._held: list[Any] = []
        self._in_sets = 0

    def token(self, value: Any) -> bytes:
        """Return the token of a value."""
        leaf = self._leaves.get(type(value))
        return leaf(value) if leaf is not None else self._inner(value)

    def unruled(self, value: Any) -> bytes:
        """Return the token of a value that is none of the author's."""
        return Walk(None).token(value)

    def parts(self, values: Collection[Any], step: Callable[[int], str]) -> bytes:
        """Return the tokens of some values, one after the other.

        Parameters
        ----------
        values
            The values, whose number the caller has written.
        step
            Gives the way from the container to one of them, by its number.
        """
        tokens: list[bytes] = []
        leaves = self._leaves
        try:
            for value in values:
                # As `token` does, but with less on the stack, which a long chain of objects fills.
                leaf = leaves.get(type(value))
                tokens.append(leaf(value) if leaf is not None else self._inner(value))
        except UnhashableError as error:
            error.lies_within(step(len(tokens)))
            raise
        return b"".join(tokens)

    def sequence(self, values: Collection[Any], step: Callable[[int], str]) -> bytes:
        """Return the token of some values in their order, and of how many they are."""
        if len(values) >= LONG:
            kinds = set(map(type, values))
            if kinds <= self._plain:
                return framed(b"q", b"%d:%b" % (len(values), column_token(list(values), kinds)))
        return framed(b"q", b"%d:%b" % (len(values), self.parts(values, step)))

    def apart(self, values: Collection[Any], step: str) -> list[bytes]:
        """Return the token of each value, as if it were the only one."""
        tokens = []
        numbers = self._numbers
        try:
            for value in values:
                self._numbers = dict(numbers)
                tokens.append(self.token(value))
                self._in_sets += len(self._numbers) - len(numbers)
                if self._in_sets > _MOST_IN_SETS:
                    raise UnhashableError(value)
        except UnhashableError as error:
            error.lies_within(step)
            raise
        finally:
            self._numbers = numbers
        return tokens

    def _inner(self, value: Any) -> bytes:
        """Return the token of what may hold other values."""
        key = id(value)
        if key in self._pure:
            return self._pure[key][1]
        numbers = self._numbers
        if key in numbers:
            self._met_again += 1
            return b"@%d;" % numbers[key]
        numbers[key] = len(numbers)
        self._walked += 1
        walked, met_again = self._walked, self._met_again
        cls: type = type(value)
        if self._met is not None and cls not in _SHORT_KINDS:
            self._met.append(value)
        try:
            if self._hash_funcs and (function := self._author_rule(cls)) is not None:
                token = self._ruled(value, function)
            else:
                token = rule_for(cls)(self, value)
        except BaseException:
            del numbers[key]
            raise
        if self._met_again != met_again:
            self._held.append(value)
            return token
        del numbers[key]
        # Of a short list of plain values the token is made anew as quickly as it is found, and in a
        # table of a million rows it would be in the way.
        if self._walked != walked or cls not in _SHORT_KINDS or len(value) >= LONG:
            self._pure[key] = (value, token)
        return token

    def _ruled(self, value: Any, function: Callable[[Any], Any]) -> bytes:
        cls: type = type(value)
        try:
            made = function(value)
        except Exception as error:
            raise UserHashError(function, value, error) from error
        self._held.append(made)
        # What a function makes of a list may be a list; that one is not ruled again.
        rule: Callable[[Walk, Any], bytes] = rule_for(cls)
        if type(made) is not cls:
            own = self.token(made)
        elif (leaf := LEAVES.get(cls)) is not None:
            own = leaf(made)
        else:
            own = rule(self, made)
        return framed(b"u", full_name(cls).encode() + b":" + own)

    def _author_rule(self, cls: type) -> Callable[[Any], Any] | None:
        rules = self._hash_funcs
        return rules.get(cls) or rules.get(full_name(cls))
