"""A new release takes the old one's place at the next start; no page ever has parts of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App
from controllers.healing import Healing
from controllers.kept_site import KeptSite
from hosts import PLAIN, SITE_FOLDERS, Host
from offline.release import NEXT, copy_site, list_site, make_next_release, pack
from playwright.sync_api import Error, expect
from server import PREFIX

from tabstream import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

APP = f"{PREFIX}?script=apps/offline/releases/app.py"
OLD = f"Python of {__version__}"
NEW = f"Python of {NEXT}"


@pytest.fixture
def host(start_host: Callable[[Host], Host]) -> Host:
    """A host whose site a test may replace."""
    return start_host(Host(dict(SITE_FOLDERS), faults=dict(PLAIN)))


#: Waits until the site's service worker is about to be another one, or for a while.
NEWS_OF_WORKER = """async (scope) => {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    await new Promise((resolve) => {
        registration?.addEventListener("updatefound", resolve);
        setTimeout(resolve, 2000);
    });
}"""


def deploy(host: Host, site: Path) -> None:
    """Put another site in the place of the one that the host has."""
    host.folders = {**host.folders, PREFIX: site}


def visit(page: Page, host: Host) -> App:
    """Open the app, and wait until the site is kept."""
    app = App(page, host.origin + APP).open()
    KeptSite(page).expect_worker()
    KeptSite(page).expect("tabstream.zip", "pyodide.asm.wasm", "vega-chunk")
    return app


def is_next(page: Page) -> bool:
    return page.locator("html").get_attribute("data-release") == "next"


def test_the_next_start_has_the_new_release_and_open_pages_stay_what_they_are(
    page: Page, context: BrowserContext, host: Host, tmp_path: Path
) -> None:
    old = visit(page, host)
    old.texts.expect(OLD)
    old.open()  # by the service worker
    # Nobody has asked for isolation.
    assert page.evaluate("() => window.crossOriginIsolated") is False

    deploy(host, make_next_release(tmp_path / "next"))
    second = context.new_page()
    new = App(second, host.origin + APP).open()
    new.texts.expect(NEW)
    assert is_next(second)
    KeptSite(second).expect("main-nextnext.js")
    KeptSite(second).expect_worker()

    # The old page goes on with its own code and, when its worker is replaced, its own Python.
    assert not is_next(page)
    old.button("Chart").click()
    old.expect_charts(1)
    old.button("End the worker").click()
    Healing(page).expect_healed("The browser has ended Python")
    old.texts.expect(OLD)

    host.faults = {"": "closed"}
    new.open().texts.expect(NEW)
    assert is_next(second)
    # The old page is of the new release from its next start on.
    old.open().texts.expect(NEW)
    assert is_next(page)


def test_a_file_of_another_release_is_refused(page: Page, host: Host, tmp_path: Path) -> None:
    host.headers = {"Cache-Control": "no-store"}
    visit(page, host)
    site = copy_site(tmp_path / "torn")
    runtime = site / "pyodide/tabstream.zip"
    runtime.write_bytes(runtime.read_bytes() + b"of a release that is half way there")
    pack(runtime)
    deploy(host, site)
    App(page, host.origin + APP).open().texts.expect(OLD)
    # Else only what has the right content is taken.
    KeptSite(page).forget("tabstream.zip")
    page.goto(host.origin + APP)
    failure = page.get_by_test_id("stFailure")
    expect(failure).to_contain_text("tabstream.zip of this site", timeout=90_000)


def test_a_broken_worker_can_be_taken_back(page: Page, host: Host, tmp_path: Path) -> None:
    visit(page, host)
    broken = copy_site(tmp_path / "broken")
    (broken / "service-worker.js").write_text(
        "addEventListener('install', () => skipWaiting());\n"
        "addEventListener('fetch', (event) => event.respondWith(Response.error()));\n"
    )
    deploy(host, broken)
    App(page, host.origin + APP).open()
    expect_start(page, host, works=False)

    off = copy_site(tmp_path / "off")
    list_site(off, "--off")
    deploy(host, off)
    expect_start(page, host, works=True)
    KeptSite(page).expect_worker(there=False)
    assert KeptSite(page).names == []


def expect_start(page: Page, host: Host, *, works: bool) -> None:
    """Start again and again until the browser has noticed that there is another worker."""

    def starts() -> bool:
        try:
            page.goto(host.origin + PREFIX)
        except Error:
            return False
        return True

    watch = page.context.new_page()
    watch.goto(f"{host.origin}/outside")
    for _ in range(30):
        if starts() == works:
            return watch.close()
        # The browser looks for another worker when a start is over, and not at each of many.
        watch.evaluate(NEWS_OF_WORKER, PREFIX)
    raise AssertionError(f"the page still {'fails' if works else 'starts'}")


def test_a_site_that_wants_no_worker_has_none(page: Page, host: Host, tmp_path: Path) -> None:
    visit(page, host)
    site = copy_site(tmp_path / "without")
    set_offline(site, "off")
    deploy(host, site)
    App(page, host.origin + APP).open().texts.expect(OLD)
    KeptSite(page).expect_worker(there=False)
    assert KeptSite(page).names == []


def test_an_owner_may_have_the_pages_isolated(page: Page, host: Host, tmp_path: Path) -> None:
    site = copy_site(tmp_path / "isolated")
    set_offline(site, "isolated")
    deploy(host, site)
    app = App(page, host.origin + APP)
    page.goto(app.address)
    page.wait_for_function("() => window.crossOriginIsolated")
    app.expect_started()
    app.texts.expect(OLD)
    app.button("Chart").click()
    app.expect_charts(1)
    app.expect_no_error()


def set_offline(site: Path, mode: str) -> None:
    """Choose, as an owner does, what index.html says of the worker."""
    index = site / "index.html"
    before = 'name="tabstream-offline" content="on"'
    assert before in index.read_text()
    index.write_text(index.read_text().replace(before, before.replace('"on"', f'"{mode}"')))
    list_site(site)
