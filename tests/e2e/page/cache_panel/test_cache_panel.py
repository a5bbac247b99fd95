"""The panel of the caches, and the page that tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers.accessibility import expect_no_sideways_scroll, expect_no_violation
from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers import App
    from playwright.sync_api import Locator


def panel_of(app: App) -> Locator:
    return app.page.get_by_role("dialog", name="Caches")


def card_of(app: App, function: str) -> Locator:
    heading = app.page.get_by_role("heading", name=function)
    return panel_of(app).locator(".ts-card").filter(has=heading)


def expect_facts(card: Locator, **facts: str) -> None:
    for name, value in facts.items():
        fact = card.locator("dl > div").filter(has_text=name)
        expect(fact.locator("dd")).to_have_text(value)


def test_the_panel_tells_what_was_served_and_why_not_and_clears_it(app: App) -> None:
    keyboard = app.page.keyboard
    app.texts.expect("3 rows")
    keyboard.press("Shift+C")
    load = card_of(app, "load()")
    expect_facts(load, Hits="1", Misses="1")
    expect(load).to_contain_text("Last miss: first call")
    keyboard.press("Escape")
    expect(panel_of(app)).to_have_count(0)

    app.slider("Size").press("ArrowRight")
    app.texts.expect("4 rows")
    app.expect_state("notRunning")
    keyboard.press("Shift+C")
    expect_facts(load, Hits="2", Misses="2")
    expect(load).to_contain_text("Last miss: argument n: new value 4")
    load.get_by_role("button", name="2 results").click()
    load.get_by_role("button", name="Clear load(n=4").click()
    expect(load.get_by_role("button", name="1 result")).to_be_visible()
    expect(load.get_by_role("button", name="Clear load(n=3")).to_be_focused()

    keyboard.press("r")
    expect_facts(load, Hits="3", Misses="3")
    expect(load.get_by_role("button", name="2 results")).to_be_visible()
    expect_facts(card_of(app, "client()"), Misses="1")
    panel_of(app).get_by_role("button", name="Clear all").click()
    expect(panel_of(app).get_by_role("button", name="result")).to_have_count(0)
    keyboard.press("r")
    expect_facts(load, Misses="5")
    expect_facts(card_of(app, "client()"), Misses="2")
    app.expect_no_error()


def test_the_docs_of_caching_are_a_page_of_the_site(app: App) -> None:
    app.page.keyboard.press("Shift+C")
    link = panel_of(app).get_by_role("link", name="How caching works")
    with app.page.expect_popup() as opening:
        link.click()
    docs = opening.value
    expect(docs.get_by_role("heading", level=1)).to_be_visible()
    assert docs.url.endswith("/docs/caching.html")
    for scheme, colour in ("light", "rgb(255, 255, 255)"), ("dark", "rgb(15, 20, 25)"):
        docs.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        expect(docs.locator("html")).to_have_css("background-color", colour)
        expect_no_violation(docs)
    docs.set_viewport_size({"width": 380, "height": 800})
    expect_no_sideways_scroll(docs)
