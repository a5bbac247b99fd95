"""Which visits restore Python from an image, and what one leaves for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App
from hosts import SITE_FOLDERS, Host
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

HELLO = f"{PREFIX}?script=apps/images/app.py"
TABLE = f"{PREFIX}?script=apps/images/app_table.py"

#: Slower than an image is worth, for the page's own code: by that the link is judged.
SLOW = {"/assets/": 400_000}

#: A busy machine is not taken for a slow link.
UNKNOWN_LINK = "performance.getEntriesByType = () => [];"

WITHOUT_FILES = "delete StorageManager.prototype.getDirectory;"

SAVING_DATA = """Object.defineProperty(Navigator.prototype, "connection", {
    value: { saveData: true },
});"""

#: The images that the browser keeps for this site, each with its size.
FIND = """async () => {
    const found = [];
    if (navigator.storage.getDirectory) {
        const root = await navigator.storage.getDirectory();
        for await (const folder of root.values()) {
            for await (const file of folder.values()) {
                // One that is being written grows in another file beside it.
                if (!file.name.endsWith(".image")) continue;
                const size = await file.getFile().then((content) => content.size, () => 0);
                found.push([decodeURIComponent(file.name), size]);
            }
        }
    }
    for (const name of await caches.keys()) {
        if (!name.startsWith("tabstream-images")) continue;
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const size = (await (await cache.match(request)).blob()).size;
            found.push([decodeURIComponent(new URL(request.url).pathname.slice(1)), size]);
        }
    }
    return found.filter(([, size]) => size > 0);
}"""

#: Wait until as many are kept; the last found are looked at in any case.
WAIT = f"""async (count) => {{
    const end = performance.now() + 30_000;
    while ((await ({FIND})()).length !== count && performance.now() < end) {{
        await new Promise(requestAnimationFrame);
    }}
}}"""

#: Cut every kept image in half.
CUT = """async () => {
    const root = await navigator.storage.getDirectory();
    for await (const folder of root.values()) {
        for await (const file of folder.values()) {
            const half = (await file.getFile()).slice(0, 1_000_000);
            const writable = await file.createWritable();
            await half.stream().pipeTo(writable);
        }
    }
}"""


class Visitor:
    """A person's browser, and the host of the site that they visit."""

    def __init__(self, page: Page, host: Host) -> None:
        self.page = page
        self.host = host

    def visit(self, query: str = HELLO) -> list[str]:
        """Open an app in the same tab; return what was asked of the host for it."""
        self.host.requests.clear()
        # Not the same document again.
        self.page.goto("about:blank")
        App(self.page, self.host.origin + query).open().expect_no_error()
        return [path.removeprefix(PREFIX) for path in self.host.requests]

    @property
    def kept(self) -> dict[str, int]:
        """The sizes of the images that are kept, by their kinds."""
        found: list[tuple[str, int]] = self.page.evaluate(FIND)
        return {kind_of(path): size for path, size in found}

    def expect_kept(self, *kinds: str) -> None:
        """Wait until these images are kept."""
        self.page.evaluate(WAIT, len(kinds))
        assert set(self.kept) == set(kinds)


def kind_of(path: str) -> str:
    """Return the first part of an image's name."""
    return path.rpartition("/")[2].partition("-")[0]


def images(requests: list[str]) -> list[str]:
    """Return which images were fetched."""
    return [kind_of(path) for path in requests if path.endswith(".image")]


def is_plain(requests: list[str]) -> bool:
    """Return whether Python was started from its own library."""
    return "pyodide/python_stdlib.zip" in requests


@pytest.fixture
def host(start_host: Callable[[Host], Host]) -> Host:
    return start_host(Host(SITE_FOLDERS))


@pytest.fixture
def visitor(page: Page, host: Host) -> Visitor:
    page.context.add_init_script(UNKNOWN_LINK)
    return Visitor(page, host)


def test_the_first_visit_fetches_an_image_and_the_second_has_it(visitor: Visitor) -> None:
    first = visitor.visit()
    assert set(images(first)) == {"core"}
    assert not is_plain(first)
    visitor.expect_kept("core")
    visitor.host.faults = {".image": "missing"}
    second = visitor.visit()
    assert images(second) == []
    assert not is_plain(second)


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
    whole = visitor.kept["core"]
    visitor.page.evaluate(CUT)
    assert is_plain(visitor.visit())
    visitor.expect_kept()
    assert not is_plain(visitor.visit())
    visitor.expect_kept("core")
    assert visitor.kept["core"] == whole


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
