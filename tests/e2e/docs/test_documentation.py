"""The documentation of tabstream itself, as `npm run docs` builds it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from controllers import expect_no_sideways_scroll, expect_no_violation
from controllers.app import START_MS
from playwright.sync_api import expect
from server import ROOT, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page, Request


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the built documentation."""
    folder = tmp_path_factory.mktemp("documentation")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def documentation(built: Path) -> Iterator[str]:
    """The address of the built documentation."""
    with serving({"/x/docs/": built}) as origin:
        yield f"{origin}/x/docs/"


def test_an_example_of_the_first_page_runs_and_reacts(page: Page, documentation: str) -> None:
    page.goto(documentation)
    app = page.frame_locator("tabstream-app >> nth=0 >> iframe")
    text = app.get_by_test_id("stMarkdown").first
    expect(text).to_have_text("0 squared is 0", timeout=START_MS)
    app.get_by_role("slider").press("ArrowRight")
    expect(text).to_have_text("1 squared is 1")


def test_every_page_is_whole_and_asks_no_other_host(
    page: Page, documentation: str, built: Path
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    elsewhere: list[str] = []
    broken: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((documentation, "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("request", note)
    page.on("response", lambda answer: broken.append(answer.url) if not answer.ok else None)
    leave_apps_out(page)
    pages = sorted(file.parent for file in built.rglob("index.html"))
    names = [folder.relative_to(built).as_posix() for folder in pages]
    own = [name for name in names if not name.startswith("_tabstream")]
    assert {"caching", "reference/widgets"} <= set(own)
    for name in own:
        page.goto(f"{documentation}{'' if name == '.' else f'{name}/'}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        expect_no_sideways_scroll(page)
    assert elsewhere == []
    assert broken == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["concepts/", "performance/", "docs-sites/", "reference/layout/"])
def test_pages_of_each_kind_are_readable_for_everybody(
    page: Page, documentation: str, name: str, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    leave_apps_out(page)
    page.goto(f"{documentation}{name}")
    expect_no_violation(page)


def leave_apps_out(page: Page) -> None:
    """Keep the apps from starting: what they do is looked at elsewhere."""
    page.route("**/tabstream-embed.js", lambda route: route.fulfill(body=""))


def test_a_search_leads_to_a_page(page: Page, documentation: str) -> None:
    page.goto(documentation)
    page.get_by_role("searchbox").press_sequentially("decorator")
    page.get_by_role("status").get_by_role("link", name="Which decorator").click()
    expect(page.get_by_role("heading", name="Which decorator")).to_be_in_viewport()
