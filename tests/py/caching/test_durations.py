"""Durations in words: the numbers are what Streamlit 1.67 makes of them with pandas 3.0."""

from __future__ import annotations

import pytest

from tabstream.caching.durations import seconds_of
from tabstream.errors import StreamlitBadTimeStringError


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("1w", 604_800.0),
        ("1W 2D", 777_600.0),
        ("1 day", 86_400.0),
        ("2 DAYS", 172_800.0),
        ("1d1d", 172_800.0),
        ("1.5h", 5_400.0),
        ("1.h", 3_600.0),
        ("1.1h", 3_960.0),
        ("1hr", 3_600.0),
        ("2h1d", 93_600.0),
        ("1d2h34m", 95_640.0),
        ("1 day, 2 hours 34 minutes", 95_640.0),
        ("1h+30m", 5_400.0),
        ("5min", 300.0),
        (" 1 minute ", 60.0),
        ("30 sec", 30.0),
        ("500ms", 0.5),
        ("1 MS", 0.001),
        ("1 millisecond", 0.001),
        ("2 millis", 0.002),
        ("1us", 1e-06),
        ("1\N{MICRO SIGN}s", 1e-06),
        ("2 microseconds", 2e-06),
        ("1.5us", 1e-06),
        ("3 nanoseconds", 0.0),
        ("10", 0.0),
        ("1500", 1e-06),
    ],
)
def test_amounts_have_units_which_are_told_by_their_whole_names(words: str, seconds: float) -> None:
    assert seconds_of(words) == seconds


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("00:10:00", 600.0),
        ("1:2:3", 3_723.0),
        ("25:00:61", 90_061.0),
        ("00:00:01.5", 1.5),
        ("00:00:00.123456789", 0.123456),
        ("1 days 02:00:00", 93_600.0),
        ("1 days, 02:00:00", 93_600.0),
        ("1h2:00:00", 10_800.0),
        ("P1DT2H3M4.5S", 93_784.5),
        ("PT36H", 129_600.0),
        ("P1W", 604_800.0),
    ],
)
def test_clocks_and_iso_texts_are_durations_too(words: str, seconds: float) -> None:
    assert seconds_of(words) == seconds


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("-1d", -86_400.0),
        ("- 1d2h", -93_600.0),
        ("-P1D", -86_400.0),
        ("-00:10:00", -600.0),
        ("-1 days +02:00:00", -79_200.0),
        ("+1d", 86_400.0),
    ],
)
def test_a_sign_stands_at_the_front(words: str, seconds: float) -> None:
    assert seconds_of(words) == seconds


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "d",
        "1 month",
        "1mo",
        "1M",
        "1y",
        "1 week",
        "2 weeks",
        "2 mins",
        "30 secs",
        "1 hrs",
        "1 dayz",
        "1dd",
        "1T",
        "1u",
        "1d2",
        "1h 30",
        "1h and 30m",
        "1h;30m",
        "1h-30m",
        "--1d",
        ".5h",
        "1.5",
        "1e3s",
        "1_000s",
        "1h\n",
        "10:00",
        "1 day 00:10",
        "00:10:",
        "P",
        "PT",
        "p1d",
        "P1Y",
        "PT1.5H",  # there it is five hours and a second, by accident
        "nan",
        "NaT",
        "inf",
        "infd",
        "\N{ARABIC-INDIC DIGIT ONE}h",
        "1\N{GREEK SMALL LETTER MU}s",
        "106752d",
    ],
)
def test_other_words_are_refused_rather_than_guessed(words: str) -> None:
    with pytest.raises(StreamlitBadTimeStringError, match="1d2h34m"):
        seconds_of(words)


def test_a_number_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(StreamlitBadTimeStringError):
        seconds_of("9" * 400 + "s")
