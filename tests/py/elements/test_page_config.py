"""`st.set_page_config`: what the page around the elements is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from showing import Page, Show


def settings(page: Page) -> dict[str, Any]:
    """What the page was told last."""
    told: dict[str, Any] = page.sent_of("page_settings")[-1]
    return told


def test_the_page_is_told_everything(show: Show) -> None:
    page = show("""
        st.set_page_config("A", "🎈", "wide", "collapsed", {"Get Help": "https://x", "about": None})
    """)
    assert page.main == []
    assert settings(page) == {
        "type": "page_settings",
        "title": "A",
        "icon": "🎈",
        "layout": "wide",
        "sidebar": "collapsed",
        "menu_items": {"Get help": "https://x", "About": None},
    }


def test_a_later_call_changes_only_what_it_names(show: Show) -> None:
    page = show("st.set_page_config('A', layout='wide')\nst.set_page_config('B')")
    assert (settings(page)["title"], settings(page)["layout"]) == ("B", "wide")


def test_what_the_page_knows_already_is_not_sent_again(show: Show) -> None:
    page = show("st.set_page_config('A')")
    assert page.run().sent_of("page_settings") == []


@pytest.mark.parametrize("icon", [":shark:", ":material/check:", "👩‍💻"])
def test_an_icon_is_an_emoji_or_a_name(show: Show, icon: str) -> None:
    assert settings(show(f"st.set_page_config(page_icon={icon!r})"))["icon"] == icon


def test_an_icon_can_be_any_emoji(show: Show) -> None:
    assert len(settings(show("st.set_page_config(page_icon='random')"))["icon"]) == 1


def test_an_icon_can_be_an_address(show: Show) -> None:
    page = show("st.set_page_config(page_icon='https://x.org/a.png')")
    assert settings(page)["icon"] == "https://x.org/a.png"


def test_a_picture_beside_the_script_travels_with_the_message(show: Show, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg >")
    page = show("st.set_page_config(page_icon='a.svg')")
    assert settings(page)["icon"] == "data:image/svg+xml;base64,PHN2ZyA+"


def test_an_icon_that_cannot_be_opened_is_left_out_and_the_log_says_so(show: Show) -> None:
    page = show("""
        st.set_page_config("A", page_icon="gone.png")
        st.text("goes on")
    """)
    assert page.message.body == "goes on"
    assert (settings(page)["title"], settings(page)["icon"]) == ("A", None)
    assert "`gone.png` cannot be opened" in page.sent_of("log")[-1]["text"]


@pytest.mark.parametrize(
    ("state", "told"), [("'auto'", "auto"), ("300", 300), ("'locked'", "expanded")]
)
def test_the_sidebar_has_a_state_or_a_width(show: Show, state: str, told: str | int) -> None:
    assert settings(show(f"st.set_page_config(initial_sidebar_state={state})"))["sidebar"] == told


@pytest.mark.parametrize(
    ("argument", "error", "says"),
    [
        ("layout='WIDE'", "StreamlitValueError", "'wide'"),
        ("initial_sidebar_state='x'", "StreamlitValueError", "'collapsed'"),
        ("initial_sidebar_state=0", "StreamlitValueError", "above 0"),
        ("menu_items={'Help': ''}", "StreamlitValueError", "'Get help'"),
        ("menu_items={'Get help': 'x'}", "StreamlitInvalidURLError", "https://"),
        ("page_icon=b'x'", "StreamlitAPIException", "no picture"),
    ],
)
def test_an_argument_that_cannot_be_used_is_named_with_what_would_work(
    show: Show, argument: str, error: str, says: str
) -> None:
    card = show(f"st.set_page_config({argument})").error
    assert card.type == error
    assert says in card.text
