"""What a message is: immutable data that compares, hashes and travels as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import partial
from hashlib import blake2b
from math import isfinite
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def message(cls: type[T]) -> type[T]:
    """Make a message of a class: a slotted dataclass that type checkers hold to be frozen.

    Frozen at type-check time only: a dataclass frozen at run time is built through
    ``object.__setattr__``, four times as slow, and a thousand of these are built in a rerun.
    Fields hold hashable values (text, numbers, tuples, other messages), so that the tree can
    tell by ``==`` that an element did not change.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


class Buffer:
    """Bytes beside the JSON: column values, a picture, a file to download.

    Two buffers are equal when their digests are, so that unchanged bytes are recognised
    without keeping or comparing the bytes themselves.
    """

    __slots__ = ("data", "digest")

    def __init__(self, data: bytes | bytearray | memoryview) -> None:
        self.data = data
        self.digest = blake2b(data, digest_size=16).digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Buffer) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        # By content, too: a widget's id is made of what its message looks like.
        return f"Buffer({self.digest.hex()})"


class Element:
    """Base of every message that the tree can hold; ``kind`` names its view."""

    __slots__ = ()
    kind: ClassVar[str]


class Container(Element):
    """Base of the elements that hold others."""

    __slots__ = ()


@message
class Widget(Element):
    """Base of the elements that a person can change: what every one of them has."""

    #: The fields that make another widget of it although its key stays the same, because the old
    #: value means nothing any more: a slider's range.
    KEYED_BY: ClassVar[tuple[str, ...]] = ()

    label: str
    help: str | None
    disabled: bool
    label_visibility: Literal["visible", "hidden", "collapsed"]
    #: The form it belongs to: its changes wait there for the submit button.
    form: str | None
    #: Whether a change runs the script; with ``on_change="ignore"`` it goes with the next run.
    reruns: bool


#: What is asked of a class at every message, once found.
_field_names: dict[type, tuple[str, ...]] = {}
_tags: dict[type, dict[str, str]] = {}


def field_names(cls: type) -> tuple[str, ...]:
    """Return the names of a message's fields, in order."""
    names = _field_names.get(cls)
    if names is None:
        names = _field_names[cls] = tuple(field.name for field in fields(cls))
    return names


def _tag(cls: type) -> dict[str, str]:
    """Return what tells messages of a union apart: the class's ``type`` or ``op``."""
    tag = _tags.get(cls)
    if tag is None:
        found = {name: getattr(cls, name, None) for name in ("type", "op")}
        # A field of that name is no tag: on the class it is a slot.
        tag = _tags[cls] = {name: text for name, text in found.items() if isinstance(text, str)}
    return tag


def changed_fields(old: Element, new: Element) -> dict[str, Any]:
    """Return the fields of `new` that differ from `old`, a message of the same class."""
    return {
        name: value
        for name in field_names(type(new))
        if (value := getattr(new, name)) != getattr(old, name)
    }


def encode(content: Any) -> tuple[str, list[bytes | bytearray | memoryview]]:
    """Return the JSON text of `content` and the bytes that travel beside it.

    A buffer becomes ``{"$buffer": n}``, n being its place in the list.

    Examples
    --------
    >>> encode({"picture": Buffer(b"abc")})
    ('{"picture":{"$buffer":0}}', [b'abc'])
    """
    buffers: list[bytes | bytearray | memoryview] = []

    def encode_one(value: Any) -> Any:
        if isinstance(value, Buffer):
            buffers.append(value.data)
            return {"$buffer": len(buffers) - 1}
        cls = type(value)
        content = _tag(cls).copy()
        for name in field_names(cls):
            content[name] = getattr(value, name)
        return content

    try:
        text = _to_json(content, default=encode_one)
    except ValueError:
        # JSON has no NaN and no infinity; a script's numbers may. They are rare, so the tree is
        # walked only when the encoder has met one.
        buffers.clear()
        text = _to_json(_without_nonfinite(content, encode_one))
    return text, buffers


_to_json = partial(json.dumps, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _without_nonfinite(value: Any, encode_one: Callable[[Any], Any]) -> Any:
    match value:
        case float():
            return value if isfinite(value) else None
        case str() | int() | None:
            return value
        case dict():
            return {name: _without_nonfinite(item, encode_one) for name, item in value.items()}
        case list() | tuple():
            return [_without_nonfinite(item, encode_one) for item in value]
        case _:
            return _without_nonfinite(encode_one(value), encode_one)
