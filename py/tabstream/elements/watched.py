"""Containers that a person opens, and that the script may watch.

With ``on_change="rerun"``, or a callback, they are widgets: the script runs when one is opened or
closed, and its ``open`` tells which is. Otherwise only the page knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tabstream._runtime import Callback, ValueCodec, current_run
from tabstream.elements.arguments import read_choice
from tabstream.elements.block import Block, _text_key
from tabstream.errors import (
    NotThereYetError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tabstream._protocol import Widget

OnChange: TypeAlias = "Literal['ignore', 'rerun'] | Callable[..., Any]"


class WatchedBlock(Block):
    """A block that opens containers which the script may watch."""

    def _open_watched(
        self,
        message: Widget,
        codec: ValueCodec[Any],
        key: str | int | None,
        on_change: OnChange,
        args: Sequence[Any] | None,
        kwargs: Mapping[str, Any] | None,
        bind: str | None = None,
    ) -> tuple[Any, Any]:
        """Open a container and return it with its value; None where the script does not watch."""
        if on_change not in ("ignore", "rerun") and not callable(on_change):
            raise StreamlitValueError("on_change", ["'rerun'", "'ignore'", "a function"], on_change)
        _refuse_binding(bind, key)
        if on_change == "ignore":
            return self.draw(message, key=key), None
        run = current_run()
        if run is None:
            return self.draw(message), codec.decode(codec.default)
        run.checkpoint()
        text_key = _text_key(key)
        callback = Callback(on_change, args or (), kwargs or {}) if callable(on_change) else None
        for recorder in run.recorders:
            recorder.before_widget()
        where = self._where(run)
        identity, value = run.register(
            message, codec, key=text_key, root=where._root, callback=callback
        )
        node = where._put(run, message, identity=identity, key=text_key)
        return where._block(message, node), value


class OpenState(Block):
    """What a container offers that opens and closes, beside the elements."""

    _is_open: bool | None = None

    @property
    def open(self) -> bool | None:
        """Whether it is open; None where only the page knows.

        Examples
        --------
        >>> import tabstream as st
        >>> details = st.expander("Details", on_change="rerun")
        >>> if details.open:
        ...     st.write("Shown when needed")
        """
        return self._is_open


def _refuse_binding(bind: str | None, key: str | int | None) -> None:
    """Say that a container's state cannot be kept in the address yet."""
    if read_choice("bind", bind, ("query-params", None)) is None:
        return
    if key is None:
        raise StreamlitMissingRequiredParameterError("key", "the name of the query parameter")
    msg = (
        f"`bind={bind!r}` is not there yet for containers. `st.query_params` holds what is to "
        "be kept in the address."
    )
    raise NotThereYetError(msg)
