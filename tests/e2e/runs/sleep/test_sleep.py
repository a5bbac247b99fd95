from controllers import App


def test_what_was_drawn_before_a_sleep_is_visible_at_once(app: App) -> None:
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("before 4")
    app.expect_state("running")
    app.texts.expect("before 4", "slept 2.0", "after 4")


def test_a_newer_event_ends_a_sleep_and_starts_its_run_at_once(app: App) -> None:
    app.slider("Size").press("ArrowRight")
    app.texts.expect_one("before 4")
    seen = app.page.evaluate("""() => new Promise((resolve) => {
        const start = performance.now();
        const watch = () => {
            if (document.body.textContent.includes("before 5")) resolve(performance.now() - start);
            else requestAnimationFrame(watch);
        };
        document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }),
        );
        watch();
    })""")
    app.texts.expect("before 5", "after 5")
    # 50 ms to the start of the run, and what a busy machine needs to draw and paint.
    assert seen < 500
