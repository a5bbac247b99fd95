"""What the page has kept in the browser's storage, beside cached results."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_UNTIL_ANY = """async (store) => {
    const opening = indexedDB.open("tabstream");
    await new Promise((resolve) => { opening.onsuccess = resolve; });
    const keys = IDBKeyRange.bound([store], [store, []]);
    for (let count = 0; count === 0; ) {
        const entries = opening.result.transaction("entries").objectStore("entries");
        const counting = entries.count(keys);
        await new Promise((resolve) => { counting.onsuccess = resolve; });
        count = counting.result;
    }
    opening.result.close();
}"""


def expect_stored(page: Page, store: str) -> None:
    """Wait until there is an entry in a store.

    Nothing that a person waits for waits until something is kept, so a test that comes back for
    it has to. The page must have used its storage before: what opens a database first makes it.
    """
    page.evaluate(_UNTIL_ANY, store)
