"""Checkboxes and switches."""

from __future__ import annotations

from typing import Any

import pytest

from tabstream.testing import AppTest


def all_of(app: AppTest, kind: str) -> Any:
    """Return the elements of a kind, whatever they are."""
    return app.get(kind)


@pytest.mark.parametrize("name", ["checkbox", "toggle"])
def test_it_is_off_until_a_person_checks_it(name: str) -> None:
    app = AppTest.from_string(f"""
        import streamlit as st
        st.text(st.{name}("Rain"))
    """).run()
    assert app.text[0].value == "False"
    all_of(app, name)[0].set_value(True).run()
    assert app.text[0].value == "True"


def test_any_value_says_whether_it_is_checked_at_first() -> None:
    app = AppTest.from_string("""
        import numpy as np
        import streamlit as st
        for number, value in enumerate([1, "yes", np.bool_(True), None, ""]):
            st.checkbox("Rain", value, key=number)
    """).run()
    assert [box.value for box in app.checkbox] == [True, True, True, False, False]


def test_a_checkbox_and_a_switch_of_one_label_are_two_widgets() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.checkbox("Rain")
        st.toggle("Rain")
    """).run()
    assert not app.exception
    assert app.checkbox[0].proto.is_toggle is False
    assert app.toggle[0].proto.is_toggle is True
