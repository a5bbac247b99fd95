"""Nested values as a tree."""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps
from typing import TYPE_CHECKING, Any

from tabstream._protocol.elements.data import Json
from tabstream.elements.arguments import STRETCH, read_width
from tabstream.elements.block import Block
from tabstream.errors import StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from tabstream.elements import DeltaGenerator


class JsonElements(Block):
    """The element that shows nested values."""

    def json(
        self, body: object, *, expanded: bool | int = True, width: str | int = "stretch"
    ) -> DeltaGenerator:
        """Show nested values as a tree that opens level by level.

        Parameters
        ----------
        body
            Dictionaries, lists and what is in them; a text is taken to be JSON already.
        expanded
            Whether the tree is open at first, or how many of its levels are.
        width
            "stretch" or pixels.

        Examples
        --------
        >>> import tabstream as st
        >>> place = st.json({"name": "Ada", "born": 1815, "fields": ["mathematics"]})
        """
        if not isinstance(expanded, int):
            raise StreamlitInvalidParameterTypeError("expanded", ["bool", "int"], expanded)
        text = body if isinstance(body, str) else self._to_json(body)
        is_depth = not isinstance(expanded, bool)
        return self.draw(
            Json(
                body=text,
                expanded=bool(expanded),
                max_expand_depth=expanded if is_depth else None,
                width=read_width(width, STRETCH),
            )
        )

    def _to_json(self, body: object) -> str:
        try:
            return dumps(body, default=_plain)
        except TypeError as error:
            place: DeltaGenerator = self  # type: ignore[assignment]  # every block has every element
            place.warning(
                f"What stands under some keys is missing below: {error}. "
                "`str(key)` makes a key of anything."
            )
            return dumps(body, default=_plain, skipkeys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, set | frozenset):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "to_dict") and not hasattr(value, "iloc"):
        return value.to_dict()
    return repr(value)
