"""The web as the links of the tests lead to it, answered inside the browser.

The answers of GitHub were written here, in the format of its documentation for
``GET /gists/{gist_id}`` (https://docs.github.com/en/rest/gists/gists#get-a-gist). None was
recorded, and fields that nobody reads are left out.
"""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Request, Route

USER = "ann"
GIST = "0123456789abcdef0123456789abcdef"
REVISION = "89abcdef0123456789abcdef0123456789abcdef"
PAGE = f"https://gist.github.com/{USER}/{GIST}"
RAW = f"https://gist.githubusercontent.com/{USER}/{GIST}/raw"
API = f"https://api.github.com/gists/{GIST}"

#: What an owner who wants to be asked writes into the page; in place before its code runs.
ASK_FIRST = """
new MutationObserver((_, observer) => {
    const rule = document.querySelector("meta[name=tabstream-links]");
    if (!rule) return;
    rule.content = "ask";
    observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""

#: What a host says that lets any site read its files.
OPEN_TO_ALL = {"access-control-allow-origin": "*"}


def code_of(**files: str) -> str:
    """Write a project as docs/links.md says; the first file is the script."""
    contents = {name.replace("_py", ".py"): text.encode() for name, text in files.items()}
    head = {
        "entry": next(iter(contents)),
        "files": [[name, len(content)] for name, content in contents.items()],
    }
    deflate = zlib.compressobj(9, wbits=-15)
    content = json.dumps(head).encode() + b"\n" + b"".join(contents.values())
    packed = deflate.compress(content) + deflate.flush()
    return "1." + base64.urlsafe_b64encode(packed).decode().rstrip("=")


class World:
    """Addresses and what they answer. What has no answer is a 404 that any site may read."""

    def __init__(self, context: BrowserContext) -> None:
        self._answers: dict[str, tuple[int, bytes, dict[str, str]]] = {}
        self.asked: list[str] = []
        context.route(lambda url: urlsplit(url).hostname != "127.0.0.1", self._answer)

    def put(self, url: str, content: str | bytes, *, status: int = 200, **headers: str) -> None:
        """Let an address answer; `_` in a header's name stands for `-`."""
        body = content.encode() if isinstance(content, str) else content
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._answers[url] = (status, body, OPEN_TO_ALL | named)

    def put_gist(self, files: dict[str, str]) -> None:
        """Let GitHub have a gist with these files, the first of which is its raw file."""
        for number, (name, content) in enumerate(files.items()):
            addresses = [f"{RAW}/{quote(name)}", _raw_url(name)]
            for url in addresses + [RAW, f"{RAW}/{REVISION}"] * (number == 0):
                self.put(url, content)
        answer = {
            "url": API,
            "id": GIST,
            "html_url": PAGE,
            "public": True,
            "files": {name: _described(name, content) for name, content in files.items()},
            "owner": {"login": USER, "id": 1},
            "history": [{"version": REVISION}],
            "truncated": False,
        }
        for url in (API, f"{API}/{REVISION}"):
            self.put(url, json.dumps(answer), etag='W/"1"')

    def put_repository(self, ref: str, files: dict[str, str]) -> None:
        """Let GitHub have these files in the repository ``ann/apps``, at a branch.

        In the format of https://docs.github.com/en/rest/git/trees#get-a-tree.
        """
        blobs = [
            {"path": path, "mode": "100644", "type": "blob", "size": len(text.encode())}
            for path, text in files.items()
        ]
        answer = {"sha": "0" * 40, "tree": blobs, "truncated": False}
        tree = f"https://api.github.com/repos/{USER}/apps/git/trees/{ref}?recursive=1"
        self.put(tree, json.dumps(answer))
        for path, text in files.items():
            self.put(f"https://raw.githubusercontent.com/{USER}/apps/{ref}/{path}", text)

    def use_up_limit(self) -> None:
        """Let GitHub's API answer as when the 60 requests of the hour are used up."""
        message = {"message": "API rate limit exceeded for 203.0.113.7."}
        exposed = "X-RateLimit-Remaining, X-RateLimit-Reset"
        self.put(
            API,
            json.dumps(message),
            status=403,
            access_control_expose_headers=exposed,
            x_ratelimit_remaining="0",
        )

    def _answer(self, route: Route, request: Request) -> None:
        self.asked.append(request.url)
        url = unquote(request.url) if request.url not in self._answers else request.url
        status, body, headers = self._answers.get(url, (404, b"404: Not Found", OPEN_TO_ALL))
        route.fulfill(status=status, body=body, headers=headers)


def _raw_url(name: str) -> str:
    return f"{RAW}/{REVISION}/{quote(name)}"


def _described(name: str, content: str) -> dict[str, object]:
    return {
        "filename": name,
        "type": "application/x-python" if name.endswith(".py") else "text/plain",
        "language": "Python" if name.endswith(".py") else None,
        "raw_url": _raw_url(name),
        "size": len(content.encode()),
        "truncated": False,
        "content": content,
        "encoding": "utf-8",
    }


def link_to(site: str, script: str) -> str:
    """Return the address of the page that opens a script."""
    return f"{site}?script={quote(script, safe=':/')}"
