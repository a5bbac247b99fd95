"""What an interpreter that comes from an image takes over from the browser that it wakes in."""

from __future__ import annotations

import os
import random
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tabstream import _image

if TYPE_CHECKING:
    from collections.abc import Iterator


class _PlatformInfo(tuple[object, ...]):
    """As the C structure sequences are: made of one tuple."""

    __match_args__ = ("emscripten_version", "runtime")
    emscripten_version = property(lambda self: self[0])
    runtime = property(lambda self: self[1])


@pytest.fixture(autouse=True)
def platform(monkeypatch: pytest.MonkeyPatch) -> None:
    info = _PlatformInfo(((5, 0, 3), "Node.js v20"))
    monkeypatch.setattr(sys, "_emscripten_info", info, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for name in ("timezone", "altzone", "daylight", "tzname"):
        monkeypatch.setattr(time, name, getattr(time, name))


@pytest.fixture
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Have C in another time zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata"]


@pytest.mark.parametrize("zone", ZONES, indirect=True)
@pytest.mark.usefixtures("zone")
def test_the_time_zone_is_what_cpython_itself_would_say() -> None:
    expected = (time.timezone, time.altzone, time.daylight, time.tzname)
    time.timezone, time.altzone, time.daylight, time.tzname = 1, 2, 3, ("A", "B")
    _image.wake("en-US", "a browser")
    assert (time.timezone, time.altzone, time.daylight, time.tzname) == expected


def test_language_and_runtime_are_the_browsers() -> None:
    _image.wake("de-DE", "Mozilla/5.0")
    assert os.environ["LANG"] == "de_DE.UTF-8"
    info = sys._emscripten_info  # type: ignore[attr-defined]
    assert info.runtime == "Mozilla/5.0"
    assert info.emscripten_version == (5, 0, 3)


def test_random_numbers_are_no_ones_else() -> None:
    def draw() -> tuple[float, float]:
        random.seed(1)
        np.random.seed(1)  # what old scripts draw from
        _image.wake("en-US", "a browser")
        return random.random(), np.random.random()

    first, second = draw(), draw()
    assert first[0] != second[0]
    assert first[1] != second[1]
