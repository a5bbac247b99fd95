"""Hosts with a character: slow, broken, isolated from others, or open to all."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote, urlsplit

import modes
from server import SITE as SITE
from server import SITE_FOLDERS as SITE_FOLDERS
from server import answering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


#: What a host can do wrong with a file: not have it, answer a page of its own instead, close the
#: connection, or close it in the middle.
Fault = Literal["missing", "a page", "closed", "cut off"]

ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
#: For the worker's file: in its browser Python cannot be suspended.
WITHOUT_JSPI = {"/worker-": modes.MODES["no-jspi"].script}
#: Without its memory images a site starts Python from its own library.
PLAIN: Mapping[str, Fault] = {".image": "missing"}

#: For pages: a busy machine is not taken for a slow link.
UNKNOWN_LINK = "performance.getEntriesByType = () => [];"

OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*"}

CHUNK = 64 * 1024


def lines_of_mode() -> dict[str, str]:
    """Return what the mode's browser cannot do, for the worker's file."""
    return {"/worker-": modes.active.script} if modes.active.script else {}


@dataclass
class Host:
    """A host on this machine. What is set here holds from the next request on."""

    folders: Mapping[str, Path]
    #: Sent with every answer.
    headers: Mapping[str, str] = field(default_factory=dict)
    #: Bytes a second for each file below a folder; for others it is as fast as it goes.
    speeds: Mapping[str, float] = field(default_factory=dict)
    #: How the host says that a file is encoded, by the end of its path.
    encodings: Mapping[str, str] = field(default_factory=dict)
    #: What stands before a file's own text, by a part of its path.
    first_lines: Mapping[str, str] = field(default_factory=lines_of_mode)
    #: By the end of the path.
    faults: dict[str, Fault] = field(default_factory=dict)
    #: The path of each request, oldest first.
    requests: list[str] = field(default_factory=list)
    origin: str = ""

    def fault_of(self, path: str) -> Fault | None:
        """Return what is to go wrong with a path."""
        if any(part in path for part in modes.active.absent):
            return "missing"
        return next((fault for end, fault in self.faults.items() if path.endswith(end)), None)

    def first_line_of(self, path: str) -> str | None:
        """Return what stands before the text of a path."""
        return next((line for part, line in self.first_lines.items() if part in path), None)

    def speed_of(self, path: str) -> float | None:
        """Return how many bytes a second a path is served with."""
        return next((speed for folder, speed in self.speeds.items() if folder in path), None)

    def file_of(self, path: str) -> Path:
        """Return where the file of a path is."""
        for prefix, folder in self.folders.items():
            if path.startswith(prefix):
                return folder / path[len(prefix) :]
        return Path("/no such file")


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, host: Host, **kwargs: object) -> None:
        self._host = host
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed through

    def do_GET(self) -> None:
        """Answer, or do what is to go wrong."""
        path = unquote(urlsplit(self.path).path)
        self._host.requests.append(path)
        match self._host.fault_of(path):
            case "missing":
                self.send_error(404)
            case "a page":
                self._send(b"<!doctype html><title>Welcome</title>", "text/html")
            case "closed":
                self.close_connection = True
            case "cut off":
                content = self._host.file_of(path).read_bytes()
                self._send(content[: len(content) // 2], "application/wasm", len(content))
                self.close_connection = True
            case None:
                if line := self._host.first_line_of(path):
                    text = self._host.file_of(path).read_bytes()
                    self._send(line.encode() + text, self.guess_type(path))
                else:
                    super().do_GET()

    def _send(self, content: bytes, content_type: str, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(length or len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Add the host's own headers."""
        for name, value in self._host.headers.items():
            self.send_header(name, value)
        path = urlsplit(self.path).path
        for end, encoding in self._host.encodings.items():
            if path.endswith(end):
                self.send_header("Content-Encoding", encoding)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """Return where the file of a path is."""
        return str(self._host.file_of(unquote(urlsplit(path).path)))

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, as fast as the host is."""
        speed = self._host.speed_of(self.path)
        if speed is None:
            return super().copyfile(source, outputfile)
        while piece := source.read(CHUNK):
            time.sleep(len(piece) / speed)
            outputfile.write(piece)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output to the tests."""


@contextmanager
def hosting(host: Host) -> Iterator[Host]:
    """Let a host answer; its `origin` is known from here on."""
    with answering(partial(_Handler, host=host)) as host.origin:
        yield host
