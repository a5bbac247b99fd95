"""Cached results outlive the page: reload, restart, two tabs, and storage that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import pytest
from chromium import launch_args
from controllers import App
from controllers.stored_results import StoredResults
from hosts import SITE_FOLDERS, Host
from playwright.sync_api import expect
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserType, Page


def reload(app: App) -> None:
    app.page.reload()
    app.expect_started()


def expect_said(app: App, text: str) -> None:
    """Open the log and wait for a line."""
    app.choose("Log")
    log = app.page.get_by_role("dialog", name="Log")
    expect(log).to_contain_text(text)
    app.page.keyboard.press("Escape")
    expect(log).to_have_count(0)


@pytest.mark.smoke
def test_a_result_is_there_after_a_reload(open_app: Callable[..., App]) -> None:
    app = open_app("&slow=1")
    app.texts.expect("square 0", "slow [50], waited: True", "computed 2")
    StoredResults(app.page).expect(2)
    reload(app)
    app.texts.expect("square 0", "slow [50], waited: False", "computed 0")
    app.slider("n").press("ArrowRight")
    app.texts.expect("square 1", "slow [50], waited: False", "computed 1")


def test_a_result_is_there_after_a_restart_of_the_browser(
    browser_type: BrowserType, site: str, tmp_path: Path
) -> None:
    for computed in ("computed 1", "computed 0"):
        context = browser_type.launch_persistent_context(tmp_path / "profile", **launch_args())
        app = App(context.new_page(), f"{site}?script=apps/caching/kept/app.py").open()
        app.texts.expect("square 0", computed)
        StoredResults(app.page).expect(1)
        context.close()


def test_two_tabs_of_an_app_share_what_they_compute_and_two_apps_do_not(
    open_app: Callable[..., App], site: str
) -> None:
    one = open_app()
    StoredResults(one.page).expect(1)
    other = App(one.page.context.new_page(), one.address).open()
    other.texts.expect("square 0", "computed 0")
    heard = StoredResults(other.page)
    heard.listen()
    one.slider("n").press("ArrowRight")
    one.texts.expect("square 1", "computed 2")
    heard.expect(2)
    heard.expect_news()
    other.slider("n").press("ArrowRight")
    other.texts.expect("square 1", "computed 0")
    stranger = App(one.page.context.new_page(), f"{site}?script=apps/caching/kept/other.py").open()
    stranger.texts.expect("square 0", "computed 1")


def test_a_thousand_results(open_app: Callable[..., App]) -> None:
    app = open_app("&many=1000")
    app.texts.expect("square 0", "computed 1001")
    StoredResults(app.page).expect(1001)
    reload(app)
    app.texts.expect("square 0", "computed 0")


def test_what_is_damaged_is_computed_anew_and_said_once(open_app: Callable[..., App]) -> None:
    app = open_app()
    stored = StoredResults(app.page)
    stored.expect(1)
    assert stored.damage() == 1
    reload(app)
    app.texts.expect("square 0", "computed 1")
    expect_said(app, "A result of `square()` is computed anew: what was stored is damaged.")
    app.expect_no_error()


def test_a_result_that_finds_no_room_is_said_and_the_app_goes_on(page: Page, site: str) -> None:
    # Set before the site has stored anything: the browser looks at its quota only now and then.
    session = page.context.new_cdp_session(page)
    origin = urlunsplit((*urlsplit(site)[:2], "", "", ""))
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 3_000_000})
    app = App(page, f"{site}?script=apps/caching/kept/app.py&large=20").open()
    app.texts.expect("square 0", "large 20000000", "computed 2")
    app.slider("n").press("ArrowRight")
    app.texts.expect("square 1", "large 20000000", "computed 3")
    expect_said(app, "no room left for cached results")
    app.expect_no_error()


@pytest.mark.parametrize("broken", ["open", "databases"])
def test_a_storage_that_is_blocked_is_said_and_the_app_goes_on(
    page: Page, start_host: Callable[[Host], Host], broken: str
) -> None:
    refusal = f"indexedDB.{broken} = () => {{ throw new DOMException('no', 'SecurityError'); }};"
    host = start_host(Host(SITE_FOLDERS, first_lines={"/results-worker": refusal}))
    page.add_init_script(refusal)
    app = App(page, f"{host.origin}{PREFIX}?script=apps/caching/kept/app.py").open()
    app.texts.expect("square 0", "computed 1")
    app.slider("n").press("ArrowRight")
    app.texts.expect("square 1", "computed 2")
    app.slider("n").press("ArrowLeft")
    app.texts.expect("square 0", "computed 2")
    app.expect_no_error()


def test_a_database_that_is_deleted_is_begun_anew(open_app: Callable[..., App]) -> None:
    app = open_app()
    stored = StoredResults(app.page)
    stored.expect(1)
    stored.delete()
    app.slider("n").press("ArrowRight")
    app.texts.expect("square 1", "computed 2")
    stored.expect(1)
    app.expect_no_error()


def test_a_tab_that_is_closed_while_it_writes_leaves_nothing_half_written(
    open_app: Callable[..., App],
) -> None:
    app = open_app("&large=30")
    # It goes at once, in the middle of what it stores.
    app.page.close()
    again = App(app.page.context.new_page(), app.address)
    again.open()
    again.texts.expect_one("large 30000000")
    again.expect_no_error()
    StoredResults(again.page).expect(2)


def test_who_wants_no_results_kept_switches_it_off(open_app: Callable[..., App]) -> None:
    app = open_app()
    stored = StoredResults(app.page)
    stored.expect(1)
    app.choose("Keep results")
    app.page.keyboard.press("Escape")
    stored.expect(0)
    app.slider("n").press("ArrowRight")
    app.texts.expect("square 1", "computed 2")
    reload(app)
    app.texts.expect("square 0", "computed 1")
    stored.expect(0)


def test_a_first_visit_without_caches_starts_no_storage(open_app: Callable[..., App]) -> None:
    requests: list[str] = []
    app = open_app(name="plain.py")
    app.page.on("request", lambda request: requests.append(request.url))
    reload(app)
    assert not [address for address in requests if "results-worker" in address]
