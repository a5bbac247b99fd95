"""Sound and video."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Buffer
from tabstream._protocol.elements.media import Audio, Video
from tabstream.elements.arguments import STRETCH, read_width
from tabstream.elements.block import Block
from tabstream.elements.media_files import read_file
from tabstream.elements.media_times import read_seconds
from tabstream.elements.subtitles import read_subtitles
from tabstream.elements.types import comes_from
from tabstream.elements.wav import encode_wav
from tabstream.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
)

if TYPE_CHECKING:
    from datetime import timedelta

    from tabstream._protocol.elements.text import Width
    from tabstream.elements import DeltaGenerator

_YOUTUBE = (
    r"(?i)(?:https?:)?//(?:www\.|m\.)?"
    r"(?:youtu\.be/|youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|v/|shorts/|live/))"
    r"([\w-]{11})(?:[?&#/].*)?"
)

#: What files are by their names, where the author did not say.
_TYPES = {
    ".aac": "audio/aac",
    ".flac": "audio/flac",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".mkv": "video/x-matroska",
    ".mov": "video/quicktime",
    ".mp4": "video/mp4",
    ".ogv": "video/ogg",
    ".webm": "video/webm",
}

_AUDIO_FORMAT = "audio/wav"
_VIDEO_FORMAT = "video/mp4"


class MediaElements(Block):
    """The elements that play."""

    def audio(
        self,
        data: Any,
        format: str = _AUDIO_FORMAT,
        start_time: float | timedelta | str = 0,
        *,
        sample_rate: int | None = None,
        end_time: float | timedelta | str | None = None,
        loop: bool = False,
        autoplay: bool = False,
        alt: str | None = None,
        width: Width = "stretch",
    ) -> DeltaGenerator:
        """Show a player of sound.

        Parameters
        ----------
        data
            An address, the path of a file in the app's folder, bytes, an open file, or a numpy
            array: of one dimension, or of two with a row for each channel.
        format
            What the bytes are.
        start_time
            Where to begin: seconds, a timedelta, or a text such as "1m 30s".
        sample_rate
            The numbers a second in a numpy array.
        end_time
            Where to end.
        loop
            Whether it begins again at its end.
        autoplay
            Whether it begins by itself, as far as the browser lets it.
        alt
            What it is, for those who cannot hear it.
        width
            "stretch", or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> player = st.audio("https://example.org/bell.mp3", start_time="2s")
        """
        if comes_from(data, "numpy", "ndarray"):
            if sample_rate is None:
                raise StreamlitMissingRequiredParameterError(
                    "sample_rate", "the numbers a second when `data` is a numpy array"
                )
            data = encode_wav(data, sample_rate)
            mime = _AUDIO_FORMAT
        else:
            mime = _type_of(data, format, _AUDIO_FORMAT)
        return self.draw(
            Audio(
                _read_source(data),
                mime,
                read_seconds("start_time", start_time),
                None if end_time is None else read_seconds("end_time", end_time),
                loop,
                autoplay,
                alt,
                read_width(width, STRETCH),
            )
        )

    def video(
        self,
        data: Any,
        format: str = _VIDEO_FORMAT,
        start_time: float | timedelta | str = 0,
        *,
        subtitles: Any = None,
        end_time: float | timedelta | str | None = None,
        loop: bool = False,
        autoplay: bool = False,
        muted: bool = False,
        alt: str | None = None,
        width: Width = "stretch",
    ) -> DeltaGenerator:
        """Show a player of video.

        Parameters
        ----------
        data
            An address (of YouTube, too), the path of a file in the app's folder, bytes, or an open
            file.
        format
            What the bytes are.
        start_time
            Where to begin: seconds, a timedelta, or a text such as "1m 30s".
        subtitles
            WebVTT or SRT, as text, bytes or a path, or a dictionary of these by language.
        end_time
            Where to end.
        loop
            Whether it begins again at its end.
        autoplay
            Whether it begins by itself; most browsers want it to be muted then.
        muted
            Whether it is silent at first.
        alt
            What it shows, for those who cannot see it.
        width
            "stretch", or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> player = st.video("https://example.org/talk.mp4", subtitles="WEBVTT", muted=True)
        """
        youtube = re.fullmatch(_YOUTUBE, data) if isinstance(data, str) else None
        if youtube is not None:
            if subtitles:
                msg = (
                    "`subtitles` cannot be added to a video of YouTube: its own player shows it. "
                    "They work with a file or the address of one."
                )
                raise StreamlitIncompatibleParametersError(msg)
            data = f"https://www.youtube.com/embed/{youtube[1]}"
        elif comes_from(data, "numpy", "ndarray"):
            data = data.tobytes()
        return self.draw(
            Video(
                _read_source(data),
                _type_of(data, format, _VIDEO_FORMAT),
                "youtube" if youtube is not None else "native",
                read_subtitles(subtitles),
                read_seconds("start_time", start_time),
                None if end_time is None else read_seconds("end_time", end_time),
                loop,
                autoplay,
                muted,
                alt,
                read_width(width, STRETCH),
            )
        )


def _read_source(data: Any) -> str | Buffer | None:
    if data is None or (isinstance(data, str) and re.match(r"(?i)(https?|data|blob):", data)):
        return data
    is_bytes = isinstance(data, bytes | bytearray | memoryview)
    if not is_bytes and not isinstance(data, str | Path) and not hasattr(data, "read"):
        supported = ["an address", "a path", "bytes", "an open file", "a numpy array"]
        raise StreamlitInvalidParameterTypeError("data", supported, data)
    return Buffer(read_file(data))


def _type_of(data: Any, format: str, default: str) -> str:
    """Return what the author said the bytes are, or what the file's name says."""
    if format == default and isinstance(data, str | Path):
        return _TYPES.get(Path(data).suffix.lower(), default)
    return format
