"""Links inside a frame of another site's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import Consent
from controllers.app import FRAME
from links.world import PAGE
from playwright.sync_api import expect
from server import serving

if TYPE_CHECKING:
    from pathlib import Path

    from links.world import World
    from playwright.sync_api import Page

APP = "import streamlit as st\nst.text('in a frame')\n"


def test_somebody_else_s_script_asks_also_inside_a_frame_of_another_site(
    page: Page, site: str, world: World, tmp_path: Path
) -> None:
    world.put_gist({"app.py": APP})
    (tmp_path / "docs.html").write_text(f"""<!doctype html>
        <script>
            heights = [];
            addEventListener("message", ({{ data }}) => heights.push(data));
        </script>
        <iframe src="{site}?script={PAGE}&embed=true"></iframe>""")
    with serving({"/": tmp_path}) as origin:
        page.goto(f"{origin}/docs.html")
        frame = page.frame_locator("iframe")
        Consent(frame).expect_question("from gist.github.com")
        # The frame can be made as high as the question.
        page.wait_for_function("heights.some(({ type, height }) => type && height > 150)")
        Consent(frame).run()
        app = frame.frame_locator(FRAME)
        expect(app.get_by_test_id("stText")).to_have_text("in a frame", timeout=90_000)


def test_a_frame_that_cannot_have_its_script_says_why_and_offers_no_other(
    page: Page, site: str, world: World, tmp_path: Path
) -> None:
    address = f"{site}?script={PAGE}&embed=true"
    (tmp_path / "docs.html").write_text(f'<!doctype html><iframe src="{address}"></iframe>')
    with serving({"/": tmp_path}) as origin:
        page.goto(f"{origin}/docs.html")
        frame = page.frame_locator("iframe")
        expect(frame.get_by_test_id("stProblem")).to_contain_text("There is nothing at this")
        expect(frame.get_by_role("button", name="Open a file")).to_have_count(0)
        world.put_gist({"app.py": APP})
        frame.get_by_role("button", name="Try again").click()
        Consent(frame).expect_question("from gist.github.com")
