"""The landing page's examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/app.py"))


def test_every_example_has_a_card_with_its_title_and_its_picture(page: Page, site: str) -> None:
    page.goto(site)
    cards = page.get_by_role("region", name="Examples").get_by_role("link")
    expect(cards).to_have_count(len(EXAMPLES))
    for name in EXAMPLES:
        card = page.locator(f'a[href="?script=examples/{name}/app.py"]')
        title = (ROOT / "examples" / name / "README.md").read_text("utf-8").splitlines()[0]
        expect(card).to_contain_text(title.removeprefix("# "))
        picture = card.locator("img")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("naturalWidth", 640)
        expect(picture).to_have_js_property("naturalHeight", 400)


def test_a_card_opens_its_example(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Hello").click()
    expect(page.get_by_test_id("stSlider")).to_be_visible(timeout=90_000)
