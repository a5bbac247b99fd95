"""Tokens of plain values: bytes that say what a value is and where they end.

The types here are told by `type(value) is …`: an object of a subclass may carry more than its text.
"""

from __future__ import annotations

import datetime
import struct
from array import array
from hashlib import blake2b
from itertools import compress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

#: What is longer stands in a token as its digest, so that tokens of tokens stay short.
SHORT: Final = 64
#: From this length on, a sequence of plain values is written by the column.
LONG: Final = 32
#: Stands between the texts of a column: a control character that hardly any text holds.
_BETWEEN: Final = "\x1f"


def digest16(content: bytes | memoryview) -> bytes:
    """Return the 128 bits that stand for some content."""
    return blake2b(content, digest_size=16).digest()


def framed(tag: bytes, content: bytes) -> bytes:
    """Return a token of some content; `tag` says of what.

    Examples
    --------
    >>> framed(b"s", b"text")
    b's4:text'
    """
    if len(content) > SHORT:
        return b"%b#%b" % (tag, digest16(content))
    return b"%b%d:%b" % (tag, len(content), content)


def name_token(name: str) -> bytes:
    """Return the token of a name."""
    return framed(b"n", name.encode(errors="surrogatepass"))


def _by_repr(tag: bytes) -> Callable[[Any], bytes]:
    return lambda value: framed(tag, repr(value).encode())


_FLOAT = struct.Struct("<d")
_COMPLEX = struct.Struct("<dd")

#: By the exact type. An integer is written in hexadecimal: Python refuses the decimal form of one
#: with more than 4300 digits.
LEAVES: Final[dict[type, Callable[[Any], bytes]]] = {
    str: lambda value: framed(b"s", value.encode(errors="surrogatepass")),
    int: lambda value: b"i%x;" % value,
    float: lambda value: b"f" + _FLOAT.pack(value),
    bool: lambda value: b"T" if value else b"F",
    type(None): lambda _: b"N",
    bytes: lambda value: framed(b"b", value),
    bytearray: lambda value: framed(b"B", bytes(value)),
    complex: lambda value: b"c" + _COMPLEX.pack(value.real, value.imag),
    type(...): lambda _: b".",
    datetime.date: _by_repr(b"D"),
    datetime.timedelta: _by_repr(b"t"),
}


def column_token(values: Sequence[Any], kinds: Collection[type]) -> bytes:
    """Return the token of a long sequence of plain values, made of it as a whole.

    Parameters
    ----------
    values
        The values.
    kinds
        Their types, each of which has an entry in `LEAVES`.

    Notes
    -----
    A token for each value would take Pyodide a microsecond or more; as a whole, 100,000 texts take
    3 ms, besides the 12 ms in which the caller finds out that they are texts.
    """
    if len(kinds) == 1:
        [kind] = kinds
        return framed(b"=", _content_of(values, kind))
    each = list(map(type, values))
    # In the order in which they are met: that of a set differs from process to process.
    order = {kind: number for number, kind in enumerate(dict.fromkeys(each))}
    numbers = bytes(map(order.__getitem__, each))
    content = [numbers]
    for kind, number in order.items():
        is_alike = numbers.translate(bytes(number == other for other in range(256)))
        content.append(_content_of(list(compress(values, is_alike)), kind))
    return framed(b"|", b"".join(framed(b"k", part) for part in content))


def text_content(texts: Sequence[str]) -> bytes:
    """Return what a column of texts is, so that no other one is the same."""
    joined = _BETWEEN.join(texts)
    if joined.count(_BETWEEN) == len(texts) - 1:
        return b"str|" + joined.encode(errors="surrogatepass")
    # A text holds the separator; the lengths say where each one ends.
    lengths = array("Q", map(len, texts)).tobytes()
    return b"str#" + digest16(lengths) + "".join(texts).encode(errors="surrogatepass")


def _content_of(values: Sequence[Any], kind: type) -> bytes:
    if kind is str:
        return text_content(values)
    if kind is float:
        return b"float=" + array("d", values).tobytes()
    if kind is int:
        try:
            return b"int=" + array("q", values).tobytes()
        except OverflowError:
            pass  # one by one, of any length
    return kind.__name__.encode() + b":" + b"".join(map(LEAVES[kind], values))
