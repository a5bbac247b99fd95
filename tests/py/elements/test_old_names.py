"""Names of Streamlit's earlier years: they mean what the new ones mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from showing import Show


@pytest.mark.parametrize("where", ["st", "st.container()", "st.sidebar"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("beta_columns(2)", "columns(2)"),
        ("beta_container()", "container()"),
        ("beta_expander('a', expanded=True)", "expander('a', expanded=True)"),
        ("beta_color_picker('a')", "color_picker('a')"),
    ],
)
def test_an_element_has_its_old_name_too(show: Show, where: str, old: str, new: str) -> None:
    old_page, new_page = show(f"{where}.{old}"), show(f"{where}.{new}")
    assert old_page.outline == new_page.outline
    assert [shown.outline for shown in old_page.sidebar] == [
        shown.outline for shown in new_page.sidebar
    ]


def test_the_page_is_set_and_the_script_rerun_by_old_names(show: Show) -> None:
    page = show("""
        st.beta_set_page_config(page_title="A")
        if "again" not in st.session_state:
            st.session_state.again = True
            st.experimental_rerun()
        st.text("again")
    """)
    assert page.bodies == ["again"]


def test_the_script_is_rerun_by_the_exception_of_streamlits_runtime(show: Show) -> None:
    page = show("""
        from streamlit.runtime.scriptrunner import RerunData, RerunException

        if "again" not in st.session_state:
            st.session_state.again = True
            raise RerunException(RerunData())
        st.text("again")
    """)
    assert page.bodies == ["again"]


def test_a_keyword_that_is_no_part_of_a_specification_is_an_error(show: Show) -> None:
    page = show("st.vega_lite_chart([1], {'mark': 'bar'}, wide=True)")
    assert page.error.type == "TypeError"


@pytest.mark.parametrize("name", ["show", "experimental_show"])
def test_values_are_shown_with_their_names(show: Show, name: str) -> None:
    page = show(f"total = 5\nst.{name}(total, total * 2)")
    assert page.bodies == ["**total**", "`5`", "**total * 2**", "`10`"]
