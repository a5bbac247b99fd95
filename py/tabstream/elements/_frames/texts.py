"""Packing texts into one run of bytes."""

from __future__ import annotations

import sys
from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

from tabstream._protocol.message import Buffer

if TYPE_CHECKING:
    from collections.abc import Sequence


def pack_texts(texts: Sequence[str]) -> tuple[Buffer, Buffer]:
    """Return texts as joined UTF-8 and the offsets at which they begin.

    Encoding 10,000 texts one by one takes 4 ms in WebAssembly, joined 0.5 ms. The zero byte
    behind every text is what numpy finds the offsets by.
    """
    # A lone surrogate has no UTF-8; it becomes "?" rather than an error in the author's script.
    joined = ("\0".join(texts) + "\0").encode("utf-8", "replace") if texts else b""
    offsets = _find_offsets(joined, len(texts))
    if offsets is None:
        return pack_bytes([text.encode("utf-8", "replace") for text in texts])
    return Buffer(joined), Buffer(offsets)


def pack_bytes(values: Sequence[bytes]) -> tuple[Buffer, Buffer]:
    """Return byte strings joined, a zero behind each, and the offsets at which they begin."""
    joined = b"".join(value + b"\0" for value in values)
    lengths = (len(value) + 1 for value in values)
    return Buffer(joined), Buffer(array("I", accumulate(lengths, initial=0)).tobytes())


def _find_offsets(joined: bytes, count: int) -> memoryview | None:
    """Return where each text begins, by numpy if that is loaded and no text holds a zero."""
    np = sys.modules.get("numpy")
    if np is None:
        return None
    ends = np.flatnonzero(np.frombuffer(joined, np.uint8) == 0)
    if len(ends) != count:
        return None
    offsets = np.zeros(count + 1, np.uint32)
    offsets[1:] = ends + 1
    view: memoryview = offsets.view(np.uint8).data
    return view
