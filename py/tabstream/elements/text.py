"""Text: what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.text import Caption, Divider, Latex, Markdown, Text
from tabstream.elements.arguments import (
    STRETCH,
    read_alignment,
    read_icon,
    read_text,
    read_width,
)
from tabstream.elements.block import Block, dedented
from tabstream.elements.types import comes_from

if TYPE_CHECKING:
    from tabstream._protocol.elements.text import Alignment, Width
    from tabstream.elements import DeltaGenerator

_WIDTHS_OF_MARKDOWN = ("auto", "stretch", "content")


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
        return self.draw(
            Text(
                read_text(body),
                dedented(help),
                read_width(width),
                read_alignment(text_alignment),
                wrap,
            )
        )

    def markdown(
        self,
        body: Any,
        unsafe_allow_html: bool = False,
        *,
        help: str | None = None,
        width: Width = "auto",
        text_alignment: Alignment = "left",
        anchors: bool = True,
        wrap: bool = True,
    ) -> DeltaGenerator:
        r"""Write markdown.

        GitHub's markdown, and with it emojis (``:balloon:``), icons (``:material/check:``),
        colours (``:red[no]``, ``:blue-background[so]``), badges (``:green-badge[new]``) and LaTeX
        between dollar signs.

        Parameters
        ----------
        body
            The markdown. The indentation that it has in the script is taken away.
        unsafe_allow_html
            Whether HTML in it counts; it is shown as text otherwise.
        help
            Markdown that a tooltip beside the text shows.
        width
            "stretch", "content", pixels, or "auto" for what the place asks for.
        text_alignment
            "left", "center", "right" or "justify".
        anchors
            Whether headings in it can be linked to.
        wrap
            Whether long lines are broken.

        Examples
        --------
        >>> import tabstream as st
        >>> note = st.markdown("**Euler**: :blue[$e^{i\\pi} + 1 = 0$]")
        """
        return self.draw(
            Markdown(
                read_text(body),
                bool(unsafe_allow_html),
                dedented(help),
                read_width(width, _WIDTHS_OF_MARKDOWN),
                read_alignment(text_alignment),
                anchors,
                wrap,
                False,
            )
        )

    def caption(
        self,
        body: Any,
        unsafe_allow_html: bool = False,
        *,
        help: str | None = None,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> DeltaGenerator:
        """Write something by the way, small and muted.

        Parameters
        ----------
        body
            Markdown.
        unsafe_allow_html
            Whether HTML in it counts; it is shown as text otherwise.
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
        >>> source = st.caption("Source: Eurostat")
        """
        return self.draw(
            Caption(
                read_text(body),
                bool(unsafe_allow_html),
                dedented(help),
                read_width(width),
                read_alignment(text_alignment),
                wrap,
            )
        )

    def latex(
        self, body: Any, *, help: str | None = None, width: Width = "stretch"
    ) -> DeltaGenerator:
        """Write a formula on lines of its own.

        Parameters
        ----------
        body
            LaTeX, or a SymPy expression.
        help
            Markdown that a tooltip beside the formula shows.
        width
            "stretch", "content", or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> formula = st.latex(r"a^2 + b^2 = c^2")
        """
        if comes_from(body, "sympy"):
            from importlib import import_module

            body = import_module("sympy").latex(body)
        return self.draw(Latex(read_text(body), dedented(help), read_width(width)))

    def divider(self, *, width: Width = "stretch") -> DeltaGenerator:
        """Draw a horizontal line.

        Parameters
        ----------
        width
            "stretch", or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> line = st.divider()
        """
        return self.draw(Divider(read_width(width, STRETCH)))

    def badge(
        self,
        label: str,
        *,
        icon: str | None = None,
        color: str = "blue",
        width: Width = "content",
        help: str | None = None,
    ) -> DeltaGenerator:
        """Draw a small coloured label.

        Parameters
        ----------
        label
            Markdown of one line.
        icon
            An emoji or ``:material/name:`` in front of it.
        color
            "red", "orange", "yellow", "blue", "green", "violet", "gray" or "primary".
        width
            "stretch", "content", or pixels.
        help
            Markdown that a tooltip beside it shows.

        Examples
        --------
        >>> import tabstream as st
        >>> badge = st.badge("new", icon=":material/check:", color="green")
        """
        text = str(label).replace("[", "\\[").replace("]", "\\]")
        if read_icon(icon):
            text = f"{icon} {text}"
        width = read_width(width)
        return self.draw(
            Markdown(
                f":{color}-badge[{text}]", False, dedented(help), width, "left", True, True, False
            )
        )
