import pytest
from controllers import App

#: Presses a key and resolves with the milliseconds until the page has a text.
PRESS_AND_WAIT = """([key, text]) => new Promise((resolve) => {
    const start = performance.now();
    const watch = () => {
        if (document.body.textContent.includes(text)) resolve(performance.now() - start);
        else requestAnimationFrame(watch);
    };
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    watch();
})"""


@pytest.mark.smoke
def test_what_was_drawn_before_a_sleep_is_visible_at_once(app: App) -> None:
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("before 4")
    app.expect_state("running")
    app.texts.expect("before 4", "slept 2 s: True", "after 4")


def test_a_newer_event_ends_a_sleep_and_starts_its_run_at_once(app: App) -> None:
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("before 4")
    seen = []
    for _ in range(5):
        seen.append(app.page.evaluate(PRESS_AND_WAIT, ["ArrowRight", "before 5"]))
        app.page.evaluate(PRESS_AND_WAIT, ["ArrowLeft", "before 4"])
    app.page.evaluate(PRESS_AND_WAIT, ["ArrowRight", "before 5"])
    app.texts.expect("before 5", "after 5")
    # 50 ms to the start of the run and two frames to see it; a busy machine manages once in five.
    assert min(seen) < 85, seen
