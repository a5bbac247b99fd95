"""Equal values have equal digests, and different ones have not."""

from __future__ import annotations

import copy
import datetime
import functools
import io
import math
import re
import threading
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, Flag
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from tabstream.caching.hashing import Hasher, UnhashableError, UserHashError, digest_of
from tabstream.elements import main
from tabstream.elements.inputs.uploaded_file import UploadedFile

if TYPE_CHECKING:
    from collections.abc import Callable


class Colour(Enum):
    RED = 1
    BLUE = 2


class Right(Flag):
    READ = 1
    WRITE = 2


@dataclass
class Point:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Slotted:
    x: int
    y: int = 0


class Pair(NamedTuple):
    x: int
    y: int


Couple = namedtuple("Couple", "x y")  # the old form


class Text(str):
    def __new__(cls, text: str, language: str = "") -> Text:
        self = super().__new__(cls, text)
        self.language = language
        return self

    language: str


class Number(int):
    pass


class Row(list[Any]):
    def __init__(self, cells: list[Any], label: str = "") -> None:
        super().__init__(cells)
        self.label = label


class Table(dict[str, Any]):
    pass


class Tags(set[str]):
    def __init__(self, tags: set[str], label: str = "") -> None:
        super().__init__(tags)
        self.label = label


class Plain:
    def __init__(self, **attributes: Any) -> None:
        vars(self).update(attributes)

    def method(self) -> None: ...

    def other(self) -> None: ...


class Measured(Plain):
    @functools.cached_property
    def size(self) -> int:
        return len(vars(self))


def scaled(by: int) -> Callable[[int], int]:
    return lambda x: x * by


def ending_with(value: Any) -> list[Any]:
    """A long list, which is written by the column."""
    return [*range(100), value]


