"""Headings of three levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tabstream._protocol.elements.text import Heading
from tabstream.elements.arguments import read_alignment, read_icon, read_text, read_width
from tabstream.elements.block import Block, dedented
from tabstream.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from tabstream._protocol.elements.text import Alignment, Width
    from tabstream.elements import DeltaGenerator

Anchor: TypeAlias = str | Literal[False] | None

_DIVIDERS = ("red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "rainbow")


class HeadingElements(Block):
    """The elements that head a part of the page."""

    def title(
        self,
        body: Any,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> DeltaGenerator:
        """Write the page's title.

        Parameters
        ----------
        body
            Markdown.
        anchor
            What a link to it ends with; made from the text by default. False: no link.
        help
            Markdown that a tooltip beside it shows.
        icon
            An emoji or ``:material/name:`` in front of it.
        width
            "stretch", "content", or pixels.
        text_alignment
            "left", "center", "right" or "justify".
        wrap
            Whether long lines are broken.

        Examples
        --------
        >>> import tabstream as st
        >>> title = st.title("Sales of *2024*")
        """
        return self._heading(1, body, anchor, help, icon, False, width, text_alignment, wrap)

    def header(
        self,
        body: Any,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        divider: bool | str = False,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> DeltaGenerator:
        """Write the heading of a section.

        Parameters
        ----------
        body
            Markdown.
        anchor
            What a link to it ends with; made from the text by default. False: no link.
        help
            Markdown that a tooltip beside it shows.
        icon
            An emoji or ``:material/name:`` in front of it.
        divider
            Whether a line is drawn below it: True for one colour after the other, or the name of
            a colour, or "rainbow".
        width
            "stretch", "content", or pixels.
        text_alignment
            "left", "center", "right" or "justify".
        wrap
            Whether long lines are broken.

        Examples
        --------
        >>> import tabstream as st
        >>> header = st.header("By country", divider="blue")
        """
        return self._heading(2, body, anchor, help, icon, divider, width, text_alignment, wrap)

    def subheader(
        self,
        body: Any,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        divider: bool | str = False,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> DeltaGenerator:
        """Write the heading of a part of a section.

        Parameters
        ----------
        body
            Markdown.
        anchor
            What a link to it ends with; made from the text by default. False: no link.
        help
            Markdown that a tooltip beside it shows.
        icon
            An emoji or ``:material/name:`` in front of it.
        divider
            Whether a line is drawn below it: True for one colour after the other, or the name of
            a colour, or "rainbow".
        width
            "stretch", "content", or pixels.
        text_alignment
            "left", "center", "right" or "justify".
        wrap
            Whether long lines are broken.

        Examples
        --------
        >>> import tabstream as st
        >>> subheader = st.subheader("France")
        """
        return self._heading(3, body, anchor, help, icon, divider, width, text_alignment, wrap)

    def _heading(
        self,
        level: Literal[1, 2, 3],
        body: Any,
        anchor: Anchor,
        help: str | None,
        icon: str | None,
        divider: bool | str,
        width: Width,
        alignment: Alignment,
        wrap: bool,
    ) -> DeltaGenerator:
        return self.draw(
            Heading(
                level,
                read_text(body),
                _read_anchor(anchor) or None,
                anchor is not False,
                dedented(help),
                read_icon(icon),
                _read_divider(divider),
                read_width(width),
                read_alignment(alignment),
                wrap,
            )
        )


def _read_anchor(anchor: object) -> Anchor:
    if anchor is None or anchor is False or isinstance(anchor, str):
        return anchor
    if anchor is True:
        raise StreamlitValueError("anchor", ["a text", "None", "False"], anchor)
    raise StreamlitInvalidParameterTypeError("anchor", ["a text", "None", "False"], anchor)


def _read_divider(divider: bool | str) -> str | None:
    if not divider:
        return None
    if divider is True:
        return "auto"
    if divider in _DIVIDERS:
        return divider
    raise StreamlitValueError("divider", ["True", *map(repr, _DIVIDERS)], divider)
