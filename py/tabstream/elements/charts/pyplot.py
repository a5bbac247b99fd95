"""Figures of Matplotlib, as pictures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Buffer
from tabstream._protocol.elements.media import Image, Picture
from tabstream.elements._data_arguments import read_data_width
from tabstream.elements.block import Block
from tabstream.errors import StreamlitAPIException

if TYPE_CHECKING:
    from tabstream.elements import DeltaGenerator

#: Sharp on a screen with two pixels to the point.
_SAVED = {"dpi": 200, "bbox_inches": "tight", "format": "png"}


class PyplotElements(Block):
    """The element that shows a figure of Matplotlib."""

    def pyplot(
        self,
        fig: Any = None,
        clear_figure: bool | None = False,
        *,
        width: str | int = "stretch",
        use_container_width: bool | None = None,
        alt: str | None = None,
        **kwargs: Any,
    ) -> DeltaGenerator:
        """Show a figure of Matplotlib.

        Parameters
        ----------
        fig
            The figure. Without one the current figure of ``matplotlib.pyplot`` is shown and
            cleared, as scripts of earlier years expect.
        clear_figure
            Whether the figure is empty afterwards.
        width
            "stretch", "content" or pixels.
        use_container_width
            The older spelling of ``width="stretch"``.
        alt
            What the figure shows, for people who do not see it.
        **kwargs
            For the figure's ``savefig``.

        Examples
        --------
        >>> import tabstream as st
        >>> from matplotlib.figure import Figure
        >>> figure = Figure()
        >>> bars = figure.subplots().hist([1, 2, 2, 3, 3, 3])
        >>> place = st.pyplot(figure)
        """
        if fig is None:
            from matplotlib import pyplot

            fig, clear_figure = pyplot.gcf(), True
        if not hasattr(fig, "savefig"):
            raise StreamlitAPIException(
                f"`st.pyplot` shows figures of Matplotlib, and a `{type(fig).__name__}` is none. "
                "`fig, ax = plt.subplots()` makes one."
            )
        picture = BytesIO()
        options = {**_SAVED, **kwargs}
        fig.savefig(picture, **options)
        if clear_figure:
            fig.clf()
        shown = Picture(Buffer(picture.getvalue()), f"image/{options['format']}", "", alt)
        return self.draw(Image((shown,), read_data_width(width, use_container_width), None))
