"""Pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.media import Image, Picture
from tabstream.elements.arguments import read_width
from tabstream.elements.block import Block
from tabstream.elements.pictures import read_picture
from tabstream.elements.types import comes_from
from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabstream._protocol.elements.text import Width
    from tabstream.elements import DeltaGenerator


class ImageElements(Block):
    """The element that shows pictures."""

    def image(
        self,
        image: Any,
        caption: str | list[str] | None = None,
        width: Width | None = "content",
        clamp: bool = False,
        channels: str = "RGB",
        output_format: str = "auto",
        *,
        use_container_width: bool | None = None,
        link: str | None = None,
        use_column_width: Any = None,
        alt: str | Sequence[str | None] | None = None,
    ) -> DeltaGenerator:
        """Show a picture, or several.

        Parameters
        ----------
        image
            An address, the path of a file in the app's folder, bytes, an open file, the text of an
            SVG, a numpy array, a Pillow image, or a list of these.
        caption
            Markdown below it; a list of them for a list of pictures.
        width
            "content" for the picture's own, as far as there is room, "stretch", or pixels.
        clamp
            Whether an array's numbers that are out of range are moved into it.
        channels
            The order of an array's colours: "RGB" or "BGR".
        output_format
            "PNG", "JPEG" or "auto": what is made of an array or a Pillow image.
        use_container_width
            The older spelling of ``width="stretch"``.
        link
            An address that a click on the picture opens.
        use_column_width
            The oldest spelling of ``width="stretch"``: True or "always".
        alt
            What the picture shows, for those who cannot see it.

        Examples
        --------
        >>> import tabstream as st
        >>> dot = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>'
        >>> picture = st.image(dot, caption="A dot", width=90)
        """
        images = _as_list(image)
        captions = _as_many(caption, len(images), "caption")
        alts = _as_many(alt, len(images), "alt")
        if link is not None and len(images) != 1:
            msg = (
                f"`link` leads somewhere from one picture; these are {len(images)}. "
                "Call `st.image` once for each of them."
            )
            raise StreamlitAPIException(msg)
        width = read_width(_older_width(width, use_container_width, use_column_width))
        pictures = []
        for one, its_caption, its_alt in zip(images, captions, alts, strict=True):
            source, mime = read_picture(one, clamp=clamp, channels=channels, format=output_format)
            pictures.append(Picture(source, mime, its_caption or "", its_alt))
        return self.draw(Image(tuple(pictures), width, link))


def _as_list(image: Any) -> list[Any]:
    if isinstance(image, list | tuple | set | frozenset):
        return list(image)
    if comes_from(image, "numpy", "ndarray") and image.ndim == 4:
        return list(image)
    return [image]


def _as_many(texts: Any, count: int, parameter: str) -> list[str | None]:
    """Return a text, or None, for each of `count` pictures."""
    if texts is None:
        return [None] * count
    many = list(texts) if isinstance(texts, list | tuple) else [texts]
    if len(many) != count:
        msg = (
            f"`{parameter}` has {len(many)} texts for {count} pictures. Pass a list with one for "
            "each of them."
        )
        raise StreamlitAPIException(msg)
    return [None if text is None else str(text) for text in many]


def _older_width(width: Any, use_container_width: bool | None, use_column_width: Any) -> Any:
    """Return the width that the spellings of different times mean together."""
    if use_container_width or use_column_width in (True, "always"):
        return "stretch"
    return "content" if width is None else width
