"""The recorded conversations in tests/contract/runs are what Python says today.

Each file is a script in several versions and events, with every message that Python sent for them
and the tree that the page has to have afterwards. tests/web/tree/contract.test.ts reads the same
files from the other side. `TABSTREAM_RECORD=1 pytest tests/py/test_contract.py` records anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tabstream._boot import open_app
from tabstream._host.memory import MemoryHost
from tabstream._runtime import Branch

RUNS = Path(__file__).parents[1] / "contract" / "runs"


def converse(folder: Path, events: list[dict[str, Any]]) -> dict[str, Any]:
    """Let a script's events happen; return what Python sent, and the tree in the end."""
    host = MemoryHost()
    session = None
    sent: list[list[Any]] = []
    for number, event in enumerate(events):
        if "source" in event:
            (folder / "app.py").write_text("\n".join(event["source"]) + "\n")
        if session is None:
            opened = {"type": "open", "entry": "app.py", "folder": str(folder)}
            session = open_app(host, json.dumps(opened))
            host.sent.clear()
        values = event.get("values", {})
        ids = {node.message.label: node.identity for node in _widgets(session.tree.roots.values())}
        widgets = {ids[label]: value for label, value in values.items()}
        click = event.get("click")
        trigger = {"widget": ids[click], "value": True} if click else None
        run = {"type": "run", "id": number + 1, "widgets": widgets, "trigger": trigger}
        host.deliver(json.dumps(run))
        while session.serve():
            pass
        sent.append([json.loads(text, object_hook=_without_trace) for text, _ in host.sent])
        host.sent.clear()
    assert session is not None
    return {"sent": sent, "tree": [_outline(node) for node in session.tree.roots[0].children]}


def _without_trace(content: dict[str, Any]) -> dict[str, Any]:
    """Leave out a traceback's lines: every release of Python draws its carets differently."""
    return {**content, "trace": []} if "trace" in content else content


def _widgets(nodes: Any) -> list[Any]:
    found = []
    for node in nodes:
        if isinstance(node, Branch):
            found += _widgets(node.children)
        elif node.identity is not None:
            found.append(node)
    return found


def _outline(node: Any) -> dict[str, Any]:
    outline: dict[str, Any] = {"id": node.id, "kind": node.message.kind}
    for name in ("body", "label"):
        if hasattr(node.message, name):
            outline[name] = getattr(node.message, name)
    if isinstance(node, Branch):
        outline["children"] = [_outline(child) for child in node.children]
    return outline


@pytest.mark.parametrize("path", sorted(RUNS.glob("*.json")), ids=lambda path: path.stem)
def test_python_says_what_was_recorded(path: Path, tmp_path: Path) -> None:
    recording = json.loads(path.read_text())
    said = converse(tmp_path, recording["events"])
    if os.environ.get("TABSTREAM_RECORD"):
        path.write_text(json.dumps({"events": recording["events"], **said}, indent=1) + "\n")
        return
    assert said["sent"] == recording["sent"]
    assert said["tree"] == recording["tree"]


def test_there_are_recordings() -> None:
    assert list(RUNS.glob("*.json"))
