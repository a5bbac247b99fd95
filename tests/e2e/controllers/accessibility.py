"""What axe finds on a page (https://github.com/dequelabs/axe-core)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

_RUN = """async ([within, passedOver]) => {
    const rules = Object.fromEntries(passedOver.map((id) => [id, { enabled: false }]));
    const options = { resultTypes: ["violations"], iframes: false, rules };
    const { violations } = await axe.run(within ?? document, options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) =>
        `${id}: ${help}\\n${html.slice(0, 300)}\\n${failureSummary}`));
}"""

#: A colour half way between two themes says nothing of either. What always moves is left alone.
_SETTLED = """() => Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime))
    .map(({ finished }) => finished))
"""

#: Also what scrolls the page while the document itself does not: the app's own box.
_TOO_WIDE = """() => [document.scrollingElement, ...document.querySelectorAll(".ts-page, .ts-unit")]
    .filter(({ scrollWidth }) => scrollWidth > innerWidth)
    .map((box) => `${box.className}: ${box.scrollWidth} px`)
"""


def expect_no_violation(
    page: Page | Frame, passed_over: tuple[str, ...] = (), *, within: str | None = None
) -> None:
    """Check the page as it is, once its transitions are over, with every rule that axe has.

    A frame in it is checked by itself; what the page has in there, its heading, is passed over.
    `within` is a selector, where the rest of the page is somebody else's.
    """
    page.evaluate(_SETTLED)
    # Not as a script element: the page's content policy forbids a script from elsewhere.
    page.evaluate(_axe())
    violations: list[str] = page.evaluate(_RUN, [within, list(passed_over)])
    assert not violations, "\n\n".join(violations)


def expect_no_sideways_scroll(page: Page) -> None:
    """Check that nothing is wider than the window."""
    excess: list[str] = page.evaluate(_TOO_WIDE)
    assert not excess, "\n".join(excess)


@cache
def _axe() -> str:
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
