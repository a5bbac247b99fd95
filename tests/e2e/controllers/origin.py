"""The word of the page on whose script it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Origin:
    """What stands above somebody else's app.

    Parameters
    ----------
    page
        The tab.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._word = page.locator(".ts-origin")

    def expect(self, whose: str) -> None:
        """Wait until it names somebody."""
        expect(self._word).to_have_text(whose)

    def expect_none(self) -> None:
        """Check that the script is the person's own, or the site's."""
        expect(self._word).to_have_count(0)

    def expect_source(self, text: str) -> None:
        """View the script, and wait until it has a text."""
        self._word.click()
        expect(self._page.get_by_role("dialog").get_by_test_id("stCode")).to_contain_text(text)
        self._page.keyboard.press("Escape")
