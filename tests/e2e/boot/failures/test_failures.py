from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import App
from controllers.app import START_MS
from playwright.sync_api import Page, expect
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from hosts import Fault, Host

APP = f"{PREFIX}?script=apps/boot/failures/app.py"

#: Each way in which a start can fail: the file, what its host does, and what the person is told.
FAULTS: list[tuple[str, Fault, str]] = [
    ("pyodide.asm.wasm", "missing", "pyodide.asm.wasm of this site could not be loaded"),
    ("pyodide.asm.wasm", "a page", "pyodide.asm.wasm of this site is damaged"),
    ("pyodide.asm.wasm", "cut off", "pyodide.asm.wasm of this site could not be loaded"),
    ("python_stdlib.zip", "closed", "python_stdlib.zip of this site could not be loaded"),
    ("pyodide.asm.mjs", "missing", "pyodide.asm.mjs of this site could not be loaded"),
    ("python_stdlib.zip", "cut off", "python_stdlib.zip of this site could not be loaded"),
    ("tabstream.zip", "missing", "tabstream.zip of this site could not be loaded"),
]


def test_a_start_that_fails_says_what_happened_and_can_be_tried_again(
    page: Page, host_site: Callable[..., Host]
) -> None:
    host = host_site()
    failure = page.get_by_test_id("stFailure")
    retry = failure.get_by_role("button", name="Retry")
    for file, fault, told in FAULTS:
        host.faults = {file: fault, f"{file}.gzipped": fault}
        if retry.count() == 0:
            page.goto(host.origin + APP)
        else:
            retry.click()
        # Each differs from the one before: the same words are not taken for new ones.
        expect(failure).to_contain_text(told, timeout=START_MS)
        expect(page.get_by_test_id("stLoading")).to_have_count(0)

    host.faults = {}
    retry.click()
    app = App(page, host.origin + APP)
    app.expect_started()
    app.texts.expect("size 3")
    app.expect_no_error()
