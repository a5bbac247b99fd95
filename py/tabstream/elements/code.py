"""Programs, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.text import Code
from tabstream.elements.arguments import read_height, read_width
from tabstream.elements.block import Block

if TYPE_CHECKING:
    from tabstream._protocol.elements.text import Height, Width
    from tabstream.elements import DeltaGenerator


class CodeElements(Block):
    """The element that shows code."""

    def code(
        self,
        body: Any,
        language: str | None = "python",
        *,
        line_numbers: bool = False,
        wrap_lines: bool = False,
        height: Height | None = "content",
        width: Width = "stretch",
    ) -> DeltaGenerator:
        r"""Show code, with colours and a button that copies it.

        Parameters
        ----------
        body
            The code. One line break at each end is left out.
        language
            The language that it is written in; None for text without colours.
        line_numbers
            Whether the lines are numbered.
        wrap_lines
            Whether long lines are broken.
        height
            "content", "stretch", or pixels.
        width
            "stretch", "content", or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> block = st.code("for i in range(3):\n    print(i)")
        """
        return self.draw(
            Code(
                str(body).removeprefix("\n").removesuffix("\n"),
                language if language is not None else "plaintext",
                line_numbers,
                wrap_lines,
                read_width(width),
                read_height("content" if height is None else height),
            )
        )
