from __future__ import annotations

from typing import TYPE_CHECKING

from controllers.app import START_MS
from hosts import SITE
from playwright.sync_api import FrameLocator, Locator, Page, expect
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from hosts import Host

HERE = f"{PREFIX}apps/boot/mount/"


def text_of(app: Locator | FrameLocator) -> Locator:
    return app.get_by_test_id("stText")


def test_two_apps_on_one_page_know_nothing_of_each_other(
    page: Page, host_site: Callable[..., Host]
) -> None:
    page.goto(f"{host_site().origin}{HERE}two-apps.html")
    one, two = page.locator("#one"), page.locator("#two")
    expect(text_of(one)).to_have_text("one: 9", timeout=START_MS)
    expect(text_of(two)).to_have_text("two: 9", timeout=START_MS)

    two.get_by_role("slider").press("ArrowRight")
    expect(text_of(two)).to_have_text("two: 16")
    one.get_by_role("slider").press("ArrowLeft")
    expect(text_of(one)).to_have_text("one: 4")
    expect(text_of(two)).to_have_text("two: 16")


def test_an_app_runs_where_neither_view_nor_worker_can_fetch_from_the_site(
    page: Page, host_site: Callable[..., Host]
) -> None:
    host = host_site()
    page.goto(f"{host.origin}{HERE}without-the-site.html")
    wheels = {".whl", ".mjs.map"}
    files = [
        path.relative_to(SITE).as_posix()
        for folder in ("assets", "pyodide")
        for path in (SITE / folder).iterdir()
        if path.suffix not in wheels
    ]
    page.evaluate("(paths) => window.openApp(paths)", [*files, "unit.json"])
    handed_in = len(host.requests)

    app = page.frame_locator("iframe")
    expect(text_of(app)).to_have_text("framed: 9", timeout=START_MS)
    # A part that is loaded when it is first needed, with its own styles and fonts.
    expect(app.locator(".katex")).to_be_visible()
    assert app.locator(".katex .mord").first.evaluate(
        "(letter) => document.fonts.check(`12px ${getComputedStyle(letter).fontFamily}`)"
    )
    app.get_by_role("slider").press("ArrowRight")
    expect(text_of(app)).to_have_text("framed: 16")
    assert host.requests[handed_in:] == []
