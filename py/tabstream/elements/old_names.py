"""Names that elements had in Streamlit's earlier years; they mean what the new ones mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tabstream.elements.arguments import read_text
from tabstream.elements.block import Block
from tabstream.elements.call_text import argument_texts

if TYPE_CHECKING:
    from tabstream.elements import DeltaGenerator


class _Renamed:
    """A method under another name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, place: Any, owner: type) -> Any:
        return getattr(place if place is not None else owner, self._name)


class OldNames(Block):
    """What elements were called before."""

    beta_color_picker = _Renamed("color_picker")
    beta_columns = _Renamed("columns")
    beta_container = _Renamed("container")
    beta_expander = _Renamed("expander")

    _arrow_altair_chart = _legacy_altair_chart = _Renamed("altair_chart")
    _arrow_area_chart = _legacy_area_chart = _Renamed("area_chart")
    _arrow_bar_chart = _legacy_bar_chart = _Renamed("bar_chart")
    _arrow_dataframe = _legacy_dataframe = _Renamed("dataframe")
    _arrow_line_chart = _legacy_line_chart = _Renamed("line_chart")
    _arrow_table = _legacy_table = _Renamed("table")
    _arrow_vega_lite_chart = _legacy_vega_lite_chart = _Renamed("vega_lite_chart")

    def experimental_show(self, *args: Any) -> None:
        """Write values with the names that they have in the script.

        Parameters
        ----------
        *args
            Anything that `write` takes.

        Examples
        --------
        >>> import tabstream as st
        >>> total = 42
        >>> st.experimental_show(total)
        """
        place: DeltaGenerator = self  # type: ignore[assignment]  # every block has every element
        names = argument_texts()
        for number, value in enumerate(args):
            if number < len(names):
                place.markdown(f"**{read_text(names[number])}**")
            place.write(value)

    show = experimental_show
