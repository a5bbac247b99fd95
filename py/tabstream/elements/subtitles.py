"""Subtitles of a video, as WebVTT."""

from __future__ import annotations

import re
from io import IOBase
from pathlib import Path
from typing import Any

from tabstream._protocol import Buffer
from tabstream._protocol.elements.media import Subtitles
from tabstream.elements.files import in_app_folder
from tabstream.elements.media_files import read_file
from tabstream.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

_SRT_TIME = r"(\d+:\d\d:\d\d),(\d\d\d)"


def read_subtitles(subtitles: Any) -> tuple[Subtitles, ...]:
    """Return subtitles by language, of a text, bytes or path, or of a dictionary of these."""
    if subtitles is None:
        return ()
    if not isinstance(subtitles, dict):
        subtitles = {"default": subtitles}
    return tuple(
        Subtitles(str(label), Buffer(_to_webvtt(str(label), content).encode()))
        for label, content in subtitles.items()
    )


def _to_webvtt(label: str, content: Any) -> str:
    text = _read(content).lstrip("\ufeff").strip()
    if text.startswith("WEBVTT"):
        return text
    if re.search(rf"{_SRT_TIME}\s*-->\s*{_SRT_TIME}", text):
        # SRT differs by its comma in the times; the numbers of its parts are WebVTT's, too.
        return "WEBVTT\n\n" + re.sub(_SRT_TIME, r"\1.\2", text)
    msg = f"The subtitles `{label}` are neither WebVTT, which begins with `WEBVTT`, nor SRT."
    raise StreamlitAPIException(msg)


def _read(content: Any) -> str:
    if isinstance(content, str):
        is_path = "\n" not in content and content.lower().endswith((".vtt", ".srt"))
        if not is_path or not in_app_folder(content).is_file():
            return content
    elif not isinstance(content, bytes | Path | IOBase):
        supported = ["a text", "bytes", "a path", "an open file", "a dictionary of these"]
        raise StreamlitInvalidParameterTypeError("subtitles", supported, content)
    return read_file(content).decode("utf-8", "replace")
