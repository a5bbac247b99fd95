"""``urllib.request`` in a browser, and with it ``pd.read_csv(url)``.

A browser gives Python no sockets, but it asks for addresses by itself. `requests` knows that
already. `urllib` learns it here, when a script first imports it and not before: it is slow to
import, and few scripts need it.
"""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from urllib.request import Request

#: The browser sets these itself and refuses them from others; `user-agent` would make it ask the
#: host for leave first.
_NOT_OURS = frozenset(
    ("accept-encoding", "connection", "content-length", "host", "origin", "referer", "user-agent")
)

#: What the browser has undone before we see the bytes.
_UNDONE = ("content-encoding", "content-length", "transfer-encoding")


class Answer(NamedTuple):
    """What came back for a request."""

    #: Where it came from in the end.
    url: str
    status: int
    reason: str
    #: As HTTP writes them, a line each.
    headers: str
    body: bytes


class Ask(Protocol):
    """Asks for an address and waits for the answer.

    Raises ``TimeoutError`` and, when there is none, ``ConnectionError``.
    """

    def __call__(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float | None,
    ) -> Answer: ...


def serve_urllib(ask: Ask) -> None:
    """Let `urllib.request` ask by `ask`, from its import on."""
    if "urllib.request" in sys.modules:
        _install_opener(sys.modules["urllib.request"], ask)
    else:
        sys.meta_path.insert(0, _UrllibFinder(ask))


class _UrllibFinder(MetaPathFinder):
    """Finds the one module where it is, and adds to it once it is loaded."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if fullname != "urllib.request":
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _UrllibLoader(spec.loader, self._ask)
        return spec


class _UrllibLoader(Loader):
    def __init__(self, loader: Any, ask: Ask) -> None:
        self._loader = loader
        self._ask = ask

    def __getattr__(self, name: str) -> Any:
        # Whoever wants the source asks the loader that has it.
        return getattr(self._loader, name)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        _install_opener(module, self._ask)


def _install_opener(urllib_request: Any, ask: Ask) -> None:
    class Handler(urllib_request.BaseHandler):  # type: ignore[misc]  # its module came in
        handler_order = 100  # before those that would open a socket

        def http_open(self, request: Request) -> Any:
            return _answered(request, ask)

        https_open = http_open

    urllib_request.install_opener(urllib_request.build_opener(Handler))


def _answered(request: Request, ask: Ask) -> Any:
    """Return what ``urlopen`` answers, with the names of an ``http.client.HTTPResponse``."""
    from email.parser import HeaderParser
    from io import BytesIO
    from urllib.error import URLError
    from urllib.response import addinfourl

    # Not a number when the script has none: then it is a mark of the socket module.
    timeout = request.timeout if isinstance(request.timeout, int | float) else None
    sent = {name: value for name, value in request.header_items() if name.lower() not in _NOT_OURS}
    try:
        answer = ask(request.get_method(), request.full_url, sent, _bytes(request), timeout)
    except ConnectionError as error:
        raise URLError(error) from None
    headers = HeaderParser().parsestr(answer.headers)
    for name in _UNDONE:
        del headers[name]
    response: Any = addinfourl(BytesIO(answer.body), headers, answer.url, answer.status)
    response.reason = response.msg = answer.reason
    response.getheader = headers.get
    response.getheaders = headers.items
    return response


def _bytes(request: Request) -> bytes | None:
    """Return a request's body, which may be a file or come in pieces."""
    data: Any = request.data
    if data is None or isinstance(data, bytes):
        return data
    return bytes(data.read()) if hasattr(data, "read") else b"".join(data)
