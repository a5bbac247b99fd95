"""The messages of pictures, sound and video."""

from __future__ import annotations

from typing import ClassVar, Literal

from tabstream._protocol.elements.text import Width
from tabstream._protocol.message import Buffer, Element, message


@message
class Picture:
    """One picture."""

    #: An address, or the picture itself.
    source: str | Buffer
    #: What the bytes are, such as "image/png"; empty for an address.
    mime: str
    #: Markdown below it; empty for none.
    caption: str
    alt: str | None


@message
class Image(Element):
    """Pictures, side by side where there is room."""

    kind: ClassVar[str] = "image"
    pictures: tuple[Picture, ...]
    #: Each picture's width; with "content" its own, as far as there is room.
    width: Width
    #: Where a click on the picture leads.
    link: str | None


@message
class Audio(Element):
    """A player of sound."""

    kind: ClassVar[str] = "audio"
    #: An address, or the sound itself; None for a player without any.
    source: str | Buffer | None
    mime: str
    #: Seconds.
    start_time: int
    end_time: int | None
    loop: bool
    autoplay: bool
    alt: str | None
    width: Width


@message
class Subtitles:
    """Subtitles of a video in one language."""

    label: str
    #: WebVTT.
    text: Buffer


@message
class Video(Element):
    """A player of video."""

    kind: ClassVar[str] = "video"
    #: An address, or the video itself; None for a player without any.
    source: str | Buffer | None
    mime: str
    #: "youtube" when the address is that of YouTube's own player, to be framed.
    player: Literal["native", "youtube"]
    subtitles: tuple[Subtitles, ...]
    #: Seconds.
    start_time: int
    end_time: int | None
    loop: bool
    autoplay: bool
    muted: bool
    alt: str | None
    width: Width
