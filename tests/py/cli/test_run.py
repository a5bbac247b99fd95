"""``tabstream run`` as a person uses it: started, looked at, stopped."""

from __future__ import annotations

import os
import signal
import socket
from contextlib import closing
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.py.cli.conftest import RunCommand


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_it_prints_the_address_at_which_it_serves_the_site(
    run_command: RunCommand, client: httpx.Client
) -> None:
    url = run_command("--port", "0").url
    assert client.get(url).text.startswith("<!doctype html>")


def test_it_uses_the_port_that_is_asked_for(run_command: RunCommand) -> None:
    port = free_port()
    assert run_command("--port", str(port)).url == f"http://localhost:{port}/"


def test_it_takes_another_port_and_says_so_when_the_usual_one_is_taken(
    run_command: RunCommand,
) -> None:
    with closing(socket.socket()) as taker:
        taker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if taker.connect_ex(("127.0.0.1", 8501)) != 0:
            with closing(socket.socket()) as listener:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind(("127.0.0.1", 8501))
                listener.listen()
                expect_another_port(run_command)
        else:  # somebody else has it: all the better
            expect_another_port(run_command)


def expect_another_port(run_command: RunCommand) -> None:
    command = run_command()
    command.expect_said("Port 8501 is taken")
    assert command.url != "http://localhost:8501/"


def test_a_port_that_is_asked_for_and_taken_is_an_error_that_says_what_to_do(
    run_command: RunCommand,
) -> None:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        command = run_command("--port", str(port))
        command.expect_said(f"Port {port} cannot be used: .*Name another by --port")
        assert command.process.wait(10) == 2


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it_though_a_page_is_listening(
    run_command: RunCommand, client: httpx.Client, script: Path, how: signal.Signals
) -> None:
    command = run_command(script, "--port", "0")
    url = command.url
    with client.stream("GET", f"{url}_app.events") as events:
        lines = events.iter_lines()
        assert next(lines) == ": watching"
        code = command.end(how)
        assert not any(line.startswith("data:") for line in lines)
    assert code == (0 if how == signal.SIGINT else -signal.SIGTERM)
    with pytest.raises(httpx.ConnectError):
        client.get(url)


def test_a_gist_opens_by_a_link_to_the_page(run_command: RunCommand) -> None:
    gist = "https://gist.github.com/someone/0123abcd#file-app-py"
    command = run_command(gist, "one", "--port", "0", "--", "--two=2 3")
    assert command.url.endswith(
        "/?script=https%3A%2F%2Fgist.github.com%2Fsomeone%2F0123abcd%23file-app-py"
        "&arg=one&arg=--two%3D2+3"
    )


def test_what_follows_the_script_and_is_not_ours_is_the_scripts(
    run_command: RunCommand, client: httpx.Client, script: Path
) -> None:
    command = run_command(script, "one", "--size", "3", "--port", "0", "--", "--port")
    argv = client.get(f"{command.url}_app.json").json()["argv"]
    assert argv == ["one", "--size", "3", "--port"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [("nowhere.py", "There is no file nowhere.py in "), (".", "is a folder")],
)
def test_a_script_that_cannot_be_run_is_an_error_that_says_why(
    run_command: RunCommand, name: str, problem: str
) -> None:
    command = run_command(name)
    command.expect_said(problem)
    assert command.process.wait(10) == 2


def test_without_a_built_site_it_says_how_to_make_one(
    run_command: RunCommand, tmp_path: Path
) -> None:
    command = run_command(env={"TABSTREAM_SITE": str(tmp_path / "nothing")})
    command.expect_said("The built site is not in .*npm run build")
    assert command.process.wait(10) == 2


@pytest.fixture
def noting_browser(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """Name a stand-in for the person's browser, which notes what it was asked to open."""
    opened, program = tmp_path / "opened", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    program.chmod(0o755)
    return opened, {"CI": "", "DISPLAY": ":9", "BROWSER": f"{program} %s"}


def test_a_tab_is_opened_where_there_is_a_display(
    run_command: RunCommand, noting_browser: tuple[Path, dict[str, str]]
) -> None:
    opened, env = noting_browser
    os.mkfifo(opened)  # reading it waits for the writer
    command = run_command("--port", "0", env=env)
    assert opened.read_text() == f"{command.url}\n"


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        (["--headless"], {}),
        ([], {"CI": "true"}),
        ([], {"DISPLAY": "", "WAYLAND_DISPLAY": ""}),
    ],
)
def test_no_tab_is_opened_where_nobody_would_see_it(
    run_command: RunCommand,
    noting_browser: tuple[Path, dict[str, str]],
    options: list[str],
    changed: dict[str, str],
) -> None:
    opened, env = noting_browser
    command = run_command("--port", "0", *options, env={**env, **changed})
    command.expect_said("Ctrl-C stops it")
    command.end()
    assert not opened.exists()
