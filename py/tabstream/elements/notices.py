"""What happens on the page and belongs to no place in it: toasts, balloons, snow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from tabstream._protocol import EVENT, MAIN
from tabstream._protocol.elements.status import Balloons, Snow, Toast
from tabstream._runtime import current_run
from tabstream.elements.arguments import read_icon, read_text
from tabstream.elements.block import Block
from tabstream.errors import (
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from tabstream.elements import DeltaGenerator

#: How many seconds a toast stays; 0 for until a person closes it.
_DURATIONS = {"short": 4, "long": 10, "infinite": 0}


class NoticeElements(Block):
    """The elements that appear over the page."""

    def toast(
        self,
        body: Any,
        *,
        icon: str | None = None,
        duration: Literal["short", "long", "infinite"] | int = "short",
    ) -> DeltaGenerator:
        """Show a notice that floats over the page for a while.

        Parameters
        ----------
        body
            Markdown.
        icon
            An emoji or ``:material/name:`` in front of it.
        duration
            "short" (4 seconds), "long" (10 seconds), "infinite", or a number of seconds.

        Returns
        -------
        DeltaGenerator
            The toast's place: its `toast` changes the text.

        Examples
        --------
        >>> import tabstream as st
        >>> toast = st.toast("Saved", icon=":material/check:")
        """
        text = read_text(body)
        if not text:
            raise StreamlitMissingRequiredParameterError("body", "the notice's text")
        is_page = self._node is None and self._root == MAIN
        where = self.classes["element"](root=EVENT) if is_page else self
        return where.draw(Toast(text, read_icon(icon), _read_duration(duration)))

    def balloons(self) -> DeltaGenerator:
        """Let balloons rise over the page.

        Examples
        --------
        >>> import tabstream as st
        >>> party = st.balloons()
        """
        return self.draw(Balloons(_number_of_run()))

    def snow(self) -> DeltaGenerator:
        """Let snow fall over the page.

        Examples
        --------
        >>> import tabstream as st
        >>> winter = st.snow()
        """
        return self.draw(Snow(_number_of_run()))


def _read_duration(duration: object) -> int:
    if isinstance(duration, str) and duration in _DURATIONS:
        return _DURATIONS[duration]
    if isinstance(duration, int) and duration > 0:
        return duration
    supported = [*map(repr, _DURATIONS), "a number of seconds above 0"]
    raise StreamlitValueError("duration", supported, duration)


def _number_of_run() -> int:
    run = current_run()
    return run.tree.run if run is not None else 0