DIFFERENT: list[Any] = [
    *(
        None,
        ...,
        0,
        False,
        True,
        1,
        -1,
        2**64,
        -(2**64),
        10**5000,
        0.0,
        -0.0,
        1.0,
        math.nan,
        math.inf,
    ),
    *(0j, 1j, "", "0", "a" * 100, "a" * 101, "\ud800", b"", b"0", b"a" * 100, bytearray(b"0")),
    *(
        (),
        (0,),
        [],
        [0],
        [[0]],
        [[], 0],
        [0, []],
        ["ab"],
        ["a", "b"],
        ["a\x1fb"],
        [0, "a"],
        [False],
    ),
    *(["a"] * 40, ["a"] * 41, ["a\x1fa"] * 40, ["a"] * 39 + ["a\x1f"], ["a"] * 38 + ["", "aa"]),
    *(["a"] * 39 + [None], [None] + ["a"] * 39, [1] * 40, [1.0] * 40, [True] * 40, [2**70] * 40),
    *(ending_with(None), ending_with("a"), ending_with(1.0), ending_with([]), tuple(range(100))),
    *({}, {"a": 1}, {"a": 2}, {"b": 1}, {"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": {"b": 1}}),
    *({"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), memoryview(b"0")),
    *(set(), {0}, {0, 1}, {"0"}, frozenset(), frozenset({0}), {(0, 1)}, {frozenset({0})}),
    *(Colour.RED, Colour.BLUE, Right.READ, Right.READ | Right.WRITE, Right(0)),
    *(Point(1, 2), Point(2, 1), Slotted(1), Slotted(2), Pair(1, 2), Couple(1, 2), (1, 2), [1, 2]),
    *(Text("0"), Text("0", "en"), Number(0), Row([0]), Row([0], "a"), Table(a=1)),
    *(Tags({"a"}), Tags({"a"}, "label"), {"a"}),
    *(Plain(), Plain(x=1), Plain(y=1), Plain(x=[1])),
    *(OrderedDict(a=1), defaultdict(int, a=1), defaultdict(bool, a=1), Counter("a"), deque([0])),
    *(deque([0], maxlen=2), range(3), slice(3), Decimal("1"), Decimal("1.0"), Fraction(1, 3)),
    *(datetime.date(2026, 1, 1), datetime.datetime(2026, 1, 1), datetime.time(1)),
    *(datetime.datetime(2026, 1, 1, fold=1), datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)),
    *(datetime.datetime(2026, 1, 1, tzinfo=ZoneInfo(name)) for name in ("Europe/Paris", "UTC")),
    *(datetime.timedelta(1), datetime.timedelta(seconds=1), UUID(int=1), UUID(int=2)),
    *(Path("a"), Path("b"), PurePosixPath("a"), re.compile("a"), re.compile("a", re.I)),
    *(io.StringIO("a"), io.StringIO("b"), io.BytesIO(b"a"), io.BytesIO(b"b")),
    *(len, sum, "a".upper, "b".upper, "a".lower, math, re, int, Point, Plain, list[int], int | str),
    *(lambda x: x + 1, lambda x: x + 2, lambda x: x.a, lambda x: x.b, lambda x, y=1: x),
    *(lambda x, y=2: x, scaled(1), scaled(2), lambda: lambda: 1, lambda: lambda: 2),
    *(Plain().method, Plain().other, Plain(x=1).method),
    *(functools.partial(int, base=2), functools.partial(int, base=8), functools.partial(float)),
    ValueError("a"),
    ValueError("b"),
    KeyError("a"),
]


def test_different_values_have_different_digests() -> None:
    digests: dict[bytes, Any] = {}
    for value in DIFFERENT:
        assert digests.setdefault(digest_of(value), value) is value
    inside = [digest_of(["inside", value]) for value in DIFFERENT]
    assert len({*digests, *inside}) == 2 * len(DIFFERENT)


@pytest.mark.parametrize("value", DIFFERENT, ids=lambda value: type(value).__name__)
def test_a_copy_has_the_same_digest(value: Any) -> None:
    try:
        rebuilt = copy.deepcopy(value)
    except TypeError:  # a view, a module
        rebuilt = value
    assert digest_of(rebuilt) == digest_of(value)
    assert digest_of([rebuilt, {"a": (rebuilt,)}]) == digest_of([value, {"a": (value,)}])


def test_whether_a_part_is_shared_makes_no_difference() -> None:
    part = [1, [2, {"a": [3]}]]
    assert digest_of([part, part]) == digest_of([part, copy.deepcopy(part)])
    apart = Point(1, 2)
    assert digest_of([apart, apart]) == digest_of([apart, Point(1, 2)])


def test_the_order_of_a_set_and_of_attributes_does_not_count() -> None:
    # 0 and 8 meet in one place of the set's table: the first one there comes first.
    one, other = {("a", 0), 8, 0}, {0, 8, ("a", 0)}
    assert digest_of(one) == digest_of(other)
    assert digest_of(frozenset(one)) == digest_of(frozenset(other))
    assert digest_of(Plain(x=1, y=2)) == digest_of(Plain(y=2, x=1))


def test_what_a_cached_property_keeps_does_not_count() -> None:
    value = Measured(x=1)
    before = digest_of(value)
    assert value.size == 1
    assert digest_of(value) == before


# ---- circles -----------------------------------------------------------------------------------


def loop(*parts: Any) -> list[Any]:
    made: list[Any] = [*parts]
    made.append(made)
    return made


def family(name: str) -> Any:
    parent: Any = Plain(name=name, children=[])
    parent.children = [Plain(name=str(n), parent=parent, friends=set()) for n in range(5)]
    for child in parent.children:
        child.friends |= set(parent.children) - {child}
    return parent


def test_a_container_may_hold_itself() -> None:
    assert digest_of(loop(1)) == digest_of(loop(1))
    assert digest_of(loop(1)) != digest_of(loop(2))
    assert digest_of([loop(1)]) != digest_of(loop(1))
    holder: dict[str, Any] = {}
    holder["self"] = {"again": holder}
    assert digest_of(holder) == digest_of(copy.deepcopy(holder))


def test_objects_in_circles_and_in_sets_are_equal_to_their_copies() -> None:
    one = family("a")
    assert digest_of(one) == digest_of(copy.deepcopy(one)) == digest_of(family("a"))
    assert digest_of(one) != digest_of(family("b"))
    one.children[3].name = "other"
    assert digest_of(one) != digest_of(family("a"))


def test_many_ways_through_shared_parts_are_walked_once() -> None:
    part: Any = [0]
    for _ in range(60):
        part = [part, part]
    digest_of(part)
    people: list[Any] = [Plain(name=n) for n in range(30)]
    for person in people:
        person.friends = people
    assert digest_of(people) == digest_of(copy.deepcopy(people))


def test_what_is_nested_too_deeply_or_too_tangled_is_an_error() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(UnhashableError):
        digest_of(deep)
    people: list[Any] = [Plain(name=n, friends=set()) for n in range(30)]
    for person in people:
        person.friends |= set(people)
    with pytest.raises(UnhashableError):
        digest_of(people)


# ---- what has no digest ------------------------------------------------------------------------


LOCK = threading.Lock()

UNHASHABLE: list[tuple[Any, str]] = [
    (object(), ""),
    (LOCK, ""),
    ((n for n in "ab"), ""),
    ([1, LOCK], "[1]"),
    ({"config": {"lock": LOCK}}, '["config"]["lock"]'),
    ({1: (2, LOCK)}, "[1][1]"),
    ({(1, object()): 2}, ".keys()[0][1]"),
    (Plain(client=Plain(lock=LOCK)), ".client.lock"),
    (Pair(1, LOCK), ".y"),  # type: ignore[arg-type]
    (OrderedDict(a=LOCK), '["a"]'),
    (deque([1, LOCK]), "[1]"),
    ({(1, LOCK)}, "{…}[1]"),
    (functools.partial(print, 1, LOCK), ".args[1]"),
    (functools.partial(print, file=LOCK), '.keywords["file"]'),
    ([*range(100), LOCK], "[100]"),
]


@pytest.mark.parametrize(("value", "where"), UNHASHABLE, ids=[where for _, where in UNHASHABLE])
def test_the_error_says_where_it_was_met(value: Any, where: str) -> None:
    with pytest.raises(UnhashableError) as caught:
        digest_of(value)
    assert caught.value.where == where
    kind = type(caught.value.value)
    assert str(caught.value) == f"`{kind.__module__}.{kind.__qualname__}`"


def test_what_cannot_be_hashed_around_a_function_counts_by_its_type() -> None:
    def made_with(value: Any) -> Callable[[], Any]:
        return lambda: value

    assert digest_of(made_with(LOCK)) == digest_of(made_with(threading.Lock()))
    assert digest_of(made_with(LOCK)) != digest_of(made_with(object()))


# ---- files -------------------------------------------------------------------------------------


def test_an_open_file_is_its_name_size_time_and_position(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\ntwo\n")
    digests = set()
    for offset in (0, 4):
        with path.open() as file:
            file.seek(offset)
            digests.add(digest_of(file))
    with path.open() as file, path.open() as again:
        assert digest_of(file) == digest_of(again)
        next(file)  # it does not tell its position now
        digests.add(digest_of(file))
    path.write_text("three")
    with path.open() as file:
        digests.add(digest_of(file))
    assert len(digests) == 4
    with pytest.raises(UnhashableError):
        digest_of(file)  # closed


def test_a_file_in_memory_is_its_content_and_position() -> None:
    file = io.BytesIO(b"content")
    before = digest_of(file)
    file.read(1)
    assert digest_of(file) != before
    file.seek(0)
    assert digest_of(file) == before


def test_an_upload_is_its_name_and_content() -> None:
    def upload(id: str = "1", name: str = "a", content: bytes = b"a") -> bytes:
        return digest_of(UploadedFile(id, name, "text/plain", content))

    assert upload(id="1") == upload(id="2")
    assert len({upload(), upload(name="b"), upload(content=b"b")}) == 3


# ---- the author's rules ------------------------------------------------------------------------


def test_a_rule_of_the_author_comes_first() -> None:
    rules: dict[type | str, Any] = {object: lambda _: 1}
    assert digest_of(object(), rules) == digest_of(object(), rules)
    named: dict[type | str, Any] = {f"{Plain.__module__}.Plain": lambda value: value.x}
    assert digest_of(Plain(x=1, y=1), named) == digest_of(Plain(x=1, y=2), named)
    assert digest_of(Plain(x=1), named) != digest_of(Plain(x=2), named)


def test_a_rule_is_used_for_what_lies_within() -> None:
    rules: dict[type | str, Any] = {int: lambda n: n % 10, type(LOCK): lambda _: None}
    assert digest_of({"a": [1, LOCK]}, rules) == digest_of({"a": [11, LOCK]}, rules)
    assert digest_of(list(range(100)), rules) == digest_of(list(range(100, 200)), rules)
    assert digest_of(Plain(x=1), rules) == digest_of(Plain(x=11), rules)


def test_a_rule_does_not_change_what_is_no_value() -> None:
    rules: dict[type | str, Any] = {str: lambda _: "", int: lambda _: 0, bytes: lambda _: b""}
    assert digest_of(Plain(x=None), rules) != digest_of(Plain(y=None), rules)
    assert digest_of(lambda: 1, rules) != digest_of(lambda: 2, rules)


def test_a_rule_may_return_a_value_of_the_type_that_it_is_for() -> None:
    rules: dict[type | str, Any] = {int: lambda _: 1, list: sorted}
    assert digest_of(1, rules) == digest_of(2, rules)
    assert digest_of([2, 1], {list: sorted}) == digest_of([1, 2], {list: sorted})


def test_a_rule_that_fails_is_named() -> None:
    def weigh(_value: object) -> float:
        return 1 / 0

    with pytest.raises(UserHashError, match=r"weigh.*builtins\.object.*ZeroDivisionError"):
        digest_of([object()], {object: weigh})


def test_what_is_added_later_is_looked_at_anew() -> None:
    value = [[1, [2]]]
    one, two = Hasher(), Hasher()
    for hasher in (one, two):
        hasher.add(value)
    value[0].append(3)
    one.add(value)
    two.add([[1, [2]]])
    assert one.digest() != two.digest()


def test_a_place_on_the_page_has_no_digest() -> None:
    with pytest.raises(UnhashableError, match="DeltaGenerator"):
        digest_of(main)
