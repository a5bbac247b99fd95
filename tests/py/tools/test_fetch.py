"""Fetching the shipped packages, from real folders and real servers on this machine."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tools.packages.fetch import MissingFilesError, fetch_files
from tools.packages.manifest import PinnedFile
from tools.packages.sources import Answer, Cdn, Folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).parents[3]
RIGHT = b"the bytes that are pinned"
WRONG = b"other bytes"


def pin(name: str = "rain-1.0-py3-none-any.whl", content: bytes = RIGHT) -> PinnedFile:
    digest = hashlib.sha256(content).hexdigest()
    return PinnedFile("rain", "1.0", name, digest, "distribution")


@contextmanager
def serving(handle: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """Serve GET requests on a free port and give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            handle(self)

        def log_message(self, *_: object) -> None:
            pass

    server: HTTPServer = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def answering(content: bytes, status: int = 200) -> Callable[[BaseHTTPRequestHandler], None]:
    def handle(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    return handle


def folder_with(path: Path, name: str, content: bytes) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    (path / name).write_bytes(content)
    return path


def test_a_fetched_file_reaches_the_folder_and_the_cache(tmp_path: Path) -> None:
    file, into, cache = pin(), tmp_path / "into", tmp_path / "cache"
    with serving(answering(RIGHT)) as address:
        fetch_files([file], into, cache, [Cdn(address)])
    assert (into / file.name).read_bytes() == RIGHT
    assert (cache / file.name).read_bytes() == RIGHT


def test_what_the_cache_has_is_asked_of_no_other_source(tmp_path: Path) -> None:
    file = pin()
    cache = folder_with(tmp_path / "cache", file.name, RIGHT)

    class Forbidden(Folder):
        def fetch(self, files: Sequence[PinnedFile], into: Path) -> Answer:
            raise AssertionError(f"asked for {files}, to {into}")

    fetch_files([file], tmp_path / "into", cache, [Forbidden(cache)])
    assert (tmp_path / "into" / file.name).read_bytes() == RIGHT


def test_a_wrong_hash_names_file_source_and_both_hashes_and_asks_the_next_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = pin()
    mirror = folder_with(tmp_path / "mirror", file.name, RIGHT)
    with serving(answering(WRONG)) as address:
        fetch_files([file], tmp_path / "into", tmp_path / "cache", [Cdn(address), Folder(mirror)])
    said = capsys.readouterr().out
    assert file.name in said
    assert address in said
    assert file.sha256 in said
    assert hashlib.sha256(WRONG).hexdigest() in said
    assert (tmp_path / "into" / file.name).read_bytes() == RIGHT


def test_a_wrong_file_in_the_cache_is_replaced(tmp_path: Path) -> None:
    file = pin()
    cache = folder_with(tmp_path / "cache", file.name, WRONG)
    with serving(answering(RIGHT)) as address:
        fetch_files([file], tmp_path / "into", cache, [Cdn(address)])
    assert (cache / file.name).read_bytes() == RIGHT


def test_wrong_bytes_alone_are_never_used(tmp_path: Path) -> None:
    file, into = pin(), tmp_path / "into"
    with serving(answering(WRONG)) as address, pytest.raises(MissingFilesError, match="wrong sha"):
        fetch_files([file], into, tmp_path / "cache", [Cdn(address)])
    assert list(into.iterdir()) == []
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_file_that_a_source_does_not_have_is_asked_of_the_next(tmp_path: Path) -> None:
    file = pin()
    mirror = folder_with(tmp_path / "mirror", file.name, RIGHT)
    with serving(answering(b"no", 404)) as address:
        fetch_files([file], tmp_path / "into", tmp_path / "cache", [Cdn(address), Folder(mirror)])
    assert (tmp_path / "into" / file.name).read_bytes() == RIGHT


def test_wheels_of_earlier_versions_go(tmp_path: Path) -> None:
    file = pin()
    into = folder_with(tmp_path / "into", "rain-0.9-py3-none-any.whl", b"old")
    with serving(answering(RIGHT)) as address:
        fetch_files([file], into, tmp_path / "cache", [Cdn(address)])
    assert [path.name for path in into.iterdir()] == [file.name]


def test_without_a_network_the_message_says_what_is_missing_and_where_to_put_it(
    tmp_path: Path,
) -> None:
    # Port 9 discards; nothing listens on it here.
    offline = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    cache = tmp_path / "cache"
    command = [sys.executable, "-m", "tools.packages", "fetch", "--into", str(tmp_path / "into")]
    done = subprocess.run(
        [*command, "--cache", str(cache)],
        cwd=ROOT,
        env={**os.environ, **offline},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "pandas-3.0.2-" in done.stderr
    assert "altair-6.0.0-" in done.stderr
    assert "cannot be reached" in done.stderr
    assert f"into the folder\n  {cache}\n" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_fetch_leaves_nothing_half_written(
    tmp_path: Path, end: signal.Signals
) -> None:
    asked = threading.Event()
    released = threading.Event()

    def stall(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000000")
        request.end_headers()
        request.wfile.write(b"half of it")
        request.wfile.flush()
        asked.set()
        released.wait()

    script = """
import signal, sys
from pathlib import Path
from tools.packages.__main__ import end_tidily
from tools.packages.fetch import fetch_files
from tools.packages.manifest import PinnedFile
from tools.packages.sources import Cdn
end_tidily()
address, into, cache, temporary = sys.argv[1:]
import tempfile
tempfile.tempdir = temporary
file = PinnedFile("rain", "1.0", "rain-1.0-py3-none-any.whl", "0" * 64, "distribution")
fetch_files([file], Path(into), Path(cache), [Cdn(address)])
"""
    folders = [tmp_path / name for name in ("into", "cache", "temporary")]
    folders[2].mkdir()
    with serving(stall) as address:
        process = subprocess.Popen(
            [sys.executable, "-c", script, address, *map(str, folders)],
            cwd=ROOT,
            stderr=subprocess.DEVNULL,
        )
        assert asked.wait(20)
        process.send_signal(end)
        assert process.wait(20) != 0
        released.set()
    assert list(folders[0].iterdir()) == []
    assert list(folders[1].iterdir()) == []
    if end != signal.SIGKILL:  # nobody can tidy up after that, and the system does
        assert list(folders[2].iterdir()) == []
