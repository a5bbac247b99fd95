"""A whole project inside an address: ``#code=1.<text>``, as docs/links.md has it.

The other end is web/src/sources/code-link.ts. tests/contract/links holds what both must agree on.
"""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "1"

#: What browsers and chats leave whole; the page makes no longer ones either.
MAX_CODE_LENGTH = 80_000

#: The page unpacks no more, so that a short link cannot fill its memory.
MAX_UNPACKED_BYTES = 10_000_000


def encode_code(entry: str, files: Mapping[str, bytes]) -> str:
    """Pack a project into what stands behind ``#code=``.

    Parameters
    ----------
    entry
        The path of the script.
    files
        Every file by its path in the folder, the script among them.

    Examples
    --------
    >>> encode_code("app.py", {"app.py": b"1"})[:2]
    '1.'
    """
    ordered = sorted(files.items(), key=lambda item: code_units(item[0]))
    header = {"entry": entry, "files": [[path, len(content)] for path, content in ordered]}
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    payload = b"".join([head, b"\n", *(content for _, content in ordered)])
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(payload) + deflate.flush()
    return f"{VERSION}.{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def code_units(path: str) -> bytes:
    """Give what JavaScript compares texts by. Beyond U+FFFF its order is not that of Python."""
    return path.encode("utf-16-be")
