"""The editor beside an app."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


class Editor:
    """The playground.

    Parameters
    ----------
    page
        The tab.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.place = page.get_by_role("region", name="Editor")

    def text_of(self, name: str) -> str:
        """Return what is in the field of a file, which must be shown."""
        field = self.place.get_by_role("textbox", name=f"Editor of {name}")
        return field.inner_text()

    def expect_text(self, name: str, text: str) -> None:
        """Wait until a file is shown with this in it."""
        field = self.place.get_by_role("textbox", name=f"Editor of {name}")
        expect(field).to_contain_text(text)

    def type_at_end(self, name: str, text: str) -> None:
        """Type at the end of a file, letter by letter."""
        self.place.get_by_role("textbox", name=f"Editor of {name}").click()
        self._page.keyboard.press("Control+End")
        self._page.keyboard.type(text)

    def set(self, name: str, text: str) -> None:
        """Put a text in place of all that is in a file, as pasting does."""
        self.place.get_by_role("textbox", name=f"Editor of {name}").click()
        self._page.keyboard.press("Control+A")
        self._page.keyboard.insert_text(text)

    def save(self) -> None:
        """Press the key for it."""
        self._page.keyboard.press("Control+s")

    def select(self, name: str) -> None:
        """Show another file."""
        self.place.get_by_role("tab", name=name, exact=True).click()

    def choose(self, action: str) -> None:
        """Do something by the menu."""
        self.place.get_by_role("button", name="Files and more").click()
        # Behind it there may be a key.
        self._page.get_by_role("menuitem", name=re.compile(f"^{re.escape(action)}")).click()

    def upload(self, *paths: Path) -> None:
        """Have files from the disk in the app's folder."""
        with self._page.expect_file_chooser() as chooser:
            self.choose("Upload files")
        chooser.value.set_files(list(paths))

    def name_file(self, name: str) -> None:
        """Answer the question for a file's name."""
        dialog = self._page.get_by_role("dialog")
        dialog.get_by_role("textbox", name="Name").fill(name)
        dialog.get_by_role("button", name="OK").click()

    def expect_word(self, word: str) -> None:
        """Wait until the status line says this."""
        expect(self.place.get_by_role("status")).to_contain_text(word)

    def expect_problem(self, words: str) -> None:
        """Wait until this is the only problem, and is underlined."""
        problems = self.place.get_by_role("list", name="Problems").get_by_role("listitem")
        expect(problems).to_have_text([words])

    def expect_no_problem(self) -> None:
        """Wait until no problem is listed, and nothing is underlined."""
        expect(self.place.get_by_role("list", name="Problems")).to_have_count(0)
        expect(self.place.locator(".cm-lintRange-error")).to_have_count(0)

    def expect_underlined(self, text: str) -> None:
        """Wait until just this is underlined."""
        expect(self.place.locator(".cm-lintRange-error")).to_have_text([text])

    def close(self) -> None:
        """Go on without it."""
        self.place.get_by_role("button", name="Close the editor").click()
