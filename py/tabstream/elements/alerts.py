"""Notices in coloured boxes, and exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from tabstream._protocol import ExceptionCard
from tabstream._protocol.elements.status import Alert
from tabstream._runtime import current_run, exception_message
from tabstream.elements.arguments import STRETCH, read_icon, read_text, read_width, split_icon
from tabstream.elements.block import Block

if TYPE_CHECKING:
    from tabstream._protocol.elements.text import Width
    from tabstream.elements import DeltaGenerator


class AlertElements(Block):
    """The elements that say how something went."""

    def error(
        self,
        body: Any,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: Any = None,
    ) -> DeltaGenerator:
        """Say that something went wrong.

        Parameters
        ----------
        body
            Markdown.
        icon
            An emoji or ``:material/name:`` in front of it; without one, what the body begins with.
        width
            "stretch", or pixels.
        title
            Markdown above it, in bold.

        Examples
        --------
        >>> import tabstream as st
        >>> notice = st.error("The file has no column `price`.", icon="🚨")
        """
        return self._alert("error", body, icon, width, title)

    def warning(
        self,
        body: Any,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: Any = None,
    ) -> DeltaGenerator:
        """Say that something may go wrong.

        Parameters
        ----------
        body
            Markdown.
        icon
            An emoji or ``:material/name:`` in front of it; without one, what the body begins with.
        width
            "stretch", or pixels.
        title
            Markdown above it, in bold.

        Examples
        --------
        >>> import tabstream as st
        >>> notice = st.warning("3 rows have no date.", title="Left out")
        """
        return self._alert("warning", body, icon, width, title)

    def info(
        self,
        body: Any,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: Any = None,
    ) -> DeltaGenerator:
        """Say what is good to know.

        Parameters
        ----------
        body
            Markdown.
        icon
            An emoji or ``:material/name:`` in front of it; without one, what the body begins with.
        width
            "stretch", or pixels.
        title
            Markdown above it, in bold.

        Examples
        --------
        >>> import tabstream as st
        >>> notice = st.info("Prices are in euros.")
        """
        return self._alert("info", body, icon, width, title)

    def success(
        self,
        body: Any,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: Any = None,
    ) -> DeltaGenerator:
        """Say that something went well.

        Parameters
        ----------
        body
            Markdown.
        icon
            An emoji or ``:material/name:`` in front of it; without one, what the body begins with.
        width
            "stretch", or pixels.
        title
            Markdown above it, in bold.

        Examples
        --------
        >>> import tabstream as st
        >>> notice = st.success("All 400 rows were read.", icon=":material/check:")
        """
        return self._alert("success", body, icon, width, title)

    def exception(self, exception: BaseException, width: Width = "stretch") -> DeltaGenerator:
        """Show an exception: what it says, and the author's own lines that led to it.

        Parameters
        ----------
        exception
            The exception; one that was caught shows where it was raised.
        width
            "stretch", or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> try:
        ...     int("many")
        ... except ValueError as error:
        ...     card = st.exception(error)
        """
        return self.draw(_card_of(exception, read_width(width, STRETCH)))

    def _alert(
        self,
        level: Literal["error", "warning", "info", "success"],
        body: Any,
        icon: str | None,
        width: Width,
        title: Any,
    ) -> DeltaGenerator:
        heading = read_text(title) if title is not None else None
        icon = read_icon(icon)
        text = read_text(body)
        if icon is None:
            icon, text = split_icon(text)
        width = read_width(width, STRETCH)
        return self.draw(Alert(level, heading or None, text, icon, width))


def _card_of(exception: object, width: Width) -> ExceptionCard:
    if not isinstance(exception, BaseException):
        # Streamlit shows anything so; a text is what people pass.
        name = type(exception).__name__
        return ExceptionCard(name, str(exception), False, False, None, (), width)
    run = current_run()
    if run is None:
        return exception_message(exception, "", width=width)
    details = run.session.config.get("client.showErrorDetails")
    return exception_message(exception, run.session.app.folder, details=details, width=width)
