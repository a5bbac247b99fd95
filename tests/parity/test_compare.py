"""What the comparison itself makes of two records."""

from __future__ import annotations

from typing import Any

from .compare import compare


def record(**node: Any) -> dict[str, Any]:
    """Return the record of an app that draws one error."""
    return {"nodes": {"0": {"type": "exception", **node}}, "session_state": {}, "query_params": {}}


def test_an_error_without_a_kind_is_compared_by_its_words() -> None:
    real, ours = record(kind=None, value="no rain"), record(kind="ValueError", value="rain")
    found = compare("app", [real], [ours])
    assert {mismatch.what for mismatch in found} == {"exception.kind", "exception.value"}
