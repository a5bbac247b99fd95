"""The elements of an app, as a person meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator


class Slider:
    """A slider."""

    def __init__(self, root: Locator) -> None:
        self.root = root
        self.thumb = root.get_by_role("slider").first

    def press(self, key: str, times: int = 1) -> None:
        """Press a key on the slider's thumb."""
        self.thumb.focus()
        for _ in range(times):
            self.thumb.press(key)

    def expect_value(self, value: str) -> None:
        """Wait until the slider has a value."""
        expect(self.thumb).to_have_value(value)


class Button:
    """A button."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def click(self) -> None:
        """Click it."""
        self.root.click()


class Checkbox:
    """A checkbox or a toggle."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def click(self) -> None:
        """Turn it over."""
        self.root.locator("label").first.click()


class Selectbox:
    """A select box."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def set(self, option: str) -> None:
        """Open it and choose an option."""
        self.root.get_by_role("button").first.click()
        self.root.page.get_by_role("option", name=option, exact=True).click()


class TextInput:
    """A field for a line of text."""

    def __init__(self, field: Locator) -> None:
        self.field = field

    def set(self, text: str) -> None:
        """Write a text and press Enter."""
        self.field.fill(text)
        self.field.press("Enter")


class Texts:
    """Several texts, top to bottom."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def expect(self, *texts: str) -> None:
        """Wait until these are the texts, one by one."""
        expect(self.root).to_have_text(list(texts))

    def expect_one(self, text: str) -> None:
        """Wait until one of them is this text."""
        expect(self.root.filter(has_text=text)).not_to_have_count(0)
