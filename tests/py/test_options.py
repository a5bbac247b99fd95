"""`st.get_option` and `st.set_option`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tabstream._boot import open_app
from tabstream._host.memory import MemoryHost

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[list[str], list[dict[str, Any]]]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a script beside a config file; return the texts that it drew and what it sent."""

    def run_script(script: str, config: str = "") -> tuple[list[str], list[dict[str, Any]]]:
        (tmp_path / ".streamlit").mkdir(exist_ok=True)
        (tmp_path / ".streamlit" / "config.toml").write_text(config)
        (tmp_path / "app.py").write_text(f"import streamlit as st\n{script}")
        host = MemoryHost()
        opened = {"type": "open", "entry": "app.py", "folder": str(tmp_path)}
        session = open_app(host, json.dumps(opened))
        host.deliver(json.dumps({"type": "run", "id": 1}))
        session.serve()
        nodes = session.tree.roots[0].children
        texts = [getattr(node.message, "body", getattr(node.message, "text", "")) for node in nodes]
        return texts, [json.loads(text) for text, _ in host.sent]

    return run_script


def test_an_option_is_what_the_file_says_or_its_default(run: Run) -> None:
    texts, _ = run(
        "for name in ('theme.base', 'client.toolbarMode', 'server.maxUploadSize', 'server.port'):\n"
        "    st.text(st.get_option(name))",
        "[theme]\nbase = 'dark'\n[server]\nmaxUploadSize = 5",
    )
    assert texts == ["dark", "auto", "5", "None"]


def test_an_option_that_is_set_reaches_the_page(run: Run) -> None:
    texts, sent = run(
        "st.set_option('client.toolbarMode', 'viewer')\n"
        "st.text(st.get_option('client.toolbarMode'))"
    )
    configs = [message["options"] for message in sent if message["type"] == "app_config"]
    assert texts == ["viewer"]
    assert configs[-1]["client.toolbarMode"] == "viewer"


def test_options_of_earlier_years_can_be_set(run: Run) -> None:
    texts, _ = run("st.set_option('deprecation.showPyplotGlobalUse', False)\nst.text('on')")
    assert texts == ["on"]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("st.get_option('x.y')", "no option `x.y`"),
        ("st.set_option('x.y', 1)", "no option `x.y`"),
        ("st.set_option('server.port', 1)", "config.toml"),
        ("st.set_option('theme.base', 'dark')", "config.toml"),
    ],
)
def test_an_option_that_cannot_be_read_or_set_is_named(run: Run, call: str, says: str) -> None:
    texts, _ = run(call)
    assert says in texts[-1]


def test_a_file_that_cannot_be_read_is_said_and_the_app_runs_when_it_is_put_right(
    tmp_path: Path,
) -> None:
    config = tmp_path / ".streamlit" / "config.toml"
    config.parent.mkdir()
    config.write_text("[theme\nbase = 'dark'")
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text(st.get_option('theme.base'))")
    host = MemoryHost()
    opened = {"type": "open", "entry": "app.py", "folder": str(tmp_path)}
    session = open_app(host, json.dumps(opened))

    def sent_by_a_run() -> list[dict[str, Any]]:
        host.sent.clear()
        host.deliver(json.dumps({"type": "run", "id": 1}))
        session.serve()
        return [json.loads(text) for text, _ in host.sent]

    ended = sent_by_a_run()[-1]
    assert ended["how"] == "compile_error"
    assert "config.toml" in ended["error"]["text"]
    assert "line 1" in ended["error"]["text"]
    config.write_text("[theme]\nbase = 'dark'")
    host.deliver(json.dumps({"type": "files_changed", "paths": [".streamlit/config.toml"]}))
    sent = sent_by_a_run()
    assert {"type": "app_config", "options": {"theme.base": "dark"}} in sent
    assert sent[-1]["how"] == "done"
