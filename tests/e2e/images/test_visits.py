"""Which visits restore Python from an image, and what one leaves for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App
from hosts import SITE_FOLDERS
from images.visitor import CUT, HELLO, Visitor, fetches_program, images, is_plain
from server import PREFIX

if TYPE_CHECKING:
    from pathlib import Path

    from hosts import Host
    from playwright.sync_api import Page, Route

TABLE = f"{PREFIX}?script=apps/images/app_table.py"

#: Slower than an image is worth, for the page's own code: by that the link is judged.
SLOW = {"/assets/": 400_000}

WITHOUT_FILES = "delete StorageManager.prototype.getDirectory;"

SAVING_DATA = """Object.defineProperty(Navigator.prototype, "connection", {
    value: { saveData: true },
});"""


def test_the_first_visit_fetches_an_image_and_the_second_has_it(visitor: Visitor) -> None:
    first = visitor.visit()
    assert set(images(first)) == {"core"}
    assert not is_plain(first)
    assert fetches_program(first)
    visitor.expect_kept("core")
    assert visitor.kept_program > 0
    visitor.host.faults = {".image": "missing", ".wasm": "missing"}
    second = visitor.visit()
    assert images(second) == []
    assert not fetches_program(second)
    assert not is_plain(second)


#: Holds once a worker has been told to start Python.
HAS_BEGUN = """async () => {
    const { held } = await navigator.locks.query();
    return held.some(({ name }) => name.startsWith("tabstream worker"));
}"""


@pytest.mark.browser_context_args(service_workers="block")
def test_python_is_under_way_before_the_page_has_its_code_and_an_edited_script_starts(
    visitor: Visitor, tmp_path: Path
) -> None:
    script = tmp_path / "edited.py"
    script.write_text("import streamlit as st\n\nst.text('no package')\n")
    visitor.host.folders = {f"{PREFIX}edited/": tmp_path, **SITE_FOLDERS}
    address = f"{PREFIX}?script=edited/edited.py"
    visitor.visit(address)
    visitor.expect_kept("core")

    held: list[Route] = []
    visitor.page.route("**/assets/main-*.js", lambda route: held.append(route))
    visitor.page.goto("about:blank")
    visitor.page.goto(visitor.host.origin + address, wait_until="commit")
    visitor.page.wait_for_function(HAS_BEGUN)
    held[0].continue_()
    app = App(visitor.page, visitor.host.origin + address)
    app.texts.expect("no package")
    assert len(visitor.page.workers) == 1

    # What it began with is not what the app needs now.
    visitor.page.unroute("**/assets/main-*.js")
    script.write_text("import numpy as np\nimport streamlit as st\n\nst.text(np.arange(3).sum())\n")
    visitor.visit(address)
    app.texts.expect("3")


def test_an_app_with_tables_has_its_own_image_and_no_package_is_fetched(visitor: Visitor) -> None:
    requests = visitor.visit(TABLE)
    assert set(images(requests)) == {"pandas"}
    assert not [path for path in requests if path.endswith(".whl")]
    visitor.expect_kept("pandas")
    visitor.visit(HELLO)
    visitor.expect_kept("pandas", "core")


@pytest.mark.parametrize("fault", ["missing", "a page", "closed", "cut off"])
def test_an_image_that_does_not_come_is_no_failure(visitor: Visitor, fault: str) -> None:
    visitor.host.faults = {".image": fault}  # type: ignore[dict-item]  # one of its words
    assert is_plain(visitor.visit())


def test_a_kept_image_that_is_cut_off_is_dropped_and_fetched_anew(visitor: Visitor) -> None:
    visitor.visit()
    visitor.expect_kept("core")
    whole = visitor.kept["core"], visitor.kept_program
    visitor.page.evaluate(CUT)
    assert is_plain(visitor.visit())
    visitor.expect_kept()
    assert not is_plain(visitor.visit())
    visitor.expect_kept("core")
    assert (visitor.kept["core"], visitor.kept_program) == whole


def test_over_a_slow_link_python_starts_plainly_and_the_image_is_for_the_next_visit(
    page: Page, host: Host
) -> None:
    visitor = Visitor(page, host)
    visitor.host.speeds = SLOW
    assert is_plain(visitor.visit())
    visitor.expect_kept("core")
    visitor.host.faults = {".image": "missing"}
    assert not is_plain(visitor.visit())


def test_nothing_is_fetched_for_a_person_who_saves_data(visitor: Visitor) -> None:
    visitor.page.add_init_script(SAVING_DATA)
    requests = visitor.visit()
    assert is_plain(requests)
    assert images(requests) == []
    visitor.page.evaluate("new Promise((resolve) => requestIdleCallback(resolve))")
    assert images(visitor.host.requests) == []
    assert visitor.kept == {}


def test_without_files_of_its_own_a_site_keeps_images_in_cache_storage(visitor: Visitor) -> None:
    visitor.page.add_init_script(WITHOUT_FILES)
    visitor.visit()
    visitor.expect_kept("core")
    visitor.host.faults = {".image": "missing"}
    assert not is_plain(visitor.visit())


def test_without_room_nothing_is_kept_and_nobody_is_told(visitor: Visitor) -> None:
    origin = visitor.host.origin
    session = visitor.page.context.new_cdp_session(visitor.page)
    visitor.page.goto(f"{origin}{PREFIX}apps/harness/app.html")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1_000_000})
    with visitor.page.expect_console_message(lambda line: "could not be kept" in line.text):
        visitor.visit()
    assert visitor.kept == {}
    assert not is_plain(visitor.visit())


def test_two_tabs_start_from_the_same_kept_image(visitor: Visitor) -> None:
    visitor.visit()
    visitor.expect_kept("core")
    visitor.host.faults = {".image": "missing"}
    other = Visitor(visitor.page.context.new_page(), visitor.host)
    addresses = [visitor, other]
    for one in addresses:
        one.page.goto("about:blank")
    visitor.host.requests.clear()
    for one in addresses:
        one.page.goto(visitor.host.origin + HELLO, wait_until="commit")
    for one in addresses:
        App(one.page, one.page.url).expect_started()
    assert not is_plain([path.removeprefix(PREFIX) for path in visitor.host.requests])
