"""Whatever an author calls a picture, as an address or as the bytes of a file.

One question after the other, cheapest first::

    "https://…", "data:…"           the browser fetches it
    "<svg …>"                       an SVG file
    any other text, a Path          a file beside the script
    bytes, an open file             a file
    a numpy array                   a PNG file
    a Pillow image                  a PNG file, or the format that was asked for
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from tabstream._protocol import Buffer
from tabstream.elements.media_files import read_file
from tabstream.elements.png import encode_png
from tabstream.elements.types import comes_from
from tabstream.errors import StreamlitAPIException, StreamlitValueError

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: A picture's source, and what its bytes are; that is empty for an address.
Source: TypeAlias = tuple[str | Buffer, str]

#: How the files that browsers can show begin.
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF....WEBP", "image/webp"),
    (b"BM", "image/bmp"),
    (b"\0\0\1\0", "image/x-icon"),
    (b"....ftypavi[fs]", "image/avif"),
    (rb"\s*(?i:<\?xml.*?)?(<!--.*?-->\s*)*(?i:<!doctype svg.*?)?<svg[\s>]", "image/svg+xml"),
)

_ADDRESS = r"(?i)(https?|data|blob):.*"
_SVG = r"(?is)\s*(<\?xml.*?)?<svg[\s>].*"

#: The formats that can be asked for besides PNG.
_FORMATS = {"JPEG": "JPEG", "JPG": "JPEG", "GIF": "GIF", "WEBP": "WEBP"}

#: Which kinds of pixels a format holds, and how Pillow is to write it.
_SAVING: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "GIF": (("1", "L", "P", "RGB", "RGBA"), {"save_all": True}),
    "JPEG": (("L", "RGB", "CMYK"), {"quality": 90}),
    "PNG": (("1", "L", "LA", "P", "RGB", "RGBA", "I;16"), {"compress_level": 1}),
    "WEBP": (("RGB", "RGBA"), {"quality": 90}),
}


def read_picture(
    image: Any, *, clamp: bool = False, channels: str = "RGB", format: str = "auto"
) -> Source:
    """Return where a picture is, or what it is.

    Parameters
    ----------
    image
        Anything that the module's table names.
    clamp
        Whether an array's numbers that are out of range are moved into it.
    channels
        The order of an array's colours: "RGB" or "BGR".
    format
        The file format to make of an array or a Pillow image, if it matters.
    """
    if isinstance(image, str):
        if re.fullmatch(_ADDRESS, image, re.DOTALL):
            return image, ""
        if re.fullmatch(_SVG, image):
            return Buffer(image.encode()), "image/svg+xml"
    if isinstance(image, str | Path | bytes | bytearray | memoryview) or hasattr(image, "read"):
        return _known(read_file(image))
    if comes_from(image, "numpy", "ndarray"):
        return _from_array(image, clamp, channels, format)
    if comes_from(image, "PIL", "Image"):
        return _from_pillow(image, format)
    msg = (
        f"A `{type(image).__name__}` cannot be shown as a picture. `st.image` takes an address, a "
        "path, bytes, an open file, a numpy array, a Pillow image, or a list of these."
    )
    raise StreamlitAPIException(msg)


def _known(data: bytes) -> Source:
    """Return the bytes of a file with their type; what no browser shows becomes a PNG file."""
    for beginning, mime in _MAGIC:
        if re.match(beginning, data, re.DOTALL):
            return Buffer(data), mime
    if find_spec("PIL") is not None:
        from PIL import Image, UnidentifiedImageError

        try:
            return _from_pillow(Image.open(BytesIO(data)), "PNG")
        except UnidentifiedImageError:
            pass
    msg = (
        "These bytes are no picture that a browser can show. PNG, JPEG, GIF, WebP, AVIF, BMP, ICO "
        "and SVG work; with Pillow among the app's packages others do, too."
    )
    raise StreamlitAPIException(msg)


def _from_array(array: NDArray[Any], clamp: bool, channels: str, format: str) -> Source:
    if array.ndim == 2:
        array = array[:, :, None]
    if array.ndim != 3:
        shapes = ["an array of 2 dimensions (grey)", "one of 3 (rows, columns, colours)"]
        raise StreamlitValueError("image", shapes, array.shape)
    height, width, depth = array.shape
    if depth not in (1, 3, 4):
        msg = (
            f"An array of shape {array.shape} is no picture: its last dimension must be 1 (grey), "
            "3 (red, green, blue) or 4 (these and opacity)."
        )
        raise StreamlitAPIException(msg)
    if depth >= 3 and channels == "BGR":
        array = array[:, :, [2, 1, 0, 3][:depth]]
    pixels = _bytes_of(array, clamp)
    if _FORMATS.get(format.upper()) and depth == 3 and find_spec("PIL") is not None:
        from PIL import Image

        return _from_pillow(Image.frombytes("RGB", (width, height), pixels), format)
    return Buffer(encode_png(pixels, width, height, depth)), "image/png"


def _bytes_of(array: NDArray[Any], clamp: bool) -> bytes:
    """Return numbers from 0.0 to 1.0, or from 0 to 255, or truth values, as bytes."""
    import numpy as np

    if array.dtype.kind == "b":
        return (array * np.uint8(255)).tobytes()
    most = 1.0 if array.dtype.kind == "f" else 255
    if array.size and (np.nanmin(array) < 0 or np.nanmax(array) > most):
        if not clamp:
            msg = (
                f"The array has numbers outside of {0 * most} to {most}, the range of a picture of "
                f"type {array.dtype}. Scale them, or pass `clamp=True` to cut them off."
            )
            raise StreamlitAPIException(msg)
        array = np.clip(array, 0, most)
    if most == 1.0:
        array = np.nan_to_num(array) * 255
    return array.astype(np.uint8).tobytes()


def _from_pillow(image: Any, format: str) -> Source:
    # An animation is a GIF file already, and a single frame of it would be the wrong picture.
    own = "GIF" if getattr(image, "is_animated", False) and image.format == "GIF" else "PNG"
    name = _FORMATS.get(format.upper(), own)
    modes, options = _SAVING[name]
    if image.mode not in modes:
        image = image.convert("RGB")
    file = BytesIO()
    image.save(file, name, **options)
    return Buffer(file.getvalue()), f"image/{name.lower()}"
