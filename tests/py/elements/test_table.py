"""Tables that simply stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from showing import Show


def test_names_that_the_data_does_not_have_are_not_shown(show: Show) -> None:
    page = show(
        """
        import pandas as pd
        st.table([1])
        st.table({"a": 1})
        st.table({"a": [1]})
        st.table(pd.DataFrame({"a": [1]}))
        st.table(pd.DataFrame({"a": [1]}, index=["x"]))
        st.table([1], hide_index=False, hide_header=False)
        """
    )
    hidden = [(message.hide_index, message.hide_header) for message in page.messages]
    assert hidden == [
        (True, True),
        (False, True),
        (True, False),
        (True, False),
        (False, False),
        (False, False),
    ]


def test_lines_are_drawn_around_cells_between_rows_or_not_at_all(show: Show) -> None:
    page = show(
        """
        st.table([1])
        st.table([1], border="horizontal")
        st.table([1], border=False)
        st.table([1], border="dotted")
        """
    )
    assert [message.border for message in page.messages[:3]] == ["all", "horizontal", "none"]
    assert "'dotted'" in page.error.text
