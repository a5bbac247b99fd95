"""Pixels as a PNG file, without Pillow.

A picture does not cross a network on its way to the page, so it is packed fast rather than small;
and an app that shows an array of numbers need not load Pillow for it.
"""

from __future__ import annotations

import struct
import zlib

#: PNG's number for pixels of grey, of red, green and blue, and of these with transparency.
_COLOUR_TYPES = {1: 0, 3: 2, 4: 6}


def encode_png(pixels: bytes, width: int, height: int, channels: int) -> bytes:
    r"""Return a PNG file of rows of 8-bit pixels.

    Examples
    --------
    >>> encode_png(bytes([255, 0, 0]), width=1, height=1, channels=3)[:8]
    b'\x89PNG\r\n\x1a\n'
    """
    stride = width * channels
    # Each row begins with the number of its filter: none.
    rows = b"".join(b"\0" + pixels[at : at + stride] for at in range(0, stride * height, stride))
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPES[channels], 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(rows, level=1)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
