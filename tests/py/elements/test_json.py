"""Nested values as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tabstream.elements._frames import to_json_text

if TYPE_CHECKING:
    from showing import Show


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{'a': 1}", '{"a": 1}'),
        ("'{\"a\":1}'", '{"a":1}'),
        ("'not json'", "not json"),
        ("[1, {'a': {1}}]", '[1, {"a": [1]}]'),
        ("{1: 2}", '{"1": 2}'),
        ("float('nan')", "NaN"),
        ("{'f': 1 + 2j}", '{"f": "(1+2j)"}'),
        ("None", "null"),
    ],
)
def test_a_text_is_taken_as_it_is_and_a_value_is_written(show: Show, body: str, text: str) -> None:
    assert show(f"st.json({body})").message.body == text


def test_keys_that_json_does_not_have_are_left_out_with_a_warning(show: Show) -> None:
    page = show("st.json({1: 2, (1, 2): 3})")
    assert page.outline == ["alert", "json"]
    assert page.messages[1].body == '{"1": 2}'


def test_it_is_open_to_the_depth_that_was_asked_for(show: Show) -> None:
    page = show("st.json(1)\nst.json(1, expanded=False)\nst.json(1, expanded=2)")
    opened = [(message.expanded, message.max_expand_depth) for message in page.messages]
    assert opened == [(True, None), (False, None), (True, 2)]
    assert show("st.json(1, expanded='all')").error.type.endswith("ParameterTypeError")


def test_cells_hold_what_json_can_say_and_texts_for_the_rest() -> None:
    loop: list[object] = []
    loop.append(loop)
    assert to_json_text(loop) == '["…"]'
    assert to_json_text({"a": float("inf"), (1, 2): {3}}) == '{"a":null,"(1, 2)":[3]}'
