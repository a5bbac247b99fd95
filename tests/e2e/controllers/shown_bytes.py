"""What a person is shown of the bytes of a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

#: For pages: notes what is shown, from the first moment on.
NOTE_SHOWN_BYTES = """
    window.seen = [];
    new MutationObserver(() => {
        const bar = document.querySelector('[role="progressbar"]');
        const value = bar?.getAttribute("aria-valuetext");
        if (value && value !== window.seen.at(-1)) window.seen.push(value);
    }).observe(document, { subtree: true, childList: true, attributes: true });
"""


def shown_bytes(page: Page | Frame) -> tuple[list[float], list[float]]:
    """Return what was shown as loaded, and of how much, in megabytes and in order."""
    seen = [text.removesuffix(" MB").split(" of ") for text in page.evaluate("window.seen")]
    totals = [float(words[1]) for words in seen if float(words[1]) > 0]
    return [float(words[0]) for words in seen], totals
