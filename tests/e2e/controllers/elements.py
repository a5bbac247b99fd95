"""The elements of an app, as a person meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    import re

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

    def open(self) -> None:
        """Open the list of options."""
        self.root.get_by_role("combobox").or_(self.root.get_by_role("button")).first.click()

    def set(self, option: str) -> None:
        """Open it and choose an option."""
        self.open()
        self.root.page.get_by_role("option", name=option, exact=True).click()


class Radio:
    """Radio buttons."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def set(self, option: str) -> None:
        """Choose an option."""
        self.root.locator("label").filter(has_text=option).click()


class Multiselect:
    """A field that takes several options."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def add(self, option: str) -> None:
        """Write the beginning of an option and choose it."""
        self.root.get_by_role("combobox").fill(option)
        self.root.page.get_by_role("option", name=option, exact=True).click()


class Metric:
    """A number with its label."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def expect(self, value: str) -> None:
        """Wait until it shows a value."""
        expect(self.root.get_by_test_id("stMetricValue")).to_have_text(value)


class Grid:
    """A table of cells on a canvas, with its names and numbers for screen readers."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def expect_rows(self, count: int) -> None:
        """Wait until it has so many rows, its header apart."""
        expect(self.root.locator("[aria-rowcount]")).to_have_attribute(
            "aria-rowcount", str(count + 1)
        )


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

    def expect_one(self, text: str | re.Pattern[str]) -> None:
        """Wait until one of them has this text."""
        expect(self.root.filter(has_text=text)).not_to_have_count(0)
