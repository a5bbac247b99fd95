"""Sound and video: where they come from, and from when to when they play."""

from __future__ import annotations

import wave
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tabstream._protocol import Buffer

if TYPE_CHECKING:
    from pathlib import Path

    from showing import Show


@pytest.mark.parametrize("name", ["audio", "video"])
def test_an_address_is_left_to_the_browser(show: Show, name: str) -> None:
    message = show(f"st.{name}('https://x.org/a.mp4', loop=True, autoplay=True, alt='a')").message
    assert message.source == "https://x.org/a.mp4"
    assert (message.loop, message.autoplay, message.alt) == (True, True, "a")


@pytest.mark.parametrize("name", ["audio", "video"])
def test_bytes_are_what_the_author_says(show: Show, name: str) -> None:
    message = show(f"import io\nst.{name}(io.BytesIO(b'abc'), format='x/y')").message
    assert (message.source, message.mime) == (Buffer(b"abc"), "x/y")


def test_a_file_is_what_its_name_says(show: Show, tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(b"abc")
    (tmp_path / "a.webm").write_bytes(b"abc")
    page = show("from pathlib import Path\nst.audio('a.mp3')\nst.video(Path('a.webm'))")
    assert [message.mime for message in page.messages] == ["audio/mpeg", "video/webm"]
    assert [message.source for message in page.messages] == [Buffer(b"abc")] * 2


def test_a_player_can_be_empty(show: Show) -> None:
    assert show("st.audio(None)").message.source is None


@pytest.mark.parametrize(
    ("time", "seconds"),
    [
        ("90", 90),
        ("1.7", 1),
        ("'90s'", 90),
        ("'1m 30s'", 90),
        ("'1 minute, 30 seconds'", 90),
        ("'1h23s'", 3623),
        ("'1:30'", 90),
        ("'1:00:30.5'", 3630),
        ("datetime.timedelta(minutes=2)", 120),
    ],
)
def test_a_point_of_time_can_be_said_in_many_ways(show: Show, time: str, seconds: int) -> None:
    page = show(f"import datetime\nst.audio('https://x', start_time={time}, end_time={time})")
    assert (page.message.start_time, page.message.end_time) == (seconds, seconds)


@pytest.mark.parametrize(
    ("array", "channels", "samples"),
    [
        ("np.array([0.0, 0.5, -1.0])", 1, [0, 16383, -32767]),
        ("np.array([[0, 2], [4, -4]])", 2, [0, 32767, 16383, -32767]),
        ("np.zeros(2)", 1, [0, 0]),
    ],
)
def test_an_array_of_numbers_is_a_sound(
    show: Show, array: str, channels: int, samples: list[int]
) -> None:
    message = show(f"import numpy as np\nst.audio({array}, sample_rate=8000)").message
    with wave.open(BytesIO(message.source.data)) as sound:
        assert (sound.getnchannels(), sound.getframerate(), sound.getsampwidth()) == (
            channels,
            8000,
            2,
        )
        frames = sound.readframes(sound.getnframes())
    assert list(memoryview(frames).cast("h")) == samples
    assert message.mime == "audio/wav"


@pytest.mark.parametrize(
    "address",
    [
        "https://youtu.be/abcdefghijk",
        "https://www.youtube.com/watch?v=abcdefghijk&t=5",
        "https://youtube.com/watch?t=5&v=abcdefghijk",
        "https://www.youtube.com/embed/abcdefghijk",
        "https://m.youtube.com/shorts/abcdefghijk?feature=share",
        "https://www.youtube-nocookie.com/embed/abcdefghijk",
    ],
)
def test_a_video_of_youtube_is_played_by_its_own_player(show: Show, address: str) -> None:
    video = show(f"st.video({address!r})").message
    assert (video.player, video.source) == ("youtube", "https://www.youtube.com/embed/abcdefghijk")


def test_a_list_of_youtube_is_an_address_as_any_other(show: Show) -> None:
    assert (
        show("st.video('https://www.youtube.com/playlist?list=abcdefghijk')").message.player
        == "native"
    )


def test_subtitles_come_by_language_as_text_bytes_or_file(show: Show, tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text("1\n00:00:00,000 --> 00:00:01,500\nHallo")
    page = show("""
        st.video("https://x", subtitles={
            "English": "WEBVTT\\n\\n00:00.000 --> 00:01.000\\nHello",
            "Deutsch": "a.srt",
            "Nederlands": b"WEBVTT",
        })
    """)
    assert {text.label: bytes(text.text.data).decode() for text in page.message.subtitles} == {
        "English": "WEBVTT\n\n00:00.000 --> 00:01.000\nHello",
        "Deutsch": "WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.500\nHallo",
        "Nederlands": "WEBVTT",
    }


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        ("st.audio('gone.wav')", "MediaFileStorageError", "`gone.wav`"),
        ("st.video('gone.mp4')", "MediaFileStorageError", "`gone.mp4`"),
        ("st.audio(5)", "StreamlitInvalidParameterTypeError", "`int`"),
        ("st.audio([0.1], sample_rate=1)", "StreamlitInvalidParameterTypeError", "`list`"),
        ("st.audio(np.zeros(2))", "StreamlitMissingRequiredParameterError", "`sample_rate`"),
        ("st.audio(np.zeros((1, 1, 1)), sample_rate=1)", "StreamlitAPIException", "3 dimensions"),
        ("st.audio(b'', start_time='soon')", "StreamlitAPIException", "start_time='soon'"),
        ("st.audio(b'', end_time='5 parsecs')", "StreamlitAPIException", "1m 30s"),
        ("st.audio(b'', width='content')", "StreamlitInvalidWidthError", "'stretch'"),
        ("st.video(b'', subtitles='gone.vtt')", "StreamlitAPIException", "WEBVTT"),
        ("st.video(b'', subtitles=5)", "StreamlitInvalidParameterTypeError", "`int`"),
        (
            "st.video('https://youtu.be/abcdefghijk', subtitles='x')",
            "StreamlitIncompatibleParametersError",
            "YouTube",
        ),
    ],
)
def test_what_cannot_be_played_is_refused(show: Show, call: str, error: str, says: str) -> None:
    card = show(f"import numpy as np\n{call}").error
    assert card.type == error
    assert says in card.text
