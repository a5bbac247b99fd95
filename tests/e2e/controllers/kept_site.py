"""What the service worker keeps of a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_NAMES = """async () => {
    const [name] = (await caches.keys()).filter((name) => name.startsWith("tabstream "));
    if (!name) return [];
    const scope = name.slice("tabstream ".length);
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => url.slice(scope.length));
}"""

#: What is kept is on its way while the test looks.
TIMEOUT_MS = 60_000


@dataclass
class KeptSite:
    """What the service worker keeps, seen from a page of the site."""

    page: Page

    @property
    def names(self) -> list[str]:
        """What is kept: paths, each with what stands for its content."""
        names: list[str] = self.page.evaluate(_NAMES)
        return names

    def expect(self, *parts: str) -> None:
        """Wait until something is kept that has each of these in its name."""
        self._wait(
            f"""async (parts) => {{
                const names = await ({_NAMES})();
                return parts.every((part) => names.some((name) => name.includes(part)));
            }}""",
            list(parts),
        )

    def expect_remembered(self, part: str) -> None:
        """Expect that an engine may remember what it compiled of a script that is kept.

        It does for what came from an address, and not for a response that was made here.
        """
        address = self.page.evaluate(
            """async (part) => {
                for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    const found = (await cache.keys()).find(({ url }) => url.includes(part));
                    if (found) return (await cache.match(found)).url;
                }
            }""",
            part,
        )
        assert part in address

    def expect_worker(self, *, there: bool = True) -> None:
        """Wait until the site has a service worker that is at work, or none at all."""
        self._wait(
            """async (there) => {
                const all = await navigator.serviceWorker.getRegistrations();
                return there ? all.some(({ active, installing, waiting }) =>
                    active?.state === "activated" && !installing && !waiting) : all.length === 0;
            }""",
            there,
        )

    def _wait(self, is_so: str, arg: object) -> None:
        """Wait for what a page can only tell later, which Playwright's own waiting does not."""
        was_so = self.page.evaluate(
            f"""async ([arg, timeout]) => {{
                const isSo = {is_so};
                const end = performance.now() + timeout;
                while (performance.now() < end) {{
                    if (await isSo(arg)) return true;
                    await new Promise((resolve) => setTimeout(resolve, 50));
                }}
                return false;
            }}""",
            [arg, TIMEOUT_MS],
        )
        assert was_so, self.names

    def forget(self, part: str) -> None:
        """Remove what has this in its name."""
        self.page.evaluate(
            """async (part) => {
                for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    for (const { url } of await cache.keys()) {
                        if (url.includes(part)) await cache.delete(url);
                    }
                }
            }""",
            part,
        )
