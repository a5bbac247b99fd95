"""The panel by which an app is passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers.app import App


class Share:
    """The panel Share.

    Parameters
    ----------
    app
        The app, in a tab with a menu.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._dialog = app.page.get_by_role("dialog", name="Share")

    def open(self) -> Share:
        """Choose Share in the menu, and wait for the link."""
        self._app.choose("Share")
        expect(self._dialog.get_by_role("textbox", name="Link")).not_to_have_value("")
        return self

    @property
    def link(self) -> str:
        """The address that is passed on."""
        return self._dialog.get_by_role("textbox", name="Link").input_value()

    def expect_words(self, words: str) -> None:
        """Wait until the panel says something."""
        expect(self._dialog).to_contain_text(words)
