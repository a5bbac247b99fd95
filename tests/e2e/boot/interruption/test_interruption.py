"""How a running script hears of an event: by JSPI, by shared memory, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import App
from hosts import ISOLATED, WITHOUT_JSPI, Host
from playwright.sync_api import Page, expect
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

APP = f"{PREFIX}?script=apps/boot/interruption/app.py"

#: Seconds from the moment at which one text is on the page to that of another.
SECONDS_BETWEEN = """([first, second]) => new Promise((resolve) => {
    let start;
    const look = () => {
        const text = document.body.textContent;
        if (start === undefined && text.includes(first)) start = performance.now();
        if (text.includes(second)) resolve((performance.now() - start) / 1000);
        else requestAnimationFrame(look);
    };
    look();
})"""


def press_stop(app: App) -> None:
    app.page.get_by_role("button", name="Stop").click()
    app.expect_state("notRunning")


def test_with_jspi_text_before_a_computation_is_visible_and_stop_ends_it(
    page: Page, host_site: Callable[..., Host]
) -> None:
    app = App(page, host_site().origin + APP).open()
    app.texts.expect("x 3 in run 1")

    # 3 s of computing lie between the two; at most 0.1 s of them went by before the first was seen.
    # A busy machine may delay a frame: the best of a few starts tells of the program.
    for _ in range(3):
        app.button("Compute").click()
        seconds = page.evaluate(SECONDS_BETWEEN, ["before", "after"])
        if seconds > 2.9:
            break
        app.open().texts.expect("x 3 in run 1")
    assert seconds > 2.9
    app.texts.expect("before", "after", "x 3 in run 2")

    app.slider("x").press("ArrowRight")
    app.texts.expect("x 4 in run 3")
    app.button("Loop").click()
    app.texts.expect_one("looping")
    # Nothing reaches a loop that calls nothing: the worker is replaced. What is there, stays.
    press_stop(app)
    app.texts.expect("looping", "x 4 in run 3")
    app.slider("x").press("ArrowRight")
    app.expect_started()
    # The run that was stopped has not come to an end, so it does not count.
    app.texts.expect("x 5 in run 4")


def test_with_shared_memory_an_event_and_stop_end_a_script_that_cannot_be_suspended(
    page: Page, host_site: Callable[..., Host]
) -> None:
    app = App(page, host_site(headers=ISOLATED, first_lines=WITHOUT_JSPI).origin + APP).open()
    assert page.evaluate("crossOriginIsolated")
    app.texts.expect("x 3 in run 1")

    app.button("Write").click()
    app.texts.expect_one("writing")
    app.slider("x").press("ArrowRight")
    app.texts.expect("x 4 in run 3")

    app.button("Sleep").click()
    app.texts.expect_one("sleeping")
    app.slider("x").press("ArrowRight")
    app.texts.expect("x 5 in run 5")

    # The same worker all along: it still counts the runs.
    app.button("Loop").click()
    app.texts.expect_one("looping")
    press_stop(app)
    app.slider("x").press("ArrowRight")
    app.texts.expect("x 6 in run 7")


def test_with_neither_events_wait_and_the_person_is_asked(
    page: Page, host_site: Callable[..., Host]
) -> None:
    app = App(page, host_site(first_lines=WITHOUT_JSPI).origin + APP).open()
    app.texts.expect("x 3 in run 1")

    app.button("Compute").click()
    app.texts.expect_one("before")
    app.slider("x").press("ArrowRight", times=3)
    # Three events were one run.
    app.texts.expect("x 6 in run 3")

    app.button("Write").click()
    app.texts.expect_one("writing")
    app.slider("x").press("ArrowRight")
    question = page.get_by_test_id("stBlocked")
    expect(question).to_be_visible()
    question.get_by_role("button").click()
    app.expect_started()
    app.texts.expect("x 7 in run 4")

    app.button("Loop").click()
    app.texts.expect_one("looping")
    press_stop(app)
    app.slider("x").press("ArrowRight")
    app.expect_started()
    app.texts.expect("x 8 in run 5")
