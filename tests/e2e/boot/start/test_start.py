from __future__ import annotations

import json
from typing import TYPE_CHECKING

import modes
import pytest
from controllers import App
from controllers.app import START_MS
from controllers.shown_bytes import NOTE_SHOWN_BYTES, shown_bytes
from hosts import SITE, UNKNOWN_LINK
from playwright.sync_api import Page, expect
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from hosts import Host

APP = f"{PREFIX}?script=apps/boot/start/app.py"

#: What a first visit may cost, the frame included, from a host that compresses nothing.
MOST_REQUESTS = 16
MOST_BYTES = 13_300_000


@pytest.mark.smoke
def test_a_start_shows_real_bytes_that_never_go_backwards(
    page: Page, host_site: Callable[..., Host]
) -> None:
    host = host_site(speeds={"/pyodide/": 3_000_000})
    page.add_init_script(NOTE_SHOWN_BYTES + UNKNOWN_LINK)
    page.goto(host.origin + APP)

    # The frame is there before Python is.
    expect(page.get_by_test_id("stLoading")).to_contain_text("Loading Python", timeout=START_MS)
    expect(page.get_by_test_id("stApp")).to_be_visible()
    app = App(page, host.origin + APP)
    app.expect_started()
    app.markdown.expect("0 squared is 0")

    loaded, totals = shown_bytes(page)
    assert len(set(loaded)) > 5
    assert loaded == sorted(loaded)
    index = json.loads((SITE / "pyodide/packages.json").read_text())
    core = index["packed"]["pyodide.asm.wasm"] + index["core"]["files"]["pyodide.asm.mjs"]
    known = core + index["images"][0]["size"]
    assert totals[0] == float(f"{known / 1e6:.1f}")
    # It is another one only where the image turned out to be missing.
    assert (len(set(totals)) == 1) == (modes.active.absent == ())
    assert loaded[-1] == totals[-1]


@pytest.mark.browser_context_args(service_workers="block")
def test_an_app_without_packages_loads_none_and_is_small(
    page: Page, host_site: Callable[..., Host]
) -> None:
    host = host_site()
    page.add_init_script(UNKNOWN_LINK)
    App(page, host.origin + APP).open().markdown.expect("0 squared is 0")

    # The image is kept for the next visit by asking for it again, which costs nothing where the
    # host lets browsers keep what it sends.
    requests = set(host.requests)
    assert [path for path in requests if path.endswith(".whl")] == []
    assert len(requests) <= MOST_REQUESTS, requests
    files = [path + "index.html" if path.endswith("/") else path for path in requests]
    assert sum(host.file_of(path).stat().st_size for path in files) <= MOST_BYTES


def test_hosts_may_refuse_packed_files_or_have_them_unpacked(
    page: Page, host_site: Callable[..., Host]
) -> None:
    refusing = host_site(faults={".gzipped": "missing"})
    App(page, refusing.origin + APP).open().markdown.expect("0 squared is 0")
    telling = host_site(encodings={".gzipped": "gzip"})
    App(page, telling.origin + APP).open().markdown.expect("0 squared is 0")
    assert not [path for path in telling.requests if path.endswith("pyodide.asm.wasm")]
