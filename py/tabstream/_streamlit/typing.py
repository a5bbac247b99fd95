"""``streamlit.typing``: names for type hints."""

from __future__ import annotations

from tabstream.elements import SelectionState
from tabstream.elements import UploadedFile as UploadedFile

#: Dictionaries whose items are attributes too, all of them.
ButtonColumnClickState = SelectionState
ChatInputValue = SelectionState
DataEditorState = SelectionState
DataframeState = SelectionState
EChartsState = SelectionState
PlotlyState = SelectionState
PydeckState = SelectionState
VegaLiteState = SelectionState
