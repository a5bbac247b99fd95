"""HTML of the author's own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tabstream._protocol import EVENT
from tabstream._protocol.elements.status import Alert
from tabstream._protocol.elements.text import Html
from tabstream.elements.arguments import read_text, read_width
from tabstream.elements.block import Block
from tabstream.elements.files import in_app_folder
from tabstream.errors import StreamlitMissingRequiredParameterError

if TYPE_CHECKING:
    from tabstream._protocol.elements.text import Width
    from tabstream.elements import DeltaGenerator

#: What holds nothing but styles: comments, and at least one ``<style>``.
_STYLES_ONLY = r"(?is)(?:\s|<!--.*?-->)*(?:<style\b[^>]*>.*?</style\s*>(?:\s|<!--.*?-->)*)+"


class HtmlElements(Block):
    """The element that shows HTML."""

    def html(
        self, body: Any, *, width: Width = "stretch", unsafe_allow_javascript: bool = False
    ) -> DeltaGenerator:
        """Show HTML, as part of the page.

        What could harm is taken out of it first. HTML of which nothing is left but ``<style>``
        elements takes no room on the page.

        Parameters
        ----------
        body
            HTML, the `pathlib.Path` of a file of HTML or CSS, or an object with ``_repr_html_``.
        width
            "stretch", "content", or pixels.
        unsafe_allow_javascript
            Whether scripts in it run.

        Examples
        --------
        >>> import tabstream as st
        >>> note = st.html("<p>Press <kbd>R</kbd> to run it again.</p>")
        """
        text = _read_html(body)
        if not text:
            raise StreamlitMissingRequiredParameterError("body", "HTML to show")
        if isinstance(body, str) and _is_file(text):
            self.draw(Alert("warning", None, _PASS_A_PATH.format(text), None, "stretch"))
        is_style = re.fullmatch(_STYLES_ONLY, text) is not None
        # Styles belong to no place; one that they took would leave a gap there.
        where = self.classes["element"](root=EVENT) if is_style else self
        return where.draw(Html(text, is_style, bool(unsafe_allow_javascript), read_width(width)))


def _read_html(body: Any) -> str:
    if isinstance(body, Path):
        text = in_app_folder(body).read_text("utf-8")
        return f"<style>{text}</style>" if body.suffix.lower() == ".css" else text.strip()
    if hasattr(body, "_repr_html_"):
        body = body._repr_html_()
    return read_text(body)


def _is_file(text: str) -> bool:
    could_be = len(text) < 256 and "<" not in text and text.endswith((".html", ".htm", ".css"))
    return could_be and in_app_folder(text).is_file()


_PASS_A_PATH = (
    "`st.html` shows the text `{0}` and not the file of that name. To show the file, pass "
    "`pathlib.Path({0!r})`."
)
