"""What differs between the records of an app, and whether it may."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from .record import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .differences import Difference
    from .record import Record


@dataclass(frozen=True)
class Mismatch:
    """One thing that is not the same.

    Attributes
    ----------
    app
        The app's name.
    where
        The turn, and the path in the tree.
    what
        The kind of element and the field, such as ``slider.step``; ``tree`` when the elements
        themselves are others.
    real, ours
        What was seen.
    """

    app: str
    where: str
    what: str
    real: Any
    ours: Any

    def __str__(self) -> str:
        return f"{self.where}  {self.what}\n    real  {self.real!r}\n    ours  {self.ours!r}"

    def is_meant(self, difference: Difference) -> bool:
        """Return whether a deliberate difference explains this."""
        return fnmatchcase(self.app, difference.app) and fnmatchcase(self.what, difference.what)


def compare(app: str, real: Sequence[Record], ours: Sequence[Record]) -> list[Mismatch]:
    """Return all that differs between two records of an app."""
    return [
        mismatch
        for turn, (theirs, mine) in enumerate(zip(real, ours, strict=True))
        for mismatch in _compare_turn(app, f"run {turn + 1}", theirs, mine)
    ]


def _compare_turn(app: str, run: str, real: Record, ours: Record) -> Iterator[Mismatch]:
    if "refused" in real or "refused" in ours:
        if real != ours:
            yield Mismatch(app, run, "refused", real.get("refused"), ours.get("refused"))
        return
    theirs, mine = real["nodes"], ours["nodes"]
    if _outline(theirs) != _outline(mine):
        yield Mismatch(app, run, "tree", _outline(theirs), _outline(mine))
    for path in theirs.keys() & mine.keys():
        yield from _compare_node(app, f"{run}, {path}", theirs[path], mine[path])
    for mapping in ("session_state", "query_params"):
        if not _is_same(real[mapping], ours[mapping]):
            yield Mismatch(app, run, mapping, real[mapping], ours[mapping])


def _outline(nodes: dict[str, Any]) -> list[str]:
    return [f"{path} {node['type']}" for path, node in sorted(nodes.items())]


def _compare_node(
    app: str, where: str, real: dict[str, Any], ours: dict[str, Any]
) -> Iterator[Mismatch]:
    if real["type"] != ours["type"]:
        return  # The tree says so.
    for field, value in real.items():
        if isinstance(value, str) and value.startswith(UNREADABLE):
            continue
        if not _is_same(value, ours.get(field)):
            yield Mismatch(app, where, _what(field, real), value, ours.get(field))


def _is_same(real: Any, ours: Any) -> bool:
    """Return whether both are the same, or both were the present moment when they were seen."""
    match real, ours:
        case {"now": _}, {"now": _}:
            return True
        case ({"now": moment}, other) | (other, {"now": moment}):
            return bool(moment == other)
        case dict(), dict():
            return real.keys() == ours.keys() and all(_is_same(real[k], ours[k]) for k in real)
        case list(), list():
            return len(real) == len(ours) and all(map(_is_same, real, ours))
    return bool(real == ours)


def _what(field: str, node: dict[str, Any]) -> str:
    if node["type"] == "exception" and field == "value" and _is_worded_by_streamlit(node):
        return f"{node['kind']}.wording"
    return f"{node['type']}.{field}"


def _is_worded_by_streamlit(node: dict[str, Any]) -> bool:
    """Return whether the sentence is Streamlit's own, not Python's or the app author's."""
    kind, message = node["kind"] or "", node["value"] or ""
    return kind.startswith(("Streamlit", "Cached")) or message.lstrip("'").startswith("st.")
