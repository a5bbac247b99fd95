"""Rules for files: those in memory by what is in them, the others by what the disk says of them."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Any, Final

from tabstream.caching.hashing.errors import UnhashableError, full_name
from tabstream.caching.hashing.reduced import state_token
from tabstream.caching.hashing.tokens import LEAVES, framed, name_token

if TYPE_CHECKING:
    import io

    from tabstream.caching.hashing.hasher import Walk

#: The same file, picked a second time, is another upload and no other content.
_UPLOAD: Final = "tabstream.elements.inputs.uploaded_file.UploadedFile"


def memory_file_token(walk: Walk, value: io.BytesIO | io.StringIO) -> bytes:
    """Return the token of a file in memory: where it is read, what is in it, what it carries."""
    name = full_name(type(value))
    try:
        position, content = value.tell(), value.getvalue()
    except ValueError as error:  # it is closed
        raise UnhashableError(value) from error
    own = dict(getattr(value, "__dict__", None) or {})
    if name == _UPLOAD:
        own.pop("file_id", None)
    said = b"%b%d;%b" % (name_token(name), position, LEAVES[type(content)](content))
    return framed(b"h", said + state_token(walk, value, own))


def file_token(_walk: Walk, value: Any) -> bytes:
    """Return the token of an open file: its name, size, time of writing, and where it is read."""
    try:
        facts = os.fstat(value.fileno())
        name, mode = value.name, getattr(value, "mode", None)
        position = _position(value)
    except (OSError, ValueError, AttributeError) as error:  # closed, or no file at all
        raise UnhashableError(value) from error
    if not stat.S_ISREG(facts.st_mode):  # a pipe, a socket, a terminal: nobody knows what comes
        raise UnhashableError(value)
    said = (name, mode, facts.st_size, facts.st_mtime_ns, position)
    return framed(b"H", name_token(full_name(type(value))) + name_token(repr(said)))


def _position(file: Any) -> int:
    try:
        return int(file.tell())
    except OSError:
        # A text file that a loop is reading does not tell; what lies beneath it does.
        return int(file.buffer.tell())
