"""Files of pictures, sound and video: read from wherever an author has them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tabstream.elements.files import in_app_folder
from tabstream.errors import MediaFileStorageError


def read_file(data: Any) -> bytes:
    """Return the bytes of a path, of bytes, or of an open file.

    Raises
    ------
    MediaFileStorageError
        When there is no such file.
    """
    if isinstance(data, str | Path):
        return _read_path(data)
    if hasattr(data, "read"):
        # What was read of it before, such as by Pillow, is part of the file as well.
        if hasattr(data, "getvalue"):
            return bytes(data.getvalue())
        if hasattr(data, "seek"):
            data.seek(0)
        data = data.read()
    return bytes(data)


def _read_path(path: str | Path) -> bytes:
    try:
        return in_app_folder(path).read_bytes()
    except OSError as error:
        msg = (
            f"`{path}` cannot be opened: {error.strerror or error}. Files are looked for in the "
            "app's folder; what is elsewhere needs an address that begins with `https://`."
        )
        raise MediaFileStorageError(msg) from error
