"""Code that is shown and run."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from tabstream.elements.call_text import author_frame, with_body_text
from tabstream.elements.code import CodeElements

if TYPE_CHECKING:
    from collections.abc import Iterator


class EchoElements(CodeElements):
    """The block that shows its own code."""

    @contextmanager
    def echo(self, code_location: Literal["above", "below"] = "above") -> Iterator[None]:
        """Show the code of a ``with`` block, and run it.

        Parameters
        ----------
        code_location
            Whether the code is shown "above" what it draws, or "below".

        Examples
        --------
        >>> import tabstream as st
        >>> with st.echo():
        ...     st.write("This line shows its own code.")
        """
        frame = author_frame()
        text = with_body_text(frame) if frame is not None else ""
        if code_location == "below":
            yield
            self.code(text)
        else:
            self.code(text)
            yield
