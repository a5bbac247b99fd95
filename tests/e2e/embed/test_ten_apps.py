"""A page with ten apps: they have one copy of Python, and cost nothing until they are wanted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from chromium import launch_args
from controllers.app import START_MS
from hosts import SITE_FOLDERS, Host, hosting
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserType, Page

COUNT = 10


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A host with the page in a folder of the site."""
    folder = tmp_path / "ten"
    folder.mkdir()
    with hosting(Host({f"{PREFIX}ten/": folder, **SITE_FOLDERS})) as host:
        yield host


@pytest.fixture
def tab(browser_type: BrowserType, tmp_path: Path) -> Iterator[Page]:
    """A tab of a browser with a disk; without one it caches no large files."""
    context = browser_type.launch_persistent_context(tmp_path / "profile", **launch_args())
    yield context.pages[0]
    context.close()


def write_apps(tmp_path: Path, start: str) -> None:
    """Write the page; every app of it is another one."""
    apps = "".join(
        f"""<tabstream-app title="App {number}" start="{start}">
              <script type="text/x-python">
                import streamlit as st
                st.write("This is app {number}.")
              </script>
            </tabstream-app>"""
        for number in range(1, COUNT + 1)
    )
    count = "window.ready = 0; addEventListener('tabstream:ready', () => { ready += 1; });"
    (tmp_path / "ten/index.html").write_text(
        "<!doctype html><script src='../tabstream-embed.js'></script>"
        f"<script>{count}</script>{apps}"
    )


def test_ten_apps_that_start_together_are_one_download(
    tab: Page, host: Host, tmp_path: Path
) -> None:
    write_apps(tmp_path, "now")
    tab.goto(f"{host.origin}{PREFIX}ten/index.html")
    tab.wait_for_function("ready === 10", timeout=START_MS)
    for number in range(1, COUNT + 1):
        app = tab.frame_locator(f"iframe[title='App {number}']")
        assert app.get_by_test_id("stMarkdown").inner_text() == f"This is app {number}."
    # The page and the service worker are looked for anew, in case that there are newer ones.
    asked_anew = {PREFIX, f"{PREFIX}service-worker.js"}
    counts = Counter(path for path in host.requests if path.startswith(PREFIX))
    again = {path: n for path, n in counts.items() if n > 1 and path not in asked_anew}
    assert again == {}


def test_apps_behind_posters_ask_for_nothing(tab: Page, host: Host, tmp_path: Path) -> None:
    write_apps(tmp_path, "click")
    tab.goto(f"{host.origin}{PREFIX}ten/index.html")
    assert tab.get_by_role("button").count() == COUNT
    asked = [path for path in host.requests if path.startswith(PREFIX)]
    assert asked == [f"{PREFIX}ten/index.html", f"{PREFIX}tabstream-embed.js"]
