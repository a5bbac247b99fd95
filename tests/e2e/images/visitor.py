"""A person who visits apps again and again, and what their browser keeps of Python's memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers import App
from server import PREFIX

if TYPE_CHECKING:
    from hosts import Host
    from playwright.sync_api import Page

HELLO = f"{PREFIX}?script=apps/images/app.py"

#: What the browser keeps of Python for this site, each file with its size.
FIND = """async () => {
    const found = [];
    if (navigator.storage.getDirectory) {
        const root = await navigator.storage.getDirectory();
        for await (const folder of root.values()) {
            for await (const file of folder.values()) {
                // One that is being written grows in another file beside it.
                if (file.name.endsWith(".crswap")) continue;
                const size = await file.getFile().then((content) => content.size, () => 0);
                found.push([decodeURIComponent(file.name), size]);
            }
        }
    }
    for (const name of await caches.keys()) {
        if (!name.startsWith("tabstream-images")) continue;
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const size = (await (await cache.match(request)).blob()).size;
            found.push([decodeURIComponent(new URL(request.url).pathname.slice(1)), size]);
        }
    }
    return found.filter(([, size]) => size > 0);
}"""

#: Wait until as many of a kind are kept; the last found are looked at in any case.
WAIT = f"""async ([kind, count]) => {{
    const end = performance.now() + 90_000;
    const found = async () => (await ({FIND})()).filter(([name]) => name.includes(kind));
    while ((await found()).length !== count && performance.now() < end) {{
        await new Promise(requestAnimationFrame);
    }}
}}"""

#: Cut every kept file.
CUT = """async () => {
    const root = await navigator.storage.getDirectory();
    for await (const folder of root.values()) {
        for await (const file of folder.values()) {
            const half = (await file.getFile()).slice(0, 1_000_000);
            const writable = await file.createWritable();
            await half.stream().pipeTo(writable);
        }
    }
}"""


class Visitor:
    """A person's browser, and the host of the site that they visit."""

    def __init__(self, page: Page, host: Host) -> None:
        self.page = page
        self.host = host

    def visit(self, query: str = HELLO) -> list[str]:
        """Open an app in the same tab; return what was asked of the host for it."""
        self.host.requests.clear()
        # Not the same document again.
        self.page.goto("about:blank")
        App(self.page, self.host.origin + query).open().expect_no_error()
        return [path.removeprefix(PREFIX) for path in self.host.requests]

    @property
    def kept(self) -> dict[str, int]:
        """The sizes of the images that are kept, by their kinds."""
        return {kind_of(path): size for path, size in self._files if path.endswith(".image")}

    @property
    def kept_program(self) -> int:
        """The size of what is kept of the core's program; waits until there is something."""
        self.page.evaluate(WAIT, [".wasm", 1])
        return sum(size for path, size in self._files if ".wasm" in path)

    @property
    def _files(self) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = self.page.evaluate(FIND)
        return found

    def expect_kept(self, *kinds: str) -> None:
        """Wait until these images are kept."""
        self.page.evaluate(WAIT, [".image", len(kinds)])
        assert set(self.kept) == set(kinds)


def kind_of(path: str) -> str:
    """Return the first part of an image's name."""
    return path.rpartition("/")[2].partition("-")[0]


def images(requests: list[str]) -> list[str]:
    """Return which images were fetched."""
    return [kind_of(path) for path in requests if path.endswith(".image")]


def fetches_program(requests: list[str]) -> bool:
    """Return whether the core's program was fetched."""
    return any(".wasm" in path for path in requests)


def is_plain(requests: list[str]) -> bool:
    """Return whether Python was started from its own library."""
    return "pyodide/python_stdlib.zip" in requests
