"""An app in a browser tab."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from controllers.elements import (
    Button,
    Checkbox,
    Grid,
    Metric,
    Multiselect,
    Radio,
    Selectbox,
    Slider,
    TextInput,
    Texts,
)

if TYPE_CHECKING:
    from playwright.sync_api import Frame, FrameLocator, Locator, Page

#: A first start loads all of Python; on a busy machine with two cores that takes its time.
START_MS = 90_000


#: The frame of somebody else's app.
FRAME = "iframe.ts-sandbox"


def frame_of(page: Page) -> Frame:
    """Return the frame of somebody else's app, to look into its document."""
    frame = page.locator(FRAME).element_handle().content_frame()
    assert frame
    return frame


class App:
    """An app in a browser tab.

    Parameters
    ----------
    page
        The tab.
    address
        The address that opens the app.
    is_framed
        Whether it is somebody else's, which has a frame of its own.
    """

    def __init__(self, page: Page, address: str, *, is_framed: bool = False) -> None:
        self.page = page
        self.address = address
        #: Where the app draws: the page, or the frame in it.
        self.place: Page | FrameLocator = page.frame_locator(FRAME) if is_framed else page

    def open(self) -> App:
        """Open the app and wait until its first run is over."""
        self.page.goto(self.address)
        self.expect_started()
        return self

    @property
    def root(self) -> Locator:
        """The app's own element."""
        return self.place.get_by_test_id("stApp")

    def expect_started(self) -> None:
        """Wait until the first run has come to its end."""
        expect(self.root).to_have_attribute(
            "data-test-script-state", re.compile("notRunning|compilationError"), timeout=START_MS
        )

    def expect_state(self, state: str) -> None:
        """Wait until the script is in a state."""
        expect(self.root).to_have_attribute("data-test-script-state", state)

    def expect_no_error(self) -> None:
        """Check that nothing went wrong on the page."""
        expect(self.place.get_by_test_id("stException")).to_have_count(0)
        expect(self.place.get_by_test_id("stFailure")).to_have_count(0)

    def choose(self, item: str) -> None:
        """Choose an item of the main menu."""
        self.page.get_by_role("button", name="Main menu").click()
        menu = self.page.get_by_role("menu", name="Main menu")
        menu.locator("[role^=menuitem]").filter(has_text=item).click()

    # ---- what is on the page -------------------------------------------------------------------

    def slider(self, label: str) -> Slider:
        """Return the slider with a label."""
        return Slider(self.place.get_by_test_id("stSlider").filter(has_text=label))

    def button(self, label: str) -> Button:
        """Return the button with a label."""
        return Button(self.root.get_by_role("button", name=label, exact=True))

    def checkbox(self, label: str) -> Checkbox:
        """Return the checkbox with a label."""
        return Checkbox(self.root.get_by_test_id("stCheckbox").filter(has_text=label))

    def selectbox(self, label: str) -> Selectbox:
        """Return the select box with a label."""
        return Selectbox(self.root.get_by_test_id("stSelectbox").filter(has_text=label))

    def multiselect(self, label: str) -> Multiselect:
        """Return the multiselect with a label."""
        return Multiselect(self.root.get_by_test_id("stMultiSelect").filter(has_text=label))

    def radio(self, label: str) -> Radio:
        """Return the radio buttons with a label."""
        return Radio(self.root.get_by_test_id("stRadio").filter(has_text=label))

    def metric(self, label: str) -> Metric:
        """Return the metric with a label."""
        return Metric(self.root.get_by_test_id("stMetric").filter(has_text=label))

    @property
    def grid(self) -> Grid:
        """The only grid."""
        return Grid(self.root.get_by_test_id("stDataFrame"))

    def expect_charts(self, count: int) -> None:
        """Wait until so many charts are drawn and can be seen."""
        charts = self.root.get_by_test_id("stVegaLiteChart").locator("canvas:visible")
        expect(charts).to_have_count(count)

    def text_input(self, label: str) -> TextInput:
        """Return the field with a label."""
        return TextInput(self.root.get_by_label(label, exact=True))

    @property
    def texts(self) -> Texts:
        """The texts drawn by ``st.text``."""
        return Texts(self.root.get_by_test_id("stText"))

    @property
    def markdown(self) -> Texts:
        """The texts drawn by ``st.markdown`` and ``st.write``."""
        return Texts(self.root.get_by_test_id("stMarkdown"))

    @property
    def codes(self) -> Texts:
        """The texts drawn by ``st.code``."""
        return Texts(self.root.get_by_test_id("stCode"))

    @property
    def captions(self) -> Texts:
        """The texts drawn by ``st.caption``."""
        return Texts(self.root.get_by_test_id("stCaptionContainer"))

    @property
    def alerts(self) -> Texts:
        """The texts of notices."""
        return Texts(self.root.get_by_test_id("stAlert"))
