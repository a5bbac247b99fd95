"""Ten thousand elements on a page: it stays quick, and all of them can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from controllers import App
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

LAST = "line 9999"

#: How many of the elements take part in a layout of the page as it is.
LAID_OUT = """() => [...document.querySelectorAll("[data-testid=stText]")]
    .filter((text) => text.checkVisibility({ contentVisibilityAuto: true })).length"""

#: Scrolls down by so many pixels, and answers how far what was in sight moved up.
SCROLL = """async (pixels) => {
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const before = middle.getBoundingClientRect().top;
    document.querySelector(".ts-unit").scrollBy(0, pixels);
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return before - middle.getBoundingClientRect().top;
}"""


def test_what_is_out_of_sight_costs_nothing_and_is_still_found(app: App) -> None:
    page = app.page
    expect(page.get_by_test_id("stText")).to_have_count(10_000)
    assert page.evaluate(LAID_OUT) < 500
    # As Ctrl+F does.
    assert page.evaluate("(text) => window.find(text)", LAST)
    assert page.evaluate("() => getSelection().toString()") == LAST
    # As a link does.
    page.get_by_role("link", name="To the end").click()
    expect(page.get_by_role("heading", name="The end")).to_be_in_viewport()
    expect(page.get_by_text(LAST, exact=True)).to_be_in_viewport()


def test_a_screen_reader_finds_what_is_out_of_sight(
    launch_browser: Callable[..., Browser], browser_type_launch_args: dict[str, Any], site: str
) -> None:
    # Without a screen reader a browser tells of what it has laid out, and of nothing else.
    args = [*browser_type_launch_args.get("args", []), "--force-renderer-accessibility"]
    page = launch_browser(args=args).new_page()
    App(page, f"{site}?script=apps/long/app.py").open()
    expect(page.get_by_test_id("stText")).to_have_count(10_000)
    client = page.context.new_cdp_session(page)
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    client.send("Accessibility.enable")
    for name in ("line 5000", LAST, "The end"):
        asked = {"nodeId": root, "accessibleName": name}
        assert client.send("Accessibility.queryAXTree", asked)["nodes"], name


def test_a_page_of_stretches_does_not_jump_when_it_is_scrolled(app: App) -> None:
    moved = [app.page.evaluate(SCROLL, 300) for _ in range(30)]
    assert moved == [300] * 30


def test_a_line_above_leaves_ten_thousand_below_as_they_are(app: App) -> None:
    name = app.text_input("Name")
    app.page.evaluate(
        """() => {
            const texts = [...document.querySelectorAll("[data-testid=stText]")];
            for (const text of texts) text.dataset.marked = "yes";
        }"""
    )
    name.set("Ada")
    app.checkbox("Show a line above").click()
    expect(app.page.get_by_text("a new line")).to_be_visible()
    expect(app.page.locator("[data-marked=yes]")).to_have_count(10_000)
