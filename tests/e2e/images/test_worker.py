"""The worker restores Python from an image, and what it restores is what a start would have made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hosts import SITE_FOLDERS, WITHOUT_JSPI, Host
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

PROGRAM = Path(__file__).with_name("program.py").read_text("utf-8")

HELLO = "import streamlit as st\nst.text('hello')"

#: How many times as long a start takes as a restoring, at least.
QUICKER = 4



@pytest.fixture
def foreign_page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that is somewhere else than the builder of the image."""
    with browser.new_context(locale="de-DE", timezone_id="America/New_York") as context:
        yield context.new_page()


def boots(page: Page, host: Host) -> Callable[..., dict[str, Any]]:
    """Return a function that boots the worker."""
    page.goto(f"{host.origin}{PREFIX}apps/images/boot.html")
    page.wait_for_function("document.title === 'ready'")

    def boot(**options: Any) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate("(options) => window.boot(options)", options)
        return found

    return boot


@pytest.mark.parametrize("jspi", [True, False], ids=["with JSPI", "without JSPI"])
def test_the_same_program_says_the_same_after_a_start_and_after_a_restoring(
    foreign_page: Page, start_host: Callable[[Host], Host], jspi: bool
) -> None:
    host = start_host(Host(SITE_FOLDERS, first_lines={} if jspi else WITHOUT_JSPI))
    boot = boots(foreign_page, host)
    started = boot(script=PROGRAM)
    restored = boot(script=PROGRAM, image="pandas", place="file")
    assert not restored["isImageUseless"], restored["logs"]
    facts, own = map(json.loads, started["drawn"])
    again, other = map(json.loads, restored["drawn"])
    for name, fact in facts.items():
        assert again[name] == fact, name
    assert facts["no_threads"].startswith("RuntimeError")
    assert facts["recursion"].startswith("RecursionError")
    assert (facts["suspended"] == "waited") is jspi
    third = json.loads(boot(script=PROGRAM, image="pandas")["drawn"][1])
    for one, another, one_more in zip(own, other, third, strict=True):
        assert len({one, another, one_more}) == 3


@pytest.mark.parametrize(
    ("damage", "place", "reason"),
    [
        ("cut off", "blob", "the image is cut off"),
        ("cut off", "file", "the image is cut off"),
        ("no image", "file", "this is no image"),
        ("another core", "file", "the image is of another core"),
        ("another layout", "blob", "laid out in another way"),
        ("another memory", "file", "memory is another before Python starts"),
    ],
)
def test_an_image_that_is_of_no_use_is_left_and_python_starts_plainly(
    page: Page, start_host: Callable[[Host], Host], damage: str, place: str, reason: str
) -> None:
    boot = boots(page, start_host(Host(SITE_FOLDERS)))
    booted = boot(script=HELLO, image="core", damage=damage, place=place)
    assert booted["drawn"] == ["hello"]
    assert booted["isImageUseless"]
    assert any(reason in line for line in booted["logs"]), booted["logs"]


def test_restoring_is_much_quicker_than_starting(
    page: Page, start_host: Callable[[Host], Host]
) -> None:
    boot = boots(page, start_host(Host(SITE_FOLDERS)))
    pandas = "import pandas, streamlit as st\nst.text('hello')"
    times: dict[str | None, list[float]] = {None: [], "pandas": []}
    # By turns, so that a slow minute of the machine falls on both alike.
    for _ in range(3):
        for image, taken in times.items():
            taken.append(boot(script=pandas, image=image, place="file")["drawn_ms"])
    plain, restored = (min(taken) for taken in times.values())
    assert plain > QUICKER * restored, times
