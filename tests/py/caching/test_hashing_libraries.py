"""Arrays, tables and pictures: every element counts, and so does what is around them."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from tabstream.caching.hashing import UnhashableError, digest_of

LARGE = np.random.default_rng(1).random((300, 400))
STRUCTURED = np.dtype([("a", "i1"), ("b", "f8"), ("c", "O")], align=True)
DAYS = pd.date_range("2026-01-01", periods=3)


def objects(*cells: Any) -> Any:
    """An array of objects, whatever they are."""
    made = np.empty(len(cells), dtype=object)
    made[:] = cells
    return made


def picture(colour: str, **info: Any) -> Image.Image:
    made = Image.new("RGB", (4, 4), colour)
    made.info.update(info)
    return made


DIFFERENT: list[Any] = [
    *(np.zeros(2), np.zeros((1, 2)), np.zeros((2, 1)), np.zeros(2, "f4"), np.zeros(2, ">f8")),
    *(np.array(0.0), np.array([]), np.zeros((0, 3)), np.zeros(2, "i8"), np.zeros(2, bool)),
    *(np.array(["a", "b"]), np.array([b"a"]), np.array(["2026-01-01"], "M8[D]"), np.arange(3) + 0j),
    *(np.array(["2026-01-01"], "M8[s]"), np.array([1], "m8[s]"), np.zeros(1, "g"), np.ones(1, "g")),
    *(np.zeros(2, STRUCTURED), np.ones(2, STRUCTURED), np.zeros(2, "V3")),
    *(objects(1, 2), objects(1, "2"), objects(1, None), objects([1], {"a": 2}), objects([1], [2])),
    *(LARGE, LARGE.T, LARGE[::2], LARGE.astype("f4"), LARGE.astype("i8"), LARGE[:, :-1]),
    *(
        np.float64(0),
        np.float32(0),
        np.int64(0),
        np.str_("a"),
        np.bool_(False),
        np.datetime64("NaT"),
    ),
    *(
        np.ma.array([1, 2], mask=[False, True]),
        np.ma.array([1, 2]),
        np.array([1, 2]).view(np.recarray),
    ),
    *(np.dtype("f8"), np.dtype("f4"), np.add, np.sin, np.random.default_rng(1)),
    pd.DataFrame(),
    *(
        pd.DataFrame({"a": cells})
        for cells in ([1, 2], [1.0, 2.0], ["1", "2"], [1, None], [[1], [2]])
    ),
    *(pd.DataFrame({"a": [1, 2]}, index=index) for index in ([0, 1], [1, 0], ["x", "y"], DAYS[:2])),
    *(pd.DataFrame({name: [1, 2]}) for name in ("b", 0)),
    pd.DataFrame([[1, 2]], columns=["a", "b"]),
    pd.DataFrame([[1, 2]], columns=["b", "a"]),
    pd.DataFrame([[1, 2]], columns=["a", "a"]),
    pd.DataFrame({"a": [1], "b": [2.0]}),
    pd.DataFrame({"a": [1.0], "b": [2]}),
    pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", 1), ("a", 2)])),
    pd.DataFrame({"a": [1, 2]}).rename_axis(index="i"),
    pd.DataFrame({"a": [1, 2]}).rename_axis(columns="i"),
    *(pd.Series([1, 2], name=name) for name in (None, "a", "b", 0)),
    *(pd.Series([1, None], dtype=dtype) for dtype in ("Int64", "Float64", "object", "float")),
    *(pd.Series([True, None], dtype="boolean"), pd.Series(["a", None], dtype="string")),
    *(pd.Series(["a", None]), pd.Series(["a", ""]), pd.Series(["a", None], dtype=object)),
    *(pd.Series(["a", "b"], dtype=object), pd.Series(["a", "b"]), pd.Series(["b", "a"])),
    *(pd.Series([{"a": 1}]), pd.Series([{"a": 2}]), pd.Series([{1}]), pd.Series([(1,)])),
    *(
        pd.Series(pd.Categorical(["a", "b"], categories=order))
        for order in (["a", "b"], ["b", "a"])
    ),
    *(pd.Series(pd.Categorical(["a", "b"], ordered=True)), pd.Categorical(["a", "b"])),
    *(pd.Series(DAYS), pd.Series(DAYS.tz_localize("UTC")), pd.Series(DAYS - DAYS[0])),
    *(pd.Series(DAYS.tz_localize("Europe/Paris")), pd.Series(DAYS.to_period("D"))),
    *(pd.Series(pd.interval_range(0, 2)), pd.Series(pd.interval_range(1, 3))),
    *(pd.Series([0, 1], dtype="Sparse[int]"), pd.Series([1, 0], dtype="Sparse[int]")),
    *(pd.Index([0, 1]), pd.Index([0, 1], name="a"), pd.Index(["a"]), pd.RangeIndex(2), DAYS),
    *(pd.RangeIndex(3), pd.MultiIndex.from_product([[1, 2], ["a", "b"]]), pd.interval_range(0, 2)),
    pd.MultiIndex.from_product([[1, 2], ["a", "b"]], names=["x", "y"]),
    *(pd.Timestamp("2026-01-01"), pd.Timestamp("2026-01-01", tz="UTC"), pd.Timedelta(1), pd.NaT),
    *(pd.Timestamp("2026-01-01").floor("D") + pd.Timedelta(1, "ns"), pd.NA, pd.Period("2026")),
    *(picture("red"), picture("blue"), picture("red", dpi=(72, 72)), picture("red").convert("L")),
]


def test_different_values_have_different_digests() -> None:
    digests: dict[bytes, Any] = {}
    for value in DIFFERENT:
        assert digests.setdefault(digest_of(value), value) is value


@pytest.mark.parametrize("value", DIFFERENT, ids=lambda value: type(value).__name__)
def test_a_copy_has_the_same_digest(value: Any) -> None:
    assert digest_of(copy.deepcopy(value)) == digest_of(value)
    assert digest_of({"a": [copy.deepcopy(value)]}) == digest_of({"a": [value]})


def test_what_lies_otherwise_in_memory_is_the_same() -> None:
    assert digest_of(np.asfortranarray(LARGE)) == digest_of(LARGE)
    assert digest_of(np.repeat(LARGE, 2, axis=0)[::2]) == digest_of(LARGE)
    rows = np.ones(2, np.dtype([("a", "i1"), ("b", "f8")], align=True))
    filled = np.full(rows.nbytes, 7, "u1").view(rows.dtype)
    filled["a"], filled["b"] = rows["a"], rows["b"]
    assert digest_of(filled) == digest_of(rows)


def test_a_frame_is_the_same_however_it_was_made() -> None:
    frame = pd.DataFrame({"a": [1, 2, 3], "b": [4, 5, 6], "c": ["x", None, "z"]})
    grown = pd.DataFrame({"a": [1, 2, 3]})
    grown["b"] = [4, 5, 6]  # a block of memory of its own
    grown["c"] = ["x", None, "z"]
    assert digest_of(grown) == digest_of(frame)
    assert digest_of(pd.concat([frame, frame]).iloc[:3]) != digest_of(frame)  # the index's type
    levels = pd.MultiIndex.from_product([[1, 2], ["a", "b"]])
    assert digest_of(levels[:2]) == digest_of(pd.MultiIndex.from_product([[1], ["a", "b"]]))
    hidden = pd.array([1, 2], dtype="Int64")
    hidden[1] = pd.NA
    assert digest_of(hidden) == digest_of(pd.array([1, None], dtype="Int64"))


@pytest.mark.parametrize("dtype", ["f8", "i8", "f4", "u1", "M8[s]", "c16"])
def test_no_element_of_a_large_array_is_passed_over(dtype: str) -> None:
    array = np.arange(50_003).astype("i8").astype(dtype)
    digests = {digest_of(array)}
    random = np.random.default_rng(2)
    places = [0, 1, 16_383, 16_384, array.size - 1, *random.integers(array.size, size=60)]
    for place in places:
        changed = array.copy()
        changed[place] = array[(place + 1) % array.size]
        digests.add(digest_of(changed))
    assert len(digests) == len(set(places)) + 1


def test_signs_that_change_in_pairs_do_not_cancel_out() -> None:
    digests = {digest_of(LARGE.reshape(-1))}
    for first, second in [(0, 1), (0, 2), (7, 90_000), (16_000, 17_000)]:
        changed = LARGE.reshape(-1).copy()
        changed[[first, second]] *= -1
        digests.add(digest_of(changed))
        changed = LARGE.reshape(-1).copy()
        changed[[first, second]] = changed[[second, first]]
        digests.add(digest_of(changed))
    assert len(digests) == 9


def test_every_cell_label_and_name_of_a_frame_counts() -> None:
    frame = pd.DataFrame({"a": range(1000), "b": np.arange(1000) / 8, "c": list("xyzw") * 250})
    digests = [digest_of(frame)]
    for row in (0, 500, 999):
        for column in frame.columns:
            other = frame.copy()
            other.loc[row, column] = other.loc[(row + 1) % 1000, column]
            digests.append(digest_of(other))
        digests.append(digest_of(frame.rename(index={row: -1})))
    digests += [digest_of(frame.rename(columns={"c": "d"})), digest_of(frame.rename_axis("i"))]
    other = frame.copy()
    other.attrs["unit"] = "m"
    digests.append(digest_of(other))
    assert len(set(digests)) == len(digests)


@pytest.mark.parametrize(
    ("value", "where"),
    [
        (objects(1, object()), "[1]"),
        (objects(*range(5), object()).reshape(2, 3), "[1, 2]"),
        (pd.DataFrame({"a": [1, 2], "b": [1, object()]}), '["b"][1]'),
        (pd.Series([1, object()]), "[1]"),
        (pd.Series([1, 2], index=[1, object()]), ".index[1]"),
        (np.frompyfunc(abs, 1, 1), ""),
    ],
    ids=["array", "table", "frame", "series", "index", "ufunc"],
)
def test_the_error_says_which_cell(value: Any, where: str) -> None:
    with pytest.raises(UnhashableError) as caught:
        digest_of(value)
    assert caught.value.where == where


def test_a_rule_of_the_author_is_used_for_cells() -> None:
    rules: dict[type | str, Any] = {object: lambda _: 1, "numpy.ndarray": lambda a: a.shape}
    assert digest_of([np.zeros(2)], rules) == digest_of([np.ones(2)], rules)
    cells = [pd.Series([1, object()]) for _ in range(2)]
    assert digest_of(cells[0], {object: lambda _: 1}) == digest_of(cells[1], {object: lambda _: 1})
