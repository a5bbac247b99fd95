"""Runs apps under an ``AppTest`` and writes down what can be seen of them.

Run as a program, by the interpreter that has Streamlit, it records every app and interaction::

    python -m parity.record > records.json
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from .cells import apps
from .fields import FIELDS, Side
from .interactions import INTERACTIONS, Act, Interaction
from .interactions.interaction import act

if TYPE_CHECKING:
    from collections.abc import Callable

#: What was seen of an app after one run, as JSON.
Record: TypeAlias = dict[str, Any]

#: What stands for a value that an ``AppTest`` knows but cannot show.
UNREADABLE = "not to be read: "

#: Seconds that an app may take; charts import much.
_TIMEOUT = 60


def record_all(app_test: Any, side: Side) -> dict[str, list[Record]]:
    """Return the records of every app and every interaction, by name."""
    records = {name: [record_app(app_test, source, side)] for name, source in apps().items()}
    for interaction in INTERACTIONS:
        records[interaction.name] = record_interaction(app_test, interaction, side)
    return records


def record_app(app_test: Any, source: str, side: Side) -> Record:
    """Run an app once and return what is seen of it."""
    return _turn(app_test.from_string(source, default_timeout=_TIMEOUT), [], side)


def record_interaction(app_test: Any, interaction: Interaction, side: Side) -> list[Record]:
    """Run an app turn by turn and return what is seen after each."""
    app = app_test.from_string(interaction.app, default_timeout=_TIMEOUT)
    return [_turn(app, turn, side) for turn in (interaction.before, *interaction.turns)]


def _turn(app: Any, turn: list[Act], side: Side) -> Record:
    try:
        for do in turn:
            act(app, do)
        app.run()
    except Exception as error:
        return {"refused": type(error).__name__}
    return _seen(app, side)


def _seen(app: Any, side: Side) -> Record:
    nodes = {}

    def look(node: Any, path: tuple[int, ...]) -> None:
        for place, child in getattr(node, "children", {}).items():
            below = (*path, place)
            if len(below) > 1:
                nodes["/".join(map(str, below))] = _node(child, side)
            look(child, below)

    look(app._tree, ())
    return {
        "nodes": nodes,
        "session_state": {key: _shown(value) for key, value in app.session_state.to_dict().items()},
        "query_params": {key: _shown(value) for key, value in app.query_params.items()},
    }


def _node(node: Any, side: Side) -> dict[str, Any]:
    seen = {"type": node.type, "key": node.key}
    if not hasattr(node, "children"):
        seen["value"] = _read(lambda: node.value)
    for field in FIELDS.get(node.type, ()):
        seen[field.name] = _read(partial(field.read, node, side))
    return seen


def _read(read: Callable[[], Any]) -> Any:
    try:
        return _shown(read())
    except Exception as error:
        return f"{UNREADABLE}{type(error).__name__}: {error}"


def _shown(value: Any) -> Any:
    """Return a value as JSON that two libraries, at two moments, write the same."""
    match value:
        case None | bool() | str():
            return _stable(value) if isinstance(value, str) else value
        case int() | float():
            return repr(value)
        case dict():
            return {str(key): _shown(item) for key, item in value.items()}
        case list():
            return [_shown(item) for item in value]
        case tuple():
            return {"tuple": [_shown(item) for item in value]}
        case datetime() | date() | time():
            return _shown_moment(value)
    if hasattr(value, "item") and hasattr(value, "dtype"):
        return _shown(value.item() if value.size == 1 else value.tolist())
    if hasattr(value, "to_dict") and hasattr(value, "dtypes"):
        return _shown_frame(value)
    if hasattr(value, "getvalue") and hasattr(value, "name"):
        return f"file {value.name} ({value.type}): {value.getvalue()!r}"
    if isinstance(value, Iterable | Sequence) and not isinstance(value, bytes):
        return [_shown(item) for item in value]
    return _stable(repr(value))


_ADDRESS = re.compile(r"0x[0-9a-f]+")
_MEDIA = re.compile(r"^.*/media/.*(\.\w+)$")
_SCRIPT = re.compile(r"/\S*/(?:[0-9a-f]{32}|app\.py)")


def _stable(text: str) -> str:
    """Return a text without what changes from run to run."""
    return _SCRIPT.sub("<script>", _MEDIA.sub(r"<media>\1", _ADDRESS.sub("0x…", text)))


def _shown_moment(value: date | datetime | time) -> str | dict[str, str]:
    """Return a moment, marked when it is the present one: the libraries run at two moments.

    What it is stays beside the mark, as an app's own 12:30 is the present at half past twelve.
    """
    now = datetime.now()
    match value:
        case datetime() if value.tzinfo is None and abs(now - value) < timedelta(minutes=9):
            return {"now": repr(value)}
        case date() if value == now.date():
            return "<today>"
        case time() if value.tzinfo is None and abs(datetime.combine(now, value) - now) < timedelta(
            minutes=9
        ):
            return {"now": repr(value)}
    return repr(value)


def _shown_frame(frame: Any) -> dict[str, Any]:
    return {
        "columns": [_shown(name) for name in frame.columns],
        "dtypes": [str(dtype) for dtype in frame.dtypes],
        "index": [_shown(name) for name in frame.index],
        "rows": [[_shown(value) for value in row] for row in frame.itertuples(index=False)],
    }


if __name__ == "__main__":
    streamlits = import_module("streamlit.testing.v1").AppTest
    # What an app prints is not part of the answer.
    answer, sys.stdout = sys.stdout, sys.stderr
    json.dump(record_all(streamlits, "real"), answer)
