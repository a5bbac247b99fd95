"""Forms: what waits for the submit button, and where it may stand."""

from __future__ import annotations

from typing import Any

import pytest

from tabstream.testing import AppTest


def all_of(app: AppTest, kind: str) -> Any:
    """Return the elements of a kind, whatever they are."""
    return app.get(kind)


def run(source: str) -> AppTest:
    """Run an app that has streamlit at hand."""
    return AppTest.from_string("import streamlit as st\n" + source).run()


def test_a_forms_values_reach_the_script_with_the_click() -> None:
    app = run("""
with st.form("order"):
    count = st.slider("How many", 0, 10)
    is_sent = st.form_submit_button("Order")
st.text((count, is_sent))
""")
    app.slider[0].set_value(7)
    app.button[0].click().run()
    assert app.text[0].value == "(7, True)"
    assert app.run().text[0].value == "(7, False)"


def test_widgets_know_their_form_wherever_in_it_they_stand() -> None:
    app = run("""
form = st.form("order")
form.slider("a")
form.columns(2)[1].slider("b")
with form:
    st.slider("c")
    with st.container():
        st.slider("d")
    st.sidebar.slider("e")
form.form_submit_button("Order")
st.slider("f")
""")
    forms = {slider.label: slider.proto.form for slider in [*app.slider, *app.sidebar.slider]}
    assert forms == {"a": "order", "b": "order", "c": "order", "d": "order", "e": None, "f": None}
    assert app.button[0].proto.submits
    assert app.button[0].proto.form == "order"


def test_a_form_says_how_it_behaves() -> None:
    app = run("""
st.form("a")
st.form("b", True, enter_to_submit=False, border=False, width=300, height=200)
""")
    a, b = (block.proto for block in all_of(app, "form"))
    assert (a.id, a.clear_on_submit, a.enter_to_submit, a.border) == ("a", False, True, True)
    assert (b.id, b.clear_on_submit, b.enter_to_submit, b.border) == ("b", True, False, False)
    assert (a.width, a.height, b.width, b.height) == ("stretch", "content", 300, 200)


def test_a_submit_button_calls_back_and_has_a_key_of_its_own() -> None:
    app = run("""
def note():
    st.session_state.noted = st.session_state.how_many
with st.form("order"):
    st.slider("How many", 0, 10, key="how_many")
    st.form_submit_button("Order", on_click=note)
st.text(st.session_state.get("noted"))
st.text("FormSubmitter:order-Order" in st.session_state)
""")
    app.slider[0].set_value(7)
    app.button[0].click().run()
    assert [text.value for text in app.text] == ["7", "True"]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ('st.form("f").button("x")', "StreamlitInvalidLayoutContextError"),
        ('st.form("f").columns(2)[0].button("x")', "StreamlitInvalidLayoutContextError"),
        ('st.form("f").download_button("x", "a")', "StreamlitInvalidLayoutContextError"),
        ('st.form("f").form("g")', "StreamlitInvalidLayoutContextError"),
        ('st.form_submit_button("x")', "StreamlitInvalidLayoutContextError"),
        (
            'with st.form("f"): st.sidebar.form_submit_button("x")',
            "StreamlitInvalidLayoutContextError",
        ),
        ('st.form("f").slider("x", on_change=print)', "StreamlitInvalidFormCallbackError"),
        ('st.form("f"); st.form("f")', "StreamlitDuplicateElementKey"),
        (
            'f = st.form("f"); f.form_submit_button("x"); f.form_submit_button("x")',
            "StreamlitDuplicateElementKey",
        ),
        ("st.form(5)", "TypeError"),
        ('st.session_state.f = 1; st.form("f")', "StreamlitValueAssignmentNotAllowedError"),
    ],
)
def test_what_does_not_go_with_a_form_is_an_error(source: str, error: str) -> None:
    assert run(source).exception[0].proto.type == error


@pytest.mark.parametrize(
    "source",
    [
        'st.columns(2)[0].form("f").form_submit_button("x")',
        'with st.form("f"): st.sidebar.button("x")',
        'with st.form("f"): st.link_button("x", "https://x.org")',
        'st.form("f").slider("x", on_change="ignore")',
        'f = st.form("f"); f.form_submit_button("x"); f.form_submit_button("y")',
    ],
)
def test_what_goes_with_a_form_is_no_error(source: str) -> None:
    assert not run(source).exception
