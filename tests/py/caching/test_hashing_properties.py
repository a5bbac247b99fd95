"""What holds of the digest of any value, tried with many."""

from __future__ import annotations

import copy
import datetime
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import tabstream
from tabstream.caching.hashing import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers()
    | st.text()
    | st.binary()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.timezones())
    | st.timedeltas()
    | st.decimals()
    | st.uuids()
)
KEYS = st.none() | st.integers() | st.text() | st.binary() | st.tuples(st.text(), st.integers())
VALUES = st.recursive(
    LEAVES | st.sets(KEYS) | st.frozensets(KEYS),
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(KEYS, inner)
        | st.lists(inner, min_size=1).map(lambda parts: [*parts] * 40)
        | st.lists(inner).map(lambda parts: np.array([*parts, None], dtype=object)[:-1])
    ),
    max_leaves=12,
)

fast = settings(max_examples=100, deadline=None)


class Changed:
    """Equal to nothing that was there before."""

    def __reduce__(self) -> str:
        return "Changed()"


def with_one_leaf_changed(value: Any) -> Iterator[Any]:
    """Give copies of a value; in each one part is another."""
    match value:
        case list() | tuple():
            for at, part in enumerate(value[:50]):
                for other in with_one_leaf_changed(part):
                    yield type(value)([*value[:at], other, *value[at + 1 :]])
            yield type(value)([*value, Changed()])
        case dict():
            for key, part in value.items():
                for other in with_one_leaf_changed(part):
                    yield {**value, key: other}
            yield {**value, "another key": None}
        case set() | frozenset():
            yield type(value)([*value, "another member"])
        case str() | bytes() if value:
            yield value[:-1]
            yield value * 2
        case _:
            yield Changed()


@fast
@given(VALUES)
def test_a_copy_has_the_same_digest(value: Any) -> None:
    assert digest_of(copy.deepcopy(value)) == digest_of(value)
    assert digest_of(pickle.loads(pickle.dumps(value))) == digest_of(value)


@fast
@given(VALUES)
def test_any_change_changes_the_digest(value: Any) -> None:
    before = digest_of(value)
    for number, other in enumerate(with_one_leaf_changed(value)):
        assert digest_of(other) != before
        if number > 40:
            break


@fast
@given(st.lists(st.text() | st.none(), max_size=60), st.lists(st.text() | st.none(), max_size=60))
def test_lists_of_texts_have_one_digest_only_when_they_are_equal(
    one: list[str | None], other: list[str | None]
) -> None:
    assert (digest_of(one) == digest_of(other)) == (one == other)


@fast
@given(st.lists(st.sampled_from(["", "\x1f", "a", "\x1fa"]), min_size=32, max_size=36), st.data())
def test_where_one_text_ends_counts(texts: list[str], data: Any) -> None:
    at = data.draw(st.integers(0, len(texts) - 2))
    moved = [*texts[:at], texts[at] + texts[at + 1], "", *texts[at + 2 :]]
    assert (digest_of(texts) == digest_of(moved)) == (texts == moved)


@fast
@given(KEYS.flatmap(lambda _: st.lists(KEYS, unique=True)), st.randoms())
def test_the_order_in_which_a_set_was_filled_does_not_count(
    members: list[Any], random: Any
) -> None:
    shuffled = list(members)
    random.shuffle(shuffled)
    other = set()
    for member in shuffled:
        other.add(member)
    assert digest_of(other) == digest_of(set(members))


def samples() -> list[Any]:
    """Give values, the same ones in every process."""
    made: list[Any] = [datetime.date(2026, 1, 1), {f"key {n}" for n in range(100)}]

    @settings(max_examples=100, database=None, derandomize=True, deadline=None)
    @given(VALUES)
    def collect(value: Any) -> None:
        made.append(value)

    collect()
    people: list[Any] = [{"name": str(n)} for n in range(5)]
    for person in people:
        person["friends"] = people
        person["tags"] = {("a", str(n)) for n in range(9)}
    return [*made, people]


IN_ANOTHER_PROCESS = """
import pickle, sys
from tabstream.caching.hashing import digest_of
values = pickle.load(sys.stdin.buffer)
pickle.dump([digest_of(value) for value in values], sys.stdout.buffer)
"""


def test_another_process_makes_the_same_digests() -> None:
    values = samples()
    here = [digest_of(value) for value in values]
    package = str(Path(tabstream.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        input=pickle.dumps(values),
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "1", "PYTHONPATH": package},
    )
    assert pickle.loads(done.stdout) == here
