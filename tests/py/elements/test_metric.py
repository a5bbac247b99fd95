"""Figures, and how they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from showing import Show


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("1", ("1", "", "off", "gray")),
        ("None", ("—", "", "off", "gray")),
        ("1, 2", ("1", "2", "up", "green")),
        ("1, -2", ("1", "-2", "down", "red")),
        ("1, ' -2 km'", ("1", "-2 km", "down", "red")),
        ("1, 0", ("1", "0", "off", "gray")),
        ("1, ''", ("1", "", "off", "gray")),
        ("1, 2, 'inverse'", ("1", "2", "up", "red")),
        ("1, -2, 'inverse'", ("1", "-2", "down", "green")),
        ("1, -2, 'off'", ("1", "-2", "down", "gray")),
        ("1, 2, 'grey', delta_arrow='off'", ("1", "2", "off", "gray")),
        ("1, 2, 'blue', delta_arrow='down'", ("1", "2", "down", "blue")),
    ],
)
def test_the_change_has_the_arrow_and_colour_of_its_sign(
    show: Show, arguments: str, expected: tuple[str, ...]
) -> None:
    message = show(f"st.metric('a', {arguments})").message
    assert (message.value, message.delta, message.arrow, message.color) == expected


def test_numbers_of_numpy_and_decimals_are_numbers(show: Show) -> None:
    message = show(
        """
        import numpy as np
        from decimal import Decimal
        st.metric(5, np.float64(1.5), Decimal("1.10"), chart_data=np.array([1, 2]))
        """
    ).message
    assert (message.label, message.value, message.delta) == ("5", "1.5", "1.10")
    assert message.chart_data == (1.0, 2.0)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ("[1]", "StreamlitInvalidParameterTypeError"),
        ("1, [1]", "StreamlitInvalidParameterTypeError"),
        ("1, 2, 'loud'", "StreamlitValueError"),
        ("1, delta_arrow='left'", "StreamlitValueError"),
        ("1, label_visibility='gone'", "StreamlitValueError"),
        ("1, chart_data=['x']", "StreamlitAPIException"),
        ("1, icon='no icon'", "StreamlitAPIException"),
    ],
)
def test_arguments_that_cannot_work_are_refused(show: Show, arguments: str, error: str) -> None:
    assert show(f"st.metric('a', {arguments})").error.type.rpartition(".")[2] == error
