"""Who is answered, and the headers of every answer.

The folder of a script is the person's own, and any page on the web can send requests to this
machine. What keeps it private:

- no answer carries a CORS header, so another origin's scripts cannot read it;
- ``Cross-Origin-Resource-Policy`` keeps it from being embedded unread, as a script or an image;
- a request must name this machine (``Host``). Otherwise a page could let its own name point to
  this machine (DNS rebinding) and be of the same origin as we are.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: What is below this is the person's own; the rest is the public site.
PRIVATE_PREFIX = "/_app"

#: With these a page may share memory with its workers, which lets Stop end any loop.
ISOLATION = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "credentialless",
}


@dataclass(frozen=True)
class Guard:
    """Answers only those who may ask."""

    app: ASGIApp
    isolated: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        private = scope["path"].startswith(PRIVATE_PREFIX)
        refusal = refuse(Headers(scope=scope), private=private)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # Checked again by its ETag each time: a rebuilt site and a saved file must show.
                headers["cache-control"] = "no-cache"
                headers["x-content-type-options"] = "nosniff"
                if private:
                    headers["cross-origin-resource-policy"] = "same-origin"
                if self.isolated:
                    headers.update(ISOLATION)
            await send(message)

        app = PlainTextResponse(refusal, 403) if refusal else self.app
        await app(scope, receive, send_guarded)


def refuse(headers: Headers, *, private: bool) -> str | None:
    """Tell why a request is refused, or None when it is not."""
    host = headers.get("host", "")
    if not is_this_machine(host):
        return f"This server answers to localhost and to IP addresses, not to {host!r}.\n"
    if private and headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return "The files of an app are for the page of this server alone.\n"
    return None


def is_this_machine(host: str) -> bool:
    """Tell whether a Host header cannot be a name that somebody else controls."""
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    if name == "localhost":
        return True
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True
