"""Joins a host and a session: the one thing that the worker calls."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, SupportsFloat, SupportsIndex

from tabstream._alias import install
from tabstream._protocol import Open, decode_to_worker
from tabstream._runtime import Session, current_run
from tabstream.caching import connect as connect_caches
from tabstream.elements import main
from tabstream.state import secrets

if TYPE_CHECKING:
    from types import FrameType

    from tabstream._host import Host


class JsBytes(Protocol):
    """Bytes of JavaScript."""

    def to_bytes(self) -> bytes:
        """Return a copy."""


def open_app(host: Host, text: str) -> Session:
    """Open an app and return its session; nothing has run yet.

    Parameters
    ----------
    host
        The place the app runs in.
    text
        An ``open`` message, as JSON.
    """
    app = decode_to_worker(json.loads(text))
    if not isinstance(app, Open):
        msg = f"The first message must be `open`, not `{app.type}`."
        raise TypeError(msg)
    install()
    session = Session(host, app, write_magic)
    connect_caches(session)
    session.tell_options()
    return session


def start_in_worker(
    host: Host, text: str, saved: JsBytes | None = None, refused: str = "[]"
) -> Session:
    """Open the app of a worker: the interpreter is the app's alone.

    Parameters
    ----------
    host
        The worker.
    text
        An ``open`` message, as JSON.
    saved
        The session state of the worker whose place this one takes.
    refused
        The names of values in it that have ended a Python, as JSON: they are left alone.
    """
    session = open_app(host, text)
    session.restore(saved.to_bytes() if saved is not None else None, json.loads(refused))
    folder = session.app.folder
    script = str(Path(folder, session.app.entry))
    sys.argv = [script, *session.app.argv]
    sys.path.insert(0, str(Path(script).parent))
    _chdir(folder)
    # What is outside any section of them is in the environment before the script asks.
    secrets.load_if_toml_exists()
    time.sleep = interruptible_sleep
    _stop_on_interrupt(session)
    return session


def write_magic(*values: Any) -> None:
    """Write the value of a magic line."""
    main.write(*values)


_sleep = time.sleep


def interruptible_sleep(seconds: SupportsFloat | SupportsIndex, /) -> None:
    """Do what ``time.sleep`` does; a newer event ends the script out of it."""
    run = current_run()
    if run is None:
        _sleep(float(seconds))
    else:
        run.sleep(float(seconds))


def _stop_on_interrupt(session: Session) -> None:
    """Let Ctrl+C, as Stop comes where Python cannot be suspended, end the author's code alone.

    In the middle of our own code it would leave a tree half drawn. It waits there for the next
    checkpoint instead.
    """
    import signal

    folder = f"{session.app.folder}/"

    def on_interrupt(_signal: int, frame: FrameType | None) -> None:
        while frame is not None:
            if frame.f_code.co_filename.startswith(folder):
                raise KeyboardInterrupt
            if frame.f_globals.get("__name__", "").startswith("tabstream"):
                break
            frame = frame.f_back
        session.mailbox.put_stop()

    signal.signal(signal.SIGINT, on_interrupt)


def _chdir(folder: str) -> None:
    import os

    os.chdir(folder)
