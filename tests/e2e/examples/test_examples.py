"""Each example is opened, one widget is changed, and the page has the new values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from controllers import App
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., App]


@pytest.fixture
def open_example(page: Page, site: str) -> Open:
    """Return a function that opens an example, and waits for its first run."""

    def open_example(name: str, query: str = "") -> App:
        return App(page, f"{site}?script=examples/{name}/app.py{query}").open()

    return open_example


def test_hello_squares_the_number_of_its_slider(open_example: Open) -> None:
    app = open_example("hello")
    app.markdown.expect("0 squared is 0")
    app.slider("x").press("ArrowRight", times=7)
    app.markdown.expect("7 squared is 49")
    app.expect_no_error()


def test_the_line_chart_follows_its_slider(open_example: Open) -> None:
    app = open_example("line-chart")
    app.texts.expect("100 at 6 % are 320.71 after 20 years.")
    app.slider("Years").press("ArrowRight", times=2)
    app.texts.expect("100 at 6 % are 360.35 after 22 years.")
    app.expect_charts(1)
    app.expect_no_error()


def test_a_cached_function_is_slow_only_once(open_example: Open) -> None:
    app = open_example("cache")
    app.slider("Number").press("ArrowRight")
    app.markdown.expect("4 squared is 16")
    app.captions.expect_one(re.compile(r"It took [2-9]\.\d seconds"))
    app.slider("Number").press("ArrowLeft")
    app.markdown.expect("3 squared is 9")
    app.captions.expect("It took 0.0 seconds.")
    app.expect_no_error()


@pytest.mark.smoke
def test_the_explorer_shows_what_its_filters_leave(open_example: Open) -> None:
    app = open_example("explorer")
    app.metric("Reports").expect("10,000")
    app.multiselect("States").add("Hawaii")
    app.metric("Reports").expect("352")
    app.grid.expect_rows(352)
    app.checkbox("Only with damage").click()
    app.metric("Reports").expect("15")
    app.expect_charts(1)
    app.expect_no_error()


def test_the_altair_gallery_shows_the_chosen_chart(open_example: Open) -> None:
    app = open_example("altair-gallery")
    app.expect_charts(1)
    app.selectbox("Chart").set("Heat map")
    app.markdown.expect_one("Every day of the years, as warm as it was.")
    app.expect_charts(1)
    app.expect_no_error()


def test_a_newer_number_interrupts_the_throwing_of_darts(open_example: Open) -> None:
    app = open_example("simulation")
    app.alerts.expect("1,000,000 darts, 785,345 hits")
    rounds = app.slider("Rounds")
    rounds.press("End")
    app.expect_state("running")
    rounds.press("Home")
    # Five hundred rounds would take ten times as long as a test waits.
    app.alerts.expect("100,000 darts, 78,446 hits")
    app.expect_no_error()


def test_an_app_of_several_files_finds_them_all(open_example: Open) -> None:
    app = open_example("daylight")
    app.metric("Helsinki").expect("18 h 32 min")
    app.multiselect("Cities").add("Nairobi")
    app.metric("Nairobi").expect("11 h 55 min")
    app.expect_charts(1)
    app.expect_no_error()


def test_the_gallery_shows_what_the_script_sees(open_example: Open) -> None:
    app = open_example("gallery")
    app.checkbox("Toggle").click()
    app.radio("Radio").set("Berlin")
    app.codes.expect_one("toggle = True")
    app.codes.expect_one("radio = 'Berlin'")
    app.expect_no_error()


def test_the_gallery_keeps_its_part_in_the_address(open_example: Open) -> None:
    app = open_example("gallery", "&part=Layout")
    expect(app.root.get_by_role("heading", name="Layout", level=1)).to_be_visible()
    app.radio("Part").set("Text")
    expect(app.root.get_by_role("heading", name="Text", level=1)).to_be_visible()
    app.page.wait_for_url("**part=Text**")
    app.expect_no_error()
