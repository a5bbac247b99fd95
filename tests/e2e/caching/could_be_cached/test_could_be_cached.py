"""The panel of the caches names the functions that are slow in run after run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers import App


@pytest.mark.smoke
def test_a_function_that_is_slow_in_three_runs_could_be_cached(app: App) -> None:
    keyboard = app.page.keyboard
    app.texts.expect("run 1: 9, 2")
    keyboard.press("Shift+C")
    panel = app.page.get_by_role("dialog", name="Caches")
    expect(panel.get_by_role("heading", name="kept()")).to_be_visible()
    could = panel.get_by_role("region", name="Could be cached")
    for run in (2, 3, 4, 5):  # the first tells which are slow
        expect(could).to_have_count(0)
        keyboard.press("r")
        app.texts.expect(f"run {run}: 9, 2")
        app.expect_state("notRunning")
    expect(could).to_contain_text("slow()")
    expect(could).to_contain_text("app.py")
    for other in ("quick()", "kept()"):
        expect(could).not_to_contain_text(other)

    keyboard.press("Escape")
    expect(panel).to_have_count(0)
    keyboard.press("r")
    app.texts.expect("run 6: 9, 2")
    keyboard.press("Shift+C")
    expect(panel.get_by_role("heading", name="kept()")).to_be_visible()
    expect(could).to_have_count(0)  # it watches only while the panel is open
    app.expect_no_error()
