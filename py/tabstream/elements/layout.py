"""Where things stand: containers, columns, places, and room between them."""

from __future__ import annotations

from operator import index
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Empty
from tabstream._protocol.elements.layout import Column, FlexContainer, Space
from tabstream.elements.arguments import (
    SIZES,
    STRETCH,
    read_choice,
    read_gap,
    read_height,
    read_width,
)
from tabstream.elements.block import Block
from tabstream.errors import (
    StreamlitInvalidColumnSpecError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabstream._protocol.elements.layout import (
        Gap,
        HorizontalAlignment,
        VerticalAlignment,
    )
    from tabstream._protocol.elements.text import Height, Width
    from tabstream.elements import DeltaGenerator

_HORIZONTAL: tuple[HorizontalAlignment, ...] = ("left", "center", "right", "distribute")
_VERTICAL: tuple[VerticalAlignment, ...] = ("top", "center", "bottom", "distribute")


class LayoutElements(Block):
    """The elements that others stand in, or that only take up room."""

    def container(
        self,
        *,
        border: bool | None = None,
        key: str | int | None = None,
        width: Width = "stretch",
        height: Height = "content",
        horizontal: bool = False,
        wrap: bool = True,
        horizontal_alignment: HorizontalAlignment = "left",
        vertical_alignment: VerticalAlignment = "top",
        gap: Gap = "small",
        autoscroll: bool | None = None,
    ) -> DeltaGenerator:
        """Open a container: what is drawn into it stands together, whenever it is drawn.

        Parameters
        ----------
        border
            Whether it has a border; None for one around content that scrolls.
        key
            A name of its own; the container has the class ``st-key-…`` on the page.
        width
            "stretch", "content", or pixels.
        height
            "content", "stretch", or pixels: content that is higher scrolls.
        horizontal
            Whether the elements stand side by side.
        wrap
            Whether those that find no room there go to the next line.
        horizontal_alignment
            "left", "center", "right" or "distribute".
        vertical_alignment
            "top", "center", "bottom" or "distribute".
        gap
            The room between two elements: a size from "xxsmall" to "xxlarge", pixels, or None.
        autoscroll
            Whether scrolling content keeps its end in sight.

        Examples
        --------
        >>> import tabstream as st
        >>> results = st.container(border=True)
        >>> st.write("Drawn first, shown below the results")
        >>> with results:
        ...     st.write("Drawn last, shown first")
        """
        height = read_height(height)
        has_border = isinstance(height, int) if border is None else bool(border)
        message = FlexContainer(
            "horizontal" if horizontal else "vertical",
            wrap and horizontal,
            read_gap(gap),
            read_choice("horizontal_alignment", horizontal_alignment, _HORIZONTAL),
            read_choice("vertical_alignment", vertical_alignment, _VERTICAL),
            has_border,
            read_width(width),
            height,
            autoscroll,
        )
        return self.draw(message, key=key)

    def columns(
        self,
        spec: int | Sequence[float],
        *,
        gap: Gap = "small",
        vertical_alignment: VerticalAlignment = "top",
        border: bool = False,
        width: Width = "stretch",
        wrap: bool = True,
    ) -> Sequence[DeltaGenerator]:
        """Open containers side by side.

        Parameters
        ----------
        spec
            How many; or a list of their relative widths.
        gap
            The room between two of them: a size from "xxsmall" to "xxlarge", pixels, or None.
        vertical_alignment
            "top", "center" or "bottom".
        border
            Whether each has a border.
        width
            "stretch", or pixels: that of all together.
        wrap
            Whether they stand one below the other where there is little room.

        Returns
        -------
        list of DeltaGenerator
            The containers, from left to right.

        Examples
        --------
        >>> import tabstream as st
        >>> narrow, wide = st.columns([1, 3])
        >>> narrow.write("Filters")
        >>> with wide:
        ...     st.write("Chart")
        """
        weights = _read_weights(spec)
        gap = read_gap(gap)
        alignment = read_choice("vertical_alignment", vertical_alignment, _VERTICAL[:3])
        row = self.draw(
            FlexContainer(
                "horizontal",
                wrap,
                gap,
                "left",
                "stretch",
                False,
                read_width(width, STRETCH),
                "content",
                None,
            )
        )
        total = sum(weights)
        return [row.draw(Column(weight / total, gap, alignment, border)) for weight in weights]

    def empty(self) -> DeltaGenerator:
        """Make a place for one element: each that is drawn into it takes the place of the last.

        Returns
        -------
        DeltaGenerator
            The place. Its `container` puts several elements there, its `empty` clears it.

        Examples
        --------
        >>> import tabstream as st
        >>> countdown = st.empty()
        >>> for seconds in (3, 2, 1):
        ...     line = countdown.text(f"{seconds} …")
        >>> gone = countdown.empty()
        """
        return self.draw(Empty())

    def space(self, size: str | int = "small") -> DeltaGenerator:
        """Leave room between two elements.

        Parameters
        ----------
        size
            A size from "xxsmall" to "xxlarge", "stretch" for all that is left, or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> room = st.space("large")
        """
        if size not in ("stretch", *SIZES) and not (isinstance(size, int) and size > 0):
            supported = [*map(repr, ("stretch", *SIZES)), "a number of pixels above 0"]
            raise StreamlitValueError("size", supported, size)
        return self.draw(Space(size))


def _read_weights(spec: Any) -> list[float]:
    """Return the relative widths of columns."""
    try:
        weights = [1.0] * index(spec)
    except TypeError:
        try:
            weights = [float(weight) for weight in spec]
        except (TypeError, ValueError):
            numbers = ["a whole number", "a list of numbers"]
            raise StreamlitInvalidParameterTypeError("spec", numbers, spec) from None
    if not weights or min(weights) <= 0:
        raise StreamlitInvalidColumnSpecError(spec)
    return weights
