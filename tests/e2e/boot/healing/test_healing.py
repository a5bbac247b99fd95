"""What ends Python, or cannot be ended in another way: the app goes on with all that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers import App, Healing
from hosts import ISOLATED, WITHOUT_JSPI
from playwright.sync_api import Page, expect
from server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from hosts import Host

APP = f"{PREFIX}?script=apps/boot/healing/app.py"

#: What is on the page while nothing has happened.
FIRST = ("size 3 in run 1", "Point(x=7) True", "no file", "True 1 False emscripten")


def press_stop(app: App) -> None:
    app.page.get_by_role("button", name="Stop").click()
    app.expect_state("notRunning")


def upload(app: App) -> None:
    """Pick a file, and wait until the script has read it."""
    field = app.root.get_by_test_id("stFileUploader").locator("input[type=file]")
    field.set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"uploaded"})
    app.texts.expect_one("uploaded")


@pytest.mark.parametrize("first_lines", [{}, WITHOUT_JSPI], ids=["with JSPI", "without"])
def test_stop_of_an_endless_loop_keeps_values_uploads_and_the_session_state(
    page: Page, host_site: Callable[..., Host], first_lines: dict[str, str]
) -> None:
    app = App(page, host_site(first_lines=first_lines).origin + APP).open()
    app.texts.expect(*FIRST)
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("size 4 in run 2")
    upload(app)
    app.texts.expect_one("size 4 in run 3")

    app.button("Loop").click()
    app.texts.expect_one("looping")
    press_stop(app)
    # What it is about is told; nothing on the page has moved.
    Healing(page).expect_healed("Stopped", "link")
    app.texts.expect_one("looping")
    app.slider("Size").press("ArrowRight")
    # An object of the script's own class is one of the class that it has now. The resource is new.
    app.texts.expect("size 5 in run 4", "Point(x=7) True", "uploaded", "False 2 False emscripten")
    app.expect_no_error()
    Healing(page).dismiss()


def test_with_shared_memory_only_what_does_not_hear_of_stop_costs_the_worker(
    page: Page, host_site: Callable[..., Host]
) -> None:
    app = App(page, host_site(headers=ISOLATED).origin + APP).open()
    app.button("Loop").click()
    app.texts.expect_one("looping")
    press_stop(app)
    Healing(page).expect_none()
    app.slider("Size").press("ArrowRight")
    app.texts.expect("size 4 in run 3", "Point(x=7) False", "no file", "True 1 False emscripten")

    app.button("Loop in C").click()
    app.texts.expect_one("looping")
    press_stop(app)
    Healing(page).expect_healed("Stopped", "link")
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("size 5 in run 4")


#: Each way in which Python can end in a run, by the button that brings it about.
ENDS = {
    "Crash": "Python has crashed",
    "Exit": "Python has crashed",
    "Repeat deeply": "The script called itself too deeply",
}


@pytest.mark.parametrize(("button", "why"), ENDS.items(), ids=ENDS)
def test_a_python_that_ends_in_a_run_is_replaced_and_the_script_runs_again(
    open_app: Callable[..., App], button: str, why: str
) -> None:
    app = open_app()
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("size 4 in run 2")
    app.button(button).click()
    Healing(app.page).expect_healed(why, "link")
    app.texts.expect("size 4 in run 3", "Point(x=7) True", "no file", "False 2 False emscripten")
    app.expect_no_error()


@pytest.mark.smoke
def test_a_worker_that_ends_without_a_word_is_replaced_and_the_page_stays(
    open_app: Callable[..., App],
) -> None:
    app = open_app()
    for size, lost in ((4, ["link"]), (5, [])):
        app.button("Close later").click()
        Healing(app.page).expect_healed("The browser has ended Python", *lost)
        app.slider("Size").press("ArrowRight")
        app.texts.expect_one(f"size {size} in run {2 * size - 5}")
        Healing(app.page).dismiss()


def test_a_script_that_ends_python_every_time_is_not_started_again_and_again(
    open_app: Callable[..., App],
) -> None:
    app = open_app()
    failure = app.page.get_by_test_id("stFailure")
    app.slider("Size").press("End")
    expect(failure).to_contain_text("Python has stopped", timeout=90_000)
    Healing(app.page).expect_none()
    # Nobody is asked twice: what is changed now, Retry runs with.
    app.slider("Size").press("Home")
    failure.get_by_role("button", name="Retry").click()
    app.texts.expect("size 0 in run 2", "Point(x=7) True", "no file", "False 2 False emscripten")
    expect(failure).to_have_count(0)


def test_a_value_that_ends_python_when_it_is_saved_is_kept_no_more(
    open_app: Callable[..., App],
) -> None:
    app = open_app()
    app.button("Keep deeply").click()
    Healing(app.page).expect_healed("The script called itself too deeply", "link", "deep")
    app.slider("Size").press("ArrowRight")
    app.texts.expect("size 4 in run 2", "Point(x=7) True", "no file", "False 2 False emscripten")
    app.button("Keep deeply").click()
    app.texts.expect_one("size 4 in run 3")
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("size 5 in run 4")
    app.expect_no_error()


def test_an_error_that_python_survives_costs_nothing(open_app: Callable[..., App]) -> None:
    app = open_app()
    app.button("Throw later").click()
    app.texts.expect_one("size 3 in run 2")
    app.button("Fill the memory").click()
    expect(app.page.get_by_test_id("stException")).to_contain_text("MemoryError", timeout=90_000)
    app.slider("Size").press("ArrowRight")
    app.texts.expect("size 4 in run 4", "Point(x=7) False", "no file", "True 1 False emscripten")
    Healing(app.page).expect_none()


def test_a_page_that_was_frozen_goes_on(open_app: Callable[..., App]) -> None:
    app = open_app()
    session = app.page.context.new_cdp_session(app.page)
    for state in ("frozen", "active"):
        session.send("Page.setWebLifecycleState", {"state": state})
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("size 4 in run 2")
    Healing(app.page).expect_none()


def test_a_reload_is_a_new_session(open_app: Callable[..., App]) -> None:
    app = open_app()
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("size 4 in run 2")
    app.page.reload()
    app.expect_started()
    app.texts.expect(*FIRST)
