"""The site as any static host serves it: Python's own server, a sub-folder, no special header."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from controllers import Consent
from controllers.app import FRAME
from links.world import PAGE
from playwright.sync_api import expect
from server import SITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from links.world import World
    from playwright.sync_api import Page

START_MS = 90_000


@pytest.fixture
def plain_host(tmp_path: Path) -> Iterator[str]:
    """A host with the site at /x/y/ and a page that has an app in a frame."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x/y").symlink_to(SITE)
    (tmp_path / "docs.html").write_text(
        '<!doctype html><iframe src="x/y/?script=examples/hello/app.py&embed=true"></iframe>'
    )
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        found = re.search(r" port (\d+) ", server.stdout.readline())
        assert found
        yield f"http://127.0.0.1:{found[1]}/"
        server.terminate()


def test_a_gist_runs(page: Page, world: World, plain_host: str) -> None:
    world.put_gist({"app.py": "import streamlit as st\nst.text('from a gist')\n"})
    page.goto(f"{plain_host}x/y/?script={PAGE}")
    Consent(page).expect_question("from gist.github.com")
    Consent(page).run()
    app = page.frame_locator(FRAME)
    expect(app.get_by_test_id("stText")).to_have_text("from a gist", timeout=START_MS)


def test_an_app_runs_in_a_frame_of_another_page(page: Page, plain_host: str) -> None:
    page.goto(f"{plain_host}docs.html")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_test_id("stMarkdown")).to_have_text("0 squared is 0", timeout=START_MS)
    frame.get_by_role("slider").press("ArrowRight")
    expect(frame.get_by_test_id("stMarkdown")).to_have_text("1 squared is 1")
