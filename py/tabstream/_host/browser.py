"""The host inside Pyodide; the one file that knows JavaScript."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tabstream._host.network import Answer, serve_urllib

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tabstream._host.port import Bytes, ResultStore


def connect_urllib() -> None:
    """Let `urllib.request` ask the browser."""
    serve_urllib(ask_browser)


def ask_browser(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes | None,
    timeout: float | None,
) -> Answer:
    """Ask for an address; the worker stands still meanwhile, as a script expects it to."""
    from js import XMLHttpRequest
    from pyodide.ffi import JsException, to_js

    asked = XMLHttpRequest.new()
    asked.open(method, url, False)
    asked.responseType = "arraybuffer"
    if timeout is not None:
        asked.timeout = round(timeout * 1000)
    for name, value in headers.items():
        asked.setRequestHeader(name, value)
    try:
        asked.send(to_js(body))
    except JsException as error:
        if error.name == "TimeoutError":
            msg = f"{url} did not answer within {timeout} s."
            raise TimeoutError(msg) from None
        # web/src/worker/network.ts has put into it what can be done.
        raise ConnectionError(error.message) from None
    return Answer(
        asked.responseURL,
        asked.status,
        asked.statusText,
        asked.getAllResponseHeaders(),
        asked.response.to_bytes(),
    )


class BrowserResults:
    """The site's storage of results, as the worker hands it in; see ``web/src/worker/results.ts``.

    Parameters
    ----------
    results
        A JavaScript object with ``listing()``, ``has(key)``, ``take(key)``, ``fetch(key)`` (which
        answers a promise), ``put(key, made, bytes)`` and ``drop(prefix)``.
    """

    def __init__(self, results: Any) -> None:
        from pyodide.ffi import can_run_sync, run_sync

        self._results = results
        self._can_suspend = can_run_sync
        self._suspend = run_sync

    def listing(self) -> str:
        """Return what is known to be stored, as a JSON array."""
        return str(self._results.listing())

    def get(self, key: str) -> bytes | None:
        """Return what came at the start, or else, where Python can be suspended, ask for it."""
        where = self._results.has(key)
        if where == "here":
            found = self._results.take(key)
        elif where == "stored" and self._can_suspend():
            found = self._suspend(self._results.fetch(key))
        else:
            return None
        return None if found is None else bytes(found.to_bytes())

    def put(self, key: str, made: float, content: Bytes) -> None:
        """Store bytes; they are copied out of the wasm memory once, there."""
        self._results.put(key, made, content)

    def drop(self, prefix: str) -> None:
        """Forget everything whose name begins so."""
        self._results.drop(prefix)


class BrowserHost:
    """Speaks through the worker's bridge; see ``web/src/worker/bridge.ts``.

    Parameters
    ----------
    bridge
        A JavaScript object with ``send(text)``, ``sendWithBuffers(text, buffers)``, ``receive()``,
        ``isInterrupted()``, ``block(ms)``, ``turn()`` and ``wait(ms)``; the last two answer
        promises. Its ``results`` are for `BrowserResults`; ``handledValue`` is written.
    """

    def __init__(self, bridge: Any) -> None:
        from pyodide.ffi import can_run_sync, run_sync

        self._bridge = bridge
        # Looked up once: each time it would be another proxy, dearer than the call itself.
        self._send = bridge.send
        self._receive = bridge.receive
        self.results: ResultStore = BrowserResults(bridge.results)
        self._can_suspend = can_run_sync
        self._suspend = run_sync
        # Taken now: the session puts an interruptible one in its place.
        self._block = time.sleep

    def send(self, text: str, buffers: Sequence[Bytes]) -> None:
        """Send a message; the bytes are copied out of the wasm memory once, there."""
        if buffers:
            self._bridge.sendWithBuffers(text, buffers)
        else:
            self._send(text)

    def receive(self) -> str:
        """Return the messages that have arrived since the last call, as a JSON array."""
        return str(self._receive())

    def let_events_in(self) -> bool:
        """Let the event loop turn once, under JSPI; else look at the shared flag, if any."""
        if self._can_suspend():
            self._suspend(self._bridge.turn())
            return False
        return bool(self._bridge.isInterrupted())

    def sleep(self, seconds: float) -> None:
        """Wait; under JSPI the event loop turns meanwhile and a message ends the wait."""
        if self._can_suspend():
            self._suspend(self._bridge.wait(seconds * 1000))
        elif not self._bridge.block(seconds * 1000):
            self._block(seconds)

    def handle_value(self, name: str | None) -> None:
        """Note which value is being pickled or read, where the worker finds it afterwards."""
        self._bridge.handledValue = name

    def clock(self) -> float:
        """Return seconds from an arbitrary start; never goes back."""
        return time.monotonic()
