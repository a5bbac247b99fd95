"""The question before somebody else's script runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Page


class Consent:
    """The question, on the page or in a frame of it.

    Parameters
    ----------
    place
        The page or the frame.
    """

    def __init__(self, place: Page | FrameLocator) -> None:
        self._place = place

    def expect_question(self, whose: str) -> None:
        """Wait until it asks for a script of somebody."""
        expect(self._place.get_by_role("heading", name=f"Run a script {whose}?")).to_be_visible()

    def expect_source(self, name: str, text: str) -> None:
        """View the script, and wait until it is this one."""
        self._place.get_by_text("View source").click()
        expect(self._place.locator(".ts-consent-file")).to_have_text(name)
        expect(self._place.get_by_test_id("stCode")).to_contain_text(text)

    def run(self) -> None:
        """Say yes."""
        self._place.get_by_role("button", name="Run", exact=True).click()

    def go_back(self) -> None:
        """Say no."""
        self._place.get_by_role("button", name="Back", exact=True).click()
