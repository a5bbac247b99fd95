"""A kept result as bytes: what it is, what it depends on, and a checksum over all of it.

::

    magic | checksum | length of the header | header, JSON | what was drawn | the value, pickled

Nothing is taken out of an envelope whose checksum is wrong, or which was written under another
name.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The number is that of the form: an entry of another form is not read.
_MAGIC = b"tabstream result 1\n"
_CHECKSUM = 16
_LENGTH = struct.Struct("<I")


class RefusedError(Exception):
    """A stored result that does not hold; the text says why."""


class DamagedError(RefusedError):
    """Bytes that are no envelope, or not as they were written."""

    def __init__(self) -> None:
        super().__init__("what was stored is damaged")


@dataclass(frozen=True, slots=True)
class Facts:
    """What has to hold for a stored result, and what is told of it.

    Attributes
    ----------
    key
        The name under which it was stored.
    made
        When it was computed, in seconds since the epoch.
    seconds
        How long that took.
    call
        The call, for people.
    parts
        What it depends on: digests in hex, by name.
    shown
        The values of the parts that can be shown: numbers and texts.
    files
        What was read: size in bytes and digest in hex, by path; None for a file that was missing.
    versions
        Of Python and of the packages that were there.
    """

    key: str
    made: float
    seconds: float
    call: str
    parts: Mapping[str, str]
    shown: Mapping[str, object]
    files: Mapping[str, tuple[int, str] | None]
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Envelope:
    """A result as it is stored: what has to hold, what the function drew, and its value."""

    facts: Facts
    drawn: bytes
    value: bytes


def seal(envelope: Envelope) -> bytes:
    """Return an envelope as bytes."""
    header = json.dumps({"drawn": len(envelope.drawn), **asdict(envelope.facts)}).encode()
    pieces = (_LENGTH.pack(len(header)), header, envelope.drawn, envelope.value)
    return b"".join((_MAGIC, _checksum(pieces), *pieces))


def unseal(content: bytes, key: str) -> Envelope:
    """Return the envelope that was stored under a name.

    Raises
    ------
    DamagedError
        When the bytes are not as they were written, or belong to another name.
    """
    start = len(_MAGIC) + _CHECKSUM
    body = memoryview(content)[start:]
    if not content.startswith(_MAGIC) or content[len(_MAGIC) : start] != _checksum((body,)):
        raise DamagedError
    (length,) = _LENGTH.unpack_from(body)
    header = json.loads(bytes(body[_LENGTH.size : _LENGTH.size + length]))
    rest = body[_LENGTH.size + length :]
    drawn = header.pop("drawn")
    if header.keys() != Facts.__dataclass_fields__.keys() or header["key"] != key:
        raise DamagedError
    facts = Facts(**header)
    return Envelope(facts, bytes(rest[:drawn]), bytes(rest[drawn:]))


def _checksum(pieces: tuple[bytes | memoryview, ...]) -> bytes:
    digest = blake2b(digest_size=_CHECKSUM)
    for piece in pieces:
        digest.update(piece)
    return digest.digest()
