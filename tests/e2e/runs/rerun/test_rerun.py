import pytest
from controllers import App


@pytest.mark.smoke
def test_a_moved_slider_reruns_the_script_and_keeps_the_focus(app: App) -> None:
    app.texts.expect("size 3", "below")
    app.slider("Size").press("ArrowRight", times=2)
    app.texts.expect("size 5", "below")
    assert app.page.evaluate("document.activeElement.type") == "range"
    app.expect_no_error()
