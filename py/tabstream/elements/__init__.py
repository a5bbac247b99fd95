"""What an author calls: every element, gathered in one class."""

from __future__ import annotations

from tabstream._protocol import BOTTOM, SIDEBAR
from tabstream.elements.block import Block
from tabstream.elements.text import TextElements


class DeltaGenerator(TextElements):
    """A place on the page that offers every element.

    The name is Streamlit's; authors meet it in type hints.
    """


Block.classes["element"] = DeltaGenerator

#: Where ``st.title`` and the others draw.
main = DeltaGenerator()
sidebar = DeltaGenerator(root=SIDEBAR)
bottom = DeltaGenerator(root=BOTTOM)

__all__ = ["DeltaGenerator", "bottom", "main", "sidebar"]
