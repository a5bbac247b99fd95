"""Serves an ASGI application on this machine until the person has had enough."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
from typing import TYPE_CHECKING

import uvicorn

from tabstream.cli.bad_input import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from starlette.types import ASGIApp

USUAL_PORT = 8501

#: How many ports after the usual one are tried before the system chooses any.
NEIGHBOURS = 20


def open_sockets(port: int | None) -> tuple[int, list[socket.socket]]:
    """Listen on a port: the one asked for, or else the usual one or the next that is free."""
    if port is not None:
        try:
            return listen(port)
        except OSError as error:
            raise BadInput(
                f"Port {port} cannot be used: {error.strerror}. Name another by --port, or leave "
                "it out and a free one is found."
            ) from error
    for candidate in range(USUAL_PORT, USUAL_PORT + NEIGHBOURS):
        try:
            return listen(candidate)
        except OSError:
            continue
    return listen(0)


def listen(port: int) -> tuple[int, list[socket.socket]]:
    """Listen on every address of localhost, on the same port.

    It has one of IPv4 and mostly one of IPv6, and which of them a browser tries first is the
    browser's choice. No other address: what is served is the person's own.
    """
    sockets = [bind(socket.AF_INET, "127.0.0.1", port)]
    port = sockets[0].getsockname()[1]
    try:
        sockets.append(bind(socket.AF_INET6, "::1", port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            sockets[0].close()
            raise
        # Otherwise this machine has no IPv6, and no browser on it will try it.
    return port, sockets


def bind(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    """Open one listening socket."""
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Else a port stays taken for a minute after its server has ended. On Windows the
            # same option would let two servers share a port.
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((address, port))
        opened.listen(128)
    except OSError:
        opened.close()
        raise
    return opened


def serve(
    app: ASGIApp,
    sockets: list[socket.socket],
    on_ready: Callable[[], None],
    on_stop: Callable[[], None],
) -> None:
    """Serve until Ctrl-C or a signal to end."""
    config = uvicorn.Config(
        app, log_level="error", access_log=False, lifespan="off", timeout_graceful_shutdown=2
    )
    # uvicorn passes Ctrl-C on when it has shut down.
    with contextlib.suppress(KeyboardInterrupt):
        Server(config, on_ready, on_stop).run(sockets)


class Server(uvicorn.Server):
    """A uvicorn server that says when it is ready, and when it is about to stop."""

    def __init__(
        self, config: uvicorn.Config, on_ready: Callable[[], None], on_stop: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._on_ready = on_ready
        self._on_stop = on_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer, and say so."""
        await super().startup(sockets)
        self._on_ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop."""
        self._on_stop()
        super().handle_exit(sig, frame)
