"""An app under test: runs a script in memory and lets a test act as a person would."""

from __future__ import annotations

import inspect
import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from tabstream.testing.accessors import Accessors
from tabstream.testing.nodes import ElementTree
from tabstream.testing.session_state import SessionStateOfApp
from tabstream.testing.tree import grow
from tabstream.testing.view import View
from tabstream.testing.widgets import Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tabstream.testing.nodes import Block, Node

#: What `AppTest.from_function` calls its function with, by the path of the script made of it.
script_arguments: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {}


class AppTest(Accessors):
    """An app under test.

    Parameters
    ----------
    script_path
        The script's file. `from_file`, `from_string` and `from_function` are easier to call.
    default_timeout
        Seconds that a run may take.

    Attributes
    ----------
    session_state
        The values of the session: to look at, and to set before the next run.
    query_params
        The query parameters of the app's address: text, or a list for one that is repeated.
    secrets
        What ``st.secrets`` has, instead of the values of ``secrets.toml``.
    argv
        The arguments of the script, from the next run on.
    view
        The page's part of the conversation: what it holds, and the app's session.

    Examples
    --------
    >>> from tabstream.testing import AppTest
    >>> app = AppTest.from_string('''
    ... import streamlit as st
    ... size = st.slider("Size", 0, 10, 3)
    ... st.write(size, "squared is", size * size)
    ... ''').run()
    >>> app.slider[0].set_value(7).run().markdown[0].value
    '`7` squared is `49`'
    """

    def __init__(self, script_path: str | Path, *, default_timeout: float) -> None:
        path = Path(script_path).absolute()
        self.default_timeout = default_timeout
        self.argv: list[str] = []
        self.query_params: dict[str, Any] = {}
        self.secrets: dict[str, Any] = {}
        self._script = path
        self.view = View(path)
        self._tree = ElementTree(self)

    # ---- making one ----------------------------------------------------------------------------

    @classmethod
    def from_string(cls, script: str, *, default_timeout: float = 3) -> AppTest:
        """Return an app whose script is given as text, indented or not."""
        folder = mkdtemp(prefix="tabstream-test-")
        path = Path(folder, "app.py")
        path.write_text(dedent(script), encoding="utf-8")
        app = cls(path, default_timeout=default_timeout)
        weakref.finalize(app, shutil.rmtree, folder, ignore_errors=True)
        return app

    @classmethod
    def from_file(cls, script_path: str | Path, *, default_timeout: float = 3) -> AppTest:
        """Return the app of a file; a relative path counts from the file of the caller.

        Raises
        ------
        FileNotFoundError
            When there is no such file.
        """
        path = Path(script_path)
        if not path.is_absolute():
            path = _folder_of_caller() / path
        if not path.is_file():
            msg = (
                f"There is no script {path}. A relative path counts from the folder of the file "
                "that calls `AppTest.from_file`."
            )
            raise FileNotFoundError(msg)
        return cls(path, default_timeout=default_timeout)

    @classmethod
    def from_function(
        cls,
        script: Callable[..., Any],
        *,
        default_timeout: float = 3,
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> AppTest:
        """Return the app that a function is: its source becomes the script, which calls it.

        The function sees none of the names around it, so it imports what it needs itself.
        """
        app = cls.from_string(
            f"{dedent(inspect.getsource(script))}\n"
            "from tabstream.testing.app_test import script_arguments as _arguments\n"
            f"{script.__name__}(*_arguments[__file__][0], **_arguments[__file__][1])\n",
            default_timeout=default_timeout,
        )
        path = str(app._script)
        script_arguments[path] = (args or (), kwargs or {})
        weakref.finalize(app, script_arguments.pop, path)
        return app

    # ---- acting --------------------------------------------------------------------------------

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the script from top to bottom with all that was changed since the last run.

        A script that sleeps does not keep the test waiting: the time only seems to pass.

        Parameters
        ----------
        timeout
            Seconds that the run may take; `default_timeout` without it.

        Raises
        ------
        RuntimeError
            When it takes longer. It is noticed when the script calls the next ``st.*`` function.
        """
        changed, clicked = self._acts()
        self.view.session.secrets = self.secrets
        self.view.run(
            changed,
            clicked,
            _as_pairs(self.query_params),
            argv=self.argv,
            timeout=self.default_timeout if timeout is None else timeout,
        )
        self.query_params = _as_mapping(self.view.session.query)
        self._tree = grow(self, self.view.roots)
        return self

    def _acts(self) -> tuple[dict[str, Any], list[str]]:
        """Return the values that were set, by widget id, and the widgets that were clicked."""
        touched = [
            node for node in self._tree.nodes if isinstance(node, Widget) and node.is_touched
        ]
        submitted = {widget.form_id for widget in touched if widget.is_trigger}
        changed = {}
        clicked = []
        for widget in touched:
            if widget.is_trigger:
                clicked.append(widget.id)
            elif not widget.form_id or widget.form_id in submitted:
                # A form's other values stay in the page until its button is pressed.
                changed[widget.id] = widget.wire
        return changed, clicked

    # ---- looking -------------------------------------------------------------------------------

    @property
    def session_state(self) -> SessionStateOfApp:
        """The values of the session."""
        return SessionStateOfApp(self.view)

    @property
    def compile_error(self) -> str:
        """Why the script could not begin to run, or empty text."""
        error = self.view.ended.get("error")
        return error["text"] if error else ""

    @property
    def main(self) -> Block:
        """The page's main part."""
        return self._tree.main

    @property
    def sidebar(self) -> Block:
        """The sidebar."""
        return self._tree.sidebar

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node, in the page's order."""
        return self._tree.nodes

    def get(self, element_type: str) -> Sequence[Node]:
        """Return every node of a kind, also of kinds that have no accessor."""
        return self._tree.get(element_type)

    def get_by_key(self, key: str) -> Node:
        """Return the node with this key.

        Raises
        ------
        KeyError
            When there is none.
        """
        return self._tree.get_by_key(key)

    def __iter__(self) -> Iterator[Node]:
        return self._tree.nodes

    def __len__(self) -> int:
        return len(self._tree)

    def __getitem__(self, place: int) -> Node:
        return self._tree[place]

    def __repr__(self) -> str:
        return f"AppTest({str(self._script)!r})\n{self._tree!r}"


def _folder_of_caller() -> Path:
    frame = inspect.currentframe()
    while frame is not None and frame.f_globals.get("__name__") == __name__:
        frame = frame.f_back
    return Path(frame.f_code.co_filename).absolute().parent if frame is not None else Path.cwd()


def _as_pairs(query: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (key, str(value))
        for key, values in query.items()
        for value in (values if isinstance(values, list | tuple) else [values])
    )


def _as_mapping(pairs: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    query: dict[str, list[str]] = {}
    for key, value in pairs:
        query.setdefault(key, []).append(value)
    return {key: values if len(values) > 1 else values[0] for key, values in query.items()}
