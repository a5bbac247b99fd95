"""The landing page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


class Landing:
    """The page on which a script is chosen.

    Parameters
    ----------
    page
        The tab.
    """

    def __init__(self, page: Page) -> None:
        self._page = page

    def expect_open(self) -> None:
        """Wait until it is there, with nothing to complain about."""
        expect(self._page.get_by_role("heading", name="tabstream", exact=True)).to_be_visible()
        expect(self._page.get_by_test_id("stProblem")).to_have_count(0)

    def expect_problem(self, why: str) -> None:
        """Wait until it says why there is no app."""
        expect(self._page.get_by_test_id("stProblem")).to_contain_text(why)

    def open_file(self) -> None:
        """Press "Open a file", where the browser asks by itself for one."""
        self._page.get_by_role("button", name="Open a file").click()

    def open_folder(self) -> None:
        """Press "Open a folder", where the browser asks by itself for one."""
        self._page.get_by_role("button", name="Open a folder").click()

    def pick(self, path: Path) -> None:
        """Pick a file by a file input."""
        with self._page.expect_file_chooser() as chooser:
            self.open_file()
        chooser.value.set_files(path)

    def open_address(self, address: str) -> None:
        """Write an address and press Enter."""
        field = self._page.get_by_label("Gist or script address")
        field.fill(address)
        field.press("Enter")
