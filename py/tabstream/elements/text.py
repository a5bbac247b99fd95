"""Text: what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.text import Alignment, Text, Width
from tabstream.elements.block import Block, dedented

if TYPE_CHECKING:
    from tabstream.elements import DeltaGenerator


class TextElements(Block):
    """The elements that write text."""

    def text(
        self,
        body: Any,
        *,
        help: str | None = None,
        width: Width = "content",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> DeltaGenerator:
        """Write text as it is, without markdown.

        Parameters
        ----------
        body
            The text; anything else is turned into text by ``str``.
        help
            Markdown that a tooltip beside the text shows.
        width
            "stretch", "content", or pixels.
        text_alignment
            "left", "center", "right" or "justify".
        wrap
            Whether long lines are broken.

        Examples
        --------
        >>> import tabstream as st
        >>> line = st.text("2 < 3")
        """
        return self.draw(Text(str(body), dedented(help), width, text_alignment, wrap))
