"""What a person is told when Python was lost and starts anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from controllers.app import START_MS

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Healing:
    """The words that tell of it.

    Parameters
    ----------
    page
        The tab.
    """

    def __init__(self, page: Page) -> None:
        self.words = page.get_by_test_id("stHealing")

    def expect_healed(self, why: str, *lost: str) -> None:
        """Wait until Python is there again; say why it was lost, and what could not be kept."""
        expect(self.words).to_contain_text(re.compile(f"{why}.*state are kept"), timeout=START_MS)
        expect(self.words.locator("code")).to_have_text(list(lost))

    def dismiss(self) -> None:
        """Close it."""
        self.words.get_by_role("button", name="Dismiss").click()
        self.expect_none()

    def expect_none(self) -> None:
        """Wait until nothing is told."""
        expect(self.words).to_have_count(0)
