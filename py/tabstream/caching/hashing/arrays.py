"""Rules for numpy's arrays and numbers: shape, type and every element."""

from __future__ import annotations

import functools
import sys
from hashlib import shake_128
from typing import TYPE_CHECKING, Any, Final

from tabstream.caching.hashing.errors import UnhashableError, full_name
from tabstream.caching.hashing.tokens import digest16, framed, name_token, text_content

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tabstream.caching.hashing.hasher import Walk

#: Kinds of elements whose memory is what they are.
_RAW: Final = "biufcmMSUV"
#: Above so many bytes, the sums are quicker than a digest.
_LARGE: Final = 1 << 16
#: Words that are summed up at once: they and their weights fit a processor's cache.
_WORDS: Final = 1 << 14


def array_token(walk: Walk, value: NDArray[Any]) -> bytes:
    """Return the token of an array."""
    dtype = value.dtype
    head = f"{dtype.str if dtype.names is None else repr(dtype)} {value.shape}"
    return framed(b"A", name_token(head) + _content(walk, value))


def scalar_token(walk: Walk, value: np.generic) -> bytes:
    """Return the token of one element of an array."""
    return framed(b"G", name_token(full_name(type(value))) + array_token(walk, _asarray(value)))


def ufunc_token(_walk: Walk, value: np.ufunc) -> bytes:
    """Return the token of a function over arrays: its name.

    Raises
    ------
    UnhashableError
        When `numpy.frompyfunc` made it: what it calls cannot be seen.
    """
    if value.__name__.endswith("(vectorized)"):
        raise UnhashableError(value)
    return framed(b"U", f"{value!r} {value.types}".encode())


def cell_step(shape: tuple[int, ...], number: int) -> str:
    """Return how an element is taken out of an array.

    Examples
    --------
    >>> cell_step((2, 3), 4)
    '[1, 1]'
    """
    at = []
    for size in reversed(shape):
        number, rest = divmod(number, size)
        at.append(rest)
    return f"{at[::-1] or [()]}"


def _content(walk: Walk, value: NDArray[Any]) -> bytes:
    dtype = value.dtype
    if dtype.names is not None:  # between the fields may lie bytes that mean nothing
        fields = [value[name] for name in dtype.names]
        names = dtype.names
        return walk.parts(fields, lambda at: f'["{names[at]}"]')
    if dtype.char in "gG":  # in each of which lie such bytes
        return framed(b"=", text_content([repr(number) for number in value.ravel()]))
    if dtype.hasobject or dtype.kind not in _RAW:
        cells = value.astype(object).ravel().tolist()
        return walk.sequence(cells, lambda at: cell_step(value.shape, at))
    if not value.nbytes:
        return b"-"
    content = _numpy().ascontiguousarray(value).reshape(-1).view("u1")
    return digest16(content.data) if content.size < _LARGE else _digest_of_sums(content)


def _digest_of_sums(content: NDArray[np.uint8]) -> bytes:
    """Return the digest of many bytes, summed up first.

    The sum of all words of 32 bits, each times a random weight of 64, modulo 2**64, is the same for
    two contents by chance alone: once in 2**33 at worst, when they differ in the highest bit of a
    word. Two such sums with other weights make it once in 2**66. The words are widened to 64 bits
    for that: a product with a word of 64 would forget all but one bit of the weight.

    10 MB of numbers in Pyodide, best of many on two busy cores: these sums 8 ms; crc32 7, which is
    too short and linear; blake2b 20, md5 21, pandas' `hash_array` 20, which has 64 bits only,
    sha512 42, sha1 57, sha256 64.
    """
    numpy = _numpy()
    first, second = _weights()
    whole = content.size // 4 * 4
    words = content[:whole].view("<u4")
    starts = range(0, words.size, _WORDS)
    sums = numpy.empty((len(starts), 2), "u8")
    room = numpy.empty(_WORDS, "u8")
    for number, start in enumerate(starts):
        part = words[start : start + _WORDS]
        wide = room[: part.size]
        wide[...] = part
        sums[number, 0] = numpy.dot(wide, first[: part.size])
        sums[number, 1] = numpy.dot(wide, second[: part.size])
    return digest16(sums.tobytes() + content[whole:].tobytes())


@functools.cache
def _weights() -> NDArray[np.uint64]:
    """Return the two rows of weights: any random numbers, and the same ones in every process."""
    random = shake_128(b"tabstream").digest(2 * _WORDS * 8)
    weights: NDArray[np.uint64] = _numpy().frombuffer(random, "<u8").reshape(2, _WORDS)
    return weights


def _asarray(value: Any) -> NDArray[Any]:
    array: NDArray[Any] = _numpy().asarray(value)
    return array


def _numpy() -> Any:
    # It is there: whoever made an array has imported it.
    return sys.modules["numpy"]
