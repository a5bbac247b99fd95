"""Reading a link back, by the words of docs/links.md alone."""

from __future__ import annotations

import base64
import json
import re
import zlib


def read_link(address: str) -> tuple[str, str, dict[str, bytes]]:
    """Take an address apart: the site, the entry, the files in their order."""
    match = re.fullmatch(r"(\S+)#code=1\.([\w-]+)\n?", address)
    assert match, address[:100]
    site, text = match.groups()
    packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    head, _, content = zlib.decompress(packed, wbits=-15).partition(b"\n")
    header = json.loads(head)
    files, at = {}, 0
    for path, size in header["files"]:
        files[path] = content[at : at + size]
        at += size
    assert at == len(content)
    return site, header["entry"], files
