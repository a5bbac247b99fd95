"""A small site, and the real command serving it."""

from __future__ import annotations

import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import httpx
import pytest
from click.testing import CliRunner

from tabstream.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from click.testing import Result

PATIENCE_S = 20


@dataclass
class Command:
    """A running ``tabstream run``."""

    process: subprocess.Popen[str]
    _lines: queue.Queue[str] = field(default_factory=queue.Queue)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def expect_said(self, pattern: str) -> re.Match[str]:
        """Wait for a line that matches."""
        while True:
            line = self._lines.get(timeout=PATIENCE_S)
            self.said.append(line)
            if match := re.search(pattern, line):
                return match

    @property
    def url(self) -> str:
        """The address that it printed."""
        return self.expect_said(r"Open (http://localhost:\d+/\S*)")[1]

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it as a person does, and give its exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE_S)


class Call(Protocol):
    """Call ``tabstream`` with arguments, and wait for its end."""

    def __call__(self, *args: str | Path) -> Result: ...


class WriteApp(Protocol):
    """Write an app's files, and give its folder."""

    def __call__(self, files: Mapping[str, str | bytes]) -> Path: ...


@pytest.fixture
def call() -> Call:
    """Call commands that come to an end by themselves, without a process for each."""
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def write_app(tmp_path: Path) -> WriteApp:
    """Write an app's files into a folder of its own."""
    folder = tmp_path / "app"

    def write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write


@pytest.fixture
def without_rights() -> Iterator[Path]:
    """Give a folder, in a test that may not do all that root may."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    is_root = os.geteuid() == 0
    nobody = 65534
    if is_root:
        os.chown(folder, nobody, nobody)
        os.seteuid(nobody)
    yield folder
    if is_root:
        os.seteuid(0)
    for path in folder.rglob("*"):
        path.chmod(0o755)
    shutil.rmtree(folder)


class RunCommand(Protocol):
    """Start ``tabstream run`` with arguments."""

    def __call__(self, *args: str | Path, env: dict[str, str] | None = None) -> Command: ...


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stand-in for the built site: what the server does does not depend on what is in it."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(
        '<!doctype html><html><head><meta name="tabstream-offline" content="on"></head></html>'
    )
    (folder / "service-worker.js").write_text("// keeps the site")
    (folder / "service-worker-off.js").write_text("// ends it")
    (folder / "assets/main.js").write_text("export {};")
    (folder / "assets/worker.mjs").write_text("export {};")
    (folder / "assets/big.js").write_text("as it is")
    (folder / "assets/big.js.gz").write_text("gzip")
    (folder / "assets/big.js.br").write_text("br")
    (folder / "assets/core.wasm").write_bytes(b"\0asm")
    return folder


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A script with neighbours, some of which are nobody's business."""
    folder = tmp_path_factory.mktemp("app")
    for name in (
        "app.py",
        "helper.py",
        "data/rain.csv",
        ".streamlit/config.toml",
        ".streamlit/secrets.toml",
        ".streamlit/credentials.toml",
        ".env",
        ".git/config",
        "__pycache__/helper.cpython-314.pyc",
        "my-environment/pyvenv.cfg",
        "my-environment/lib/site.py",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"# {name}\n")
    return folder / "app.py"


@pytest.fixture(scope="module")
def run_command(site: Path) -> Iterator[RunCommand]:
    """Start the real command; whatever still runs after the tests is ended."""
    commands: list[Command] = []

    def start(*args: str | Path, env: dict[str, str] | None = None) -> Command:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "tabstream.cli", "run", *map(str, args)],
            cwd=site.parent,
            env={**os.environ, "TABSTREAM_SITE": str(site), "CI": "1", **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        commands.append(Command(process))
        return commands[-1]

    yield start
    for command in commands:
        command.process.kill()
        command.process.wait()
        assert command.process.stdout is not None
        command.process.stdout.close()


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """A browser's network stack, as far as it matters here."""
    with httpx.Client(timeout=PATIENCE_S) as client:
        yield client
