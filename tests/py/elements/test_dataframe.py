"""Grids: what is shown of the data, and what a person selects in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tabstream.elements._frames import decode_frame

if TYPE_CHECKING:
    import pandas as pd
    from showing import Page, Show


def test_the_index_is_left_out_where_it_only_counts_rows(show: Show) -> None:
    page = show(
        """
        import pandas as pd
        st.dataframe([1, 2])
        st.dataframe({"a": 1})
        st.dataframe(pd.DataFrame({"a": [1]}))
        st.dataframe(pd.Index([1]))
        st.dataframe([1, 2], hide_index=False)
        """
    )
    assert [message.hide_index for message in page.messages] == [True, False, False, True, False]


def test_column_config_travels_by_name_and_by_place(show: Show) -> None:
    message = show(
        """
        st.dataframe(
            {"a": [1], "b": [2]},
            column_config={
                "a": "Apples",
                "_index": None,
                1: st.column_config.NumberColumn("Pears", format="%d kg", pinned=True),
            },
            column_order=("b", "a"),
        )
        """
    ).message
    assert json.loads(message.column_config) == {
        "a": {"label": "Apples"},
        "_index": {"hidden": True},
        "_pos:1": {
            "label": "Pears",
            "pinned": True,
            "type_config": {"type": "number", "format": "%d kg"},
        },
    }
    assert message.column_order == ("b", "a")


def test_a_styler_keeps_its_colours_texts_and_hidden_columns(show: Show) -> None:
    message = show(
        """
        import pandas as pd
        data = pd.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0], "c": [5.0, 6.0]})
        styler = data.style.format("{:.1f} kg", subset=["b"]).highlight_max(color="red")
        st.dataframe(styler.hide(axis="columns", subset=["a"]).hide())
        """
    ).message
    assert [column.name for column in message.frame.columns] == ["b", "c"]
    assert message.hide_index
    assert message.styles.css == ("background-color: red",)
    assert list(message.styles.cells.data) == [0, 0, 0, 0, 1, 0, 1, 0]
    texts = decode_frame(message.styles.texts)
    assert texts["b"].tolist() == ["3.0 kg", "4.0 kg"]
    assert texts["c"].isna().all()


def test_a_selection_reaches_the_script(show: Show) -> None:
    page = show(
        """
        state = st.dataframe(
            {"a": [1, 2], "b": [3, 4]},
            key="grid",
            on_select="rerun",
            selection_mode=["multi-row", "single-column", "multi-cell"],
        )
        st.text(state.selection.rows)
        st.text(state["selection"]["columns"])
        st.text(state.selection.cells)
        """
    )
    assert page.bodies == ["[]", "[]", "[]"]
    chosen = {"rows": [1], "columns": ["a"], "cells": [[0, "b"]]}
    page.run(grid={"selection": chosen})
    assert page.bodies == ["[1]", "['a']", "[(0, 'b')]"]


def test_a_selection_that_the_data_has_not_any_more_is_dropped(show: Show) -> None:
    source = """
        state = st.dataframe([0] * {rows}, key="grid", on_select="rerun")
        st.text(state.selection.rows)
        """
    page = show(source.format(rows=3))
    page.run(grid={"selection": {"rows": [0, 2]}})
    assert page.bodies == ["[0, 2]"]
    page.run(source.format(rows=1), grid={"selection": {"rows": [0, 2]}})
    assert page.bodies == ["[0]"]


def test_the_first_selection_is_the_authors(show: Show) -> None:
    page = show(
        """
        first = {"selection": {"rows": [1, 0], "columns": ["a"]}}
        one = st.dataframe([1, 2], on_select="rerun", selection_mode="single-row",
                           selection_default=first)
        must = st.dataframe([1, 2], on_select="rerun", selection_mode="single-row-required")
        st.text(one.selection)
        st.text(must.selection.rows)
        """
    )
    assert page.bodies == ["{'rows': [1], 'columns': [], 'cells': []}", "[0]"]
    selected = [json.loads(message.selected)["selection"]["rows"] for message in page.messages[:2]]
    assert selected == [[1], [0]]


def test_a_selection_is_set_by_session_state_and_kept_without_a_key(show: Show) -> None:
    page = show(
        """
        if "grid" not in st.session_state:
            st.session_state.grid = {"selection": {"rows": [1]}}
        st.text(st.dataframe([1, 2], key="grid", on_select="rerun").selection.rows)
        st.dataframe([1, 2, 3], on_select="rerun")
        """
    )
    assert page.bodies == ["[1]"]
    (before,) = (shown.id for shown in page.main[2:])
    page.run()
    (after,) = (shown.id for shown in page.main[2:])
    assert before == after


def test_a_selection_cannot_be_changed_by_the_script(show: Show) -> None:
    page = show(
        """
        state = st.dataframe([1], on_select="rerun")
        state.selection.rows = [0]
        """
    )
    assert "cannot be changed" in page.error.text


@pytest.mark.parametrize(
    ("arguments", "error", "names"),
    [
        ("width='wide'", "StreamlitInvalidWidthError", "'wide'"),
        ("height=0", "StreamlitInvalidHeightError", "0"),
        ("on_select='no'", "StreamlitValueError", "on_select"),
        ("on_select='rerun', selection_mode='row'", "StreamlitValueError", "selection_mode"),
        (
            "on_select='rerun', selection_mode=['single-row', 'multi-row']",
            "StreamlitIncompatibleParametersError",
            "rows",
        ),
        (
            "selection_default={'selection': {}}",
            "StreamlitIncompatibleParametersError",
            "on_select",
        ),
        ("on_select='rerun', selection_default=5", "StreamlitAPIException", "selection"),
        ("column_config={'a': 5}", "StreamlitInvalidParameterTypeError", "'a'"),
        ("column_config=[1]", "StreamlitInvalidParameterTypeError", "column_config"),
    ],
)
def test_arguments_that_cannot_work_are_refused(
    show: Show, arguments: str, error: str, names: str
) -> None:
    card = show(f"st.dataframe([1], {arguments})").error
    assert card.type.rpartition(".")[2] == error
    assert names in card.text


def test_the_older_spelling_of_a_width_holds(show: Show) -> None:
    page = show(
        """
        st.dataframe([1], use_container_width=True)
        st.dataframe([1], use_container_width=False)
        st.dataframe([1], width=300, use_container_width=False)
        """
    )
    assert [message.width for message in page.messages] == ["stretch", "content", 300]


def test_rows_are_added_where_a_table_or_a_grid_stands(show: Show) -> None:
    page = show(
        """
        grid = st.dataframe({"a": [1]})
        table = st.table({"a": [1]})
        grid.add_rows({"a": [2]}).add_rows({"a": [3]})
        table.add_rows({"a": [2]})
        """
    )
    assert _columns(page) == [[1, 2, 3], [1, 2]]
    page.run()
    assert _columns(page) == [[1, 2, 3], [1, 2]]


def test_add_rows_says_where_it_belongs(show: Show) -> None:
    assert "chart.add_rows" in show("st._main.add_rows([1])").error.text
    assert "text" in show("st.text('a').add_rows([1])").error.text


def test_data_that_did_not_change_is_not_sent_again(show: Show) -> None:
    page = show("st.dataframe([1, 2, 3])\nst.line_chart([1, 2, 3])").run()
    (ops,) = (message["ops"] for message in page.sent_of("ops"))
    assert [op["op"] for op in ops] == ["keep"]


def _columns(page: Page) -> list[Any]:
    frames: list[pd.DataFrame] = [decode_frame(message.frame) for message in page.messages]
    return [frame["a"].tolist() for frame in frames]
