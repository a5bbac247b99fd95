"""How far something is: progress, a spinner, a box of steps."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tabstream._protocol import Empty
from tabstream._protocol.elements.status import Progress, Spinner, Status
from tabstream._runtime import current_run
from tabstream.elements.arguments import STRETCH, read_choice, read_text, read_width
from tabstream.elements.block import Block
from tabstream.errors import (
    ScriptControl,
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Literal

    from tabstream._protocol.elements.layout import ExpandableType
    from tabstream._protocol.elements.text import Width
    from tabstream.elements import DeltaGenerator, StatusContainer

EXPANDABLE_TYPES: tuple[ExpandableType, ...] = ("default", "compact", "step")

#: How far the sum of many small steps may be beyond the whole.
_ROUNDING = 1e-9

_STATES = ("running", "complete", "error")

#: What takes less than this is over before anybody would have read why it takes so long.
_SPINNER_DELAY_MS = 500


class StatusElements(Block):
    """The elements that tell how far something is."""

    def progress(
        self, value: float, text: str | None = None, width: Width = "stretch"
    ) -> DeltaGenerator:
        """Show how much of something is done.

        Parameters
        ----------
        value
            A whole number from 0 to 100, or another from 0.0 to 1.0.
        text
            Markdown above the bar.
        width
            "stretch", or pixels.

        Returns
        -------
        DeltaGenerator
            The bar's place: its `progress` moves the bar, its `empty` takes it away.

        Examples
        --------
        >>> import tabstream as st
        >>> bar = st.progress(0, text="Reading files")
        >>> for done in range(10, 101, 10):
        ...     bar = bar.progress(done, text=f"{done} files")
        """
        if text is not None and not isinstance(text, str):
            raise StreamlitInvalidParameterTypeError("text", ["a text"], text)
        body = read_text(text) if text is not None else ""
        return self.draw(Progress(_read_progress(value), body, read_width(width, STRETCH)))

    @contextmanager
    def spinner(
        self,
        text: str = "In progress...",
        *,
        show_time: bool = False,
        _cache: bool = False,
        width: Width = "content",
    ) -> Iterator[None]:
        """Show that the script is busy while a ``with`` block, or a decorated function, runs.

        It appears only where that takes longer than half a second.

        Parameters
        ----------
        text
            Markdown beside the spinner.
        show_time
            Whether the seconds that have passed are shown.
        width
            "stretch", "content", or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> with st.spinner("Counting", show_time=True):
        ...     total = sum(range(1000))
        """
        run = current_run()
        where = self._where(run) if run is not None else self
        message = Spinner(read_text(text), show_time, _SPINNER_DELAY_MS, read_width(width))
        place = self.draw(message)
        try:
            yield
        finally:
            node = place._node
            # In a place that holds one element only, another may have taken it over meanwhile.
            if run is not None and node is not None and isinstance(node.message, Spinner):
                if place is where:
                    place._node = run.tree.replace(node, Empty())
                else:
                    run.tree.remove(node)

    def status(
        self,
        label: str,
        *,
        expanded: bool = False,
        state: Literal["running", "complete", "error"] = "running",
        type: ExpandableType = "default",
        width: Width = "stretch",
    ) -> StatusContainer:
        """Open a box that tells how far its work is, with the details inside.

        Used in a ``with`` block it is complete at the block's end, or shows that the block failed.

        Parameters
        ----------
        label
            Markdown on the box.
        expanded
            Whether it is open.
        state
            "running", "complete" or "error".
        type
            How much of a box is drawn: "default", "compact" or "step".
        width
            "stretch", or pixels.

        Returns
        -------
        StatusContainer
            A container; its `update` changes label, state and whether it is open.

        Examples
        --------
        >>> import tabstream as st
        >>> with st.status("Reading") as status:
        ...     st.write("Looking for files")
        ...     status.update(label="12 files read")
        """
        message = Status(
            read_text(label) if label is not None else "",
            read_choice("state", state, _STATES),  # type: ignore[arg-type]  # one of them
            expanded,
            read_choice("type", type, EXPANDABLE_TYPES),
            read_width(width, STRETCH),
        )
        return self.draw(message)  # type: ignore[return-value]  # registered for this kind


class StatusMethods(Block):
    """What ``st.status`` offers beside the elements."""

    def update(
        self,
        *,
        label: str | None = None,
        expanded: bool | None = None,
        state: Literal["running", "complete", "error"] | None = None,
    ) -> None:
        """Change the box; what is None stays as it is.

        Parameters
        ----------
        label
            Markdown on the box.
        expanded
            Whether it is open.
        state
            "running", "complete" or "error".

        Examples
        --------
        >>> import tabstream as st
        >>> status = st.status("Reading", expanded=True)
        >>> status.update(label="12 files read", state="complete", expanded=False)
        """
        if state is not None:
            read_choice("state", state, _STATES)
        run, node = current_run(), self._node
        if run is None or node is None or not isinstance(node.message, Status):
            return
        old = node.message
        new = replace(
            old,
            label=read_text(label) if label is not None else old.label,
            expanded=expanded,
            state=state or old.state,
        )
        run.tree.redraw(node, new)
        run.drawn()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> Literal[False]:
        super().__exit__(kind, error, trace)
        if kind is None:
            if self._node is not None and getattr(self._node.message, "state", "") == "running":
                self.update(state="complete")
        elif not issubclass(kind, ScriptControl):
            self.update(state="error")
        return False


def _read_progress(value: Any) -> int:
    """Return a part of the whole in hundredths."""
    if isinstance(value, bool) or not hasattr(value, "__float__"):
        numbers = ["a whole number from 0 to 100", "a number from 0.0 to 1.0"]
        raise StreamlitInvalidParameterTypeError("value", numbers, value)
    is_whole = hasattr(value, "__index__")
    percent = int(value) if is_whole else int(value * 100)
    if percent not in range(101) or (not is_whole and not 0 <= value <= 1 + _ROUNDING):
        least, most = (0, 100) if is_whole else (0.0, 1.0)
        raise StreamlitValueOutOfRangeError("value", value, least, most)
    return percent
