"""A static server for the browser tests: the built site in a sub-folder, the apps beside it."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

ROOT = Path(__file__).parents[2]

#: Where the site lies: in a sub-folder, as on many static hosts.
PREFIX = "/x/y/"

#: The built site; another one when it is named.
SITE = Path(os.environ.get("TABSTREAM_DIST", ROOT / "dist"))

#: What is served of it: the site, and the tests' apps beside it.
SITE_FOLDERS = {f"{PREFIX}apps/": Path(__file__).parent, PREFIX: SITE}


class _Handler(SimpleHTTPRequestHandler):
    """Serves folders under prefixes, with no header that a plain static host would not send."""

    def __init__(self, *args: object, folders: Mapping[str, Path], **kwargs: object) -> None:
        self._folders = folders
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed through

    def translate_path(self, path: str) -> str:
        wanted = unquote(urlsplit(path).path)
        for prefix, folder in self._folders.items():
            if wanted.startswith(prefix):
                return str(folder / wanted[len(prefix) :])
        return str(ROOT / "no such file")

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output to the tests."""


class _Server(ThreadingHTTPServer):
    """Says nothing of browsers that go away in the middle of an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def answering(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """Let a handler answer on this machine; yield the server's origin."""
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def serving(folders: Mapping[str, Path]) -> AbstractContextManager[str]:
    """Serve `folders`, by prefix; yield the server's origin."""
    return answering(partial(_Handler, folders=folders))
