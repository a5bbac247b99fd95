"""Files that a person picks in the browser, and saves again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: In place of the browser's own questions, which no test can answer.
_PICKERS = """
const disk = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle("disk", { create: true });
};
const first = async (kind) => {
    for await (const handle of (await disk()).values()) if (handle.kind === kind) return handle;
};
window.showOpenFilePicker = async () => [await first("file")];
window.showDirectoryPicker = () => first("directory");
"""

_WRITE = """async ([path, text]) => {
    const folders = path.split("/");
    const name = folders.pop();
    let folder = await navigator.storage.getDirectory();
    // Not the root: what the site itself keeps lies there, too.
    for (const inner of ["disk", ...folders]) {
        folder = await folder.getDirectoryHandle(inner, { create: true });
    }
    const file = await folder.getFileHandle(name, { create: true });
    const writer = await file.createWritable();
    await writer.write(text);
    await writer.close();
}"""


_READ = """async (path) => {
    const folders = path.split("/");
    const name = folders.pop();
    let folder = await navigator.storage.getDirectory();
    for (const inner of ["disk", ...folders]) folder = await folder.getDirectoryHandle(inner);
    return (await (await folder.getFileHandle(name)).getFile()).text();
}"""


class Disk:
    """The origin's private file system in the part of a person's disk: its handles are real.

    Its first file, or its first folder, is what the person picks.

    Parameters
    ----------
    page
        The tab; it must be at the site when a file is saved.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        page.add_init_script(_PICKERS)

    def save(self, path: str, text: str) -> None:
        """Save a file, as an editor does."""
        self._page.evaluate(_WRITE, [path, text])

    def read(self, path: str) -> str:
        """Return what is in a file."""
        text = self._page.evaluate(_READ, path)
        assert isinstance(text, str)
        return text
