"""The next visit shows at once what an app looked like, and the first run takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import expect_stored
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from controllers import App
    from controllers.own_app import OwnApp
    from playwright.sync_api import Page

#: Holds back all that workers are told, until the test lets Python start. Notes whether anything of
#: a last visit has ever been on the page.
HOLD_PYTHON = """
    const post = Worker.prototype.postMessage;
    const held = [];
    Worker.prototype.postMessage = function (...message) {
        held.push(() => post.apply(this, message));
    };
    window.letPythonStart = () => {
        Worker.prototype.postMessage = post;
        for (const send of held) send();
    };
    window.sawLastVisit = false;
    new MutationObserver(() => {
        window.sawLastVisit ||= document.querySelector("[data-last-visit]") !== null;
    }).observe(document, { subtree: true, childList: true, attributes: true });
"""


class LastVisit:
    """What is on the page of the visit before."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.app = page.locator('[data-testid="stApp"][data-last-visit]')
        self.elements = page.locator("[data-last-visit]")

    def expect_kept(self) -> None:
        """Wait until the page has kept a picture."""
        expect_stored(self.page, "pictures")

    def come_back(self, address: str) -> None:
        """Open an address in the same tab, and hold Python back."""
        self.page.add_init_script(HOLD_PYTHON)
        self.page.goto(address)

    def let_python_start(self) -> None:
        self.page.evaluate("letPythonStart()")

    def expect_never_seen(self) -> None:
        expect(self.elements).to_have_count(0)
        assert self.page.evaluate("sawLastVisit") is False


@pytest.mark.smoke
def test_a_visit_begins_with_the_look_of_the_last_one_and_its_run_goes_on_from_it(
    page: Page, open_app: Callable[..., App]
) -> None:
    app = open_app()
    last = LastVisit(page)
    last.expect_kept()
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("size 4")

    last.come_back(app.address)
    app.texts.expect("Hello May", "size 3", "inside")
    app.expect_charts(1)
    app.expect_state("initial")
    expect(last.app).to_have_count(1)
    slider = page.get_by_test_id("stSlider")
    element = page.get_by_test_id("stElementContainer").filter(has=slider)
    expect(element).to_have_attribute("data-stale", "true")
    expect(element).to_have_attribute("inert", "")
    expect(element).to_have_css("opacity", "0.4")
    page.evaluate("document.querySelector('canvas').isOfThePicture = true")

    last.let_python_start()
    app.expect_started()
    expect(last.elements).to_have_count(0)
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    app.texts.expect("Hello May", "size 3", "inside")
    app.expect_charts(1)
    # The chart's data is the same: it was not drawn again.
    assert page.evaluate("document.querySelector('canvas').isOfThePicture") is True
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("size 4")


def test_nobody_clicks_into_the_past(page: Page, open_app: Callable[..., App]) -> None:
    app = open_app()
    last = LastVisit(page)
    last.expect_kept()
    last.come_back(app.address)
    button = page.get_by_test_id("stButton").get_by_text("Count")
    expect(button).to_be_visible()
    button.click(force=True)
    page.get_by_test_id("stTextInput").locator("input").click(force=True)
    page.keyboard.type("June")
    last.let_python_start()
    app.expect_started()
    app.texts.expect("Hello May", "size 3", "inside")
    expect(app.text_input("Name").field).to_have_value("May")


def test_another_query_shows_nothing_of_the_last_visit(
    page: Page, open_app: Callable[..., App]
) -> None:
    app = open_app()
    last = LastVisit(page)
    last.expect_kept()
    last.come_back(f"{app.address}&n=1")
    last.let_python_start()
    app.expect_started()
    app.texts.expect("Hello May", "size 3", "n is 1", "inside")
    last.expect_never_seen()


OFF = {
    "app.py": "import streamlit as st\nst.text('here')\n",
    ".streamlit/config.toml": "[tabstream]\npaintLastVisit = false\n",
}


def test_an_app_that_does_not_want_it_hands_out_no_picture(own_app: OwnApp) -> None:
    own_app.open_files(OFF)
    own_app.expect_started()
    own_app.texts.expect("here")
    own_app.page.wait_for_function("heard.some(({ type }) => type === 'picture')")
    assert own_app.said("picture") == [{"type": "picture", "picture": None}]
