"""What the browser has stored of cached results, seen from a page of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_OPEN = """
const open = async () => {
  const there = await indexedDB.databases();
  if (!there.some(({ name }) => name === "tabstream results")) return null;
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("tabstream results");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
};
const all = (database, store, method) => new Promise((resolve) => {
  const request = database.transaction(store).objectStore(store)[method]();
  request.onsuccess = () => resolve(request.result);
});
"""

_LISTEN = """() => {
  const channel = new BroadcastChannel("tabstream results");
  window.news = new Promise((resolve) => {
    channel.onmessage = ({ data }) => data.type === "put" && resolve();
  });
}"""

_COUNT = f"""async () => {{
  {_OPEN}
  const database = await open();
  if (!database) return [0, 0];
  const counts = [await all(database, "about", "count"), await all(database, "content", "count")];
  database.close();
  return counts;
}}"""

_WAIT = f"""async (wanted) => {{
  const count = {_COUNT};
  while (String(await count()) !== String([wanted, wanted])) {{
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }}
}}"""

_DAMAGE = f"""async () => {{
  {_OPEN}
  const database = await open();
  const keys = await all(database, "content", "getAllKeys");
  const contents = await all(database, "content", "getAll");
  const transaction = database.transaction("content", "readwrite");
  keys.forEach((key, place) => {{
    const bytes = new Uint8Array(contents[place]);
    bytes[bytes.length - 2] ^= 1;
    transaction.objectStore("content").put(bytes.buffer, key);
  }});
  await new Promise((resolve) => {{ transaction.oncomplete = resolve; }});
  database.close();
  return keys.length;
}}"""

_DELETE = """() => new Promise((resolve) => {
  const request = indexedDB.deleteDatabase("tabstream results");
  request.onsuccess = resolve;
})"""


class StoredResults:
    """The database of cached results.

    Parameters
    ----------
    page
        A tab with a page of the site.
    """

    def __init__(self, page: Page) -> None:
        self._page = page

    def expect(self, count: int) -> None:
        """Wait until so many are stored, each whole."""
        self._page.evaluate(_WAIT, count)

    def damage(self) -> int:
        """Change a bit of each; return how many there are."""
        return int(self._page.evaluate(_DAMAGE))

    def listen(self) -> None:
        """Note what other tabs tell of results from here on."""
        self._page.evaluate(_LISTEN)

    def expect_news(self) -> None:
        """Wait until another tab has told that it stored a result, and a turn longer."""
        self._page.evaluate("() => window.news.then(() => new Promise(requestAnimationFrame))")

    def delete(self) -> None:
        """Delete the database, as a person may do in the browser's settings."""
        self._page.evaluate(_DELETE)
