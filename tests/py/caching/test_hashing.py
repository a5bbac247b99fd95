"""Equal values have equal digests, and different ones have not."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabstream.caching.hashing import UnhashableError, digest_of


class Colour(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int


DIFFERENT = [
    None,
    0,
    False,
    0.0,
    "",
    "0",
    b"0",
    (),
    [],
    [0],
    [[0]],
    {},
    {"a": 1},
    {"a": 2},
    {0},
    {0, 1},
    Colour.RED,
    Colour.BLUE,
    Point(1, 2),
    Point(2, 1),
    datetime.date(2026, 1, 1),
    datetime.datetime(2026, 1, 1),
    np.zeros(2),
    np.zeros((1, 2)),
    np.zeros(2, dtype="float32"),
    pd.DataFrame({"a": [1, 2]}),
    pd.DataFrame({"b": [1, 2]}),
    pd.DataFrame({"a": [1.0, 2.0]}),
    pd.Series([1, 2], name="a"),
    pd.Series([1, 2], name="b"),
    lambda x: x + 1,
    lambda x: x + 2,
]


def test_different_values_have_different_digests() -> None:
    digests = [digest_of(value) for value in DIFFERENT]
    assert len(set(digests)) == len(DIFFERENT)


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=20,
)


@given(values)
def test_a_copy_has_the_same_digest(value: Any) -> None:
    import copy

    assert digest_of(copy.deepcopy(value)) == digest_of(value)


def test_frames_are_told_apart_by_every_cell() -> None:
    frame = pd.DataFrame({"a": range(100), "b": list("xy" * 50)})
    other = frame.copy()
    assert digest_of(frame) == digest_of(other)
    other.loc[99, "b"] = "z"
    assert digest_of(frame) != digest_of(other)


def test_a_container_may_hold_itself() -> None:
    loop: list[Any] = [1]
    loop.append(loop)
    assert digest_of(loop) == digest_of(loop)


def test_what_cannot_be_hashed_is_an_error_and_a_rule_of_the_author_helps() -> None:
    with pytest.raises(UnhashableError, match=r"builtins.object"):
        digest_of(object())
    assert digest_of(object(), {object: lambda _: 1}) == digest_of(object(), {object: lambda _: 1})


def test_a_rule_may_return_a_value_of_the_type_that_it_is_for() -> None:
    rules: dict[type | str, Any] = {int: lambda _: 1, list: sorted}
    assert digest_of(1, rules) == digest_of(2, rules)
    assert digest_of([2, "a"], {list: lambda parts: parts[:1]}) == digest_of(
        [2, "b"], {list: lambda parts: parts[:1]}
    )
