"""The widgets that take a value: what a person clicks, types, chooses, slides and drops.

The arguments that all of them take are described here, once:

label
    What stands above the widget or beside it, as markdown of one line.
key
    A name of the author's. A widget with a key stays the same widget, and keeps its value, when its
    other arguments change; its value is ``st.session_state[key]``.
help
    Markdown that a tooltip beside the label shows.
on_change
    What a change leads to: "rerun" runs the script, "ignore" waits for the next run, and a function
    is called before the script runs. A button's is called ``on_click``.
args, kwargs
    What that function is called with.
disabled
    Whether the widget can be used.
label_visibility
    "visible", "hidden", which leaves the label's room empty, or "collapsed".
width
    "stretch" for all the room there is, a number of pixels, or, where the widget has a width of its
    own, "content".
bind
    "query-params" keeps the value in the page's address, in a parameter that is named like the key.
persist_state
    How long the value is kept while the widget is not drawn: "page" until another page is shown,
    "session" to the end. Without it the value is dropped at once.
"""

from __future__ import annotations

from tabstream.elements.inputs.checkbox import CheckboxElements
from tabstream.elements.inputs.color_picker import ColorPickerElements
from tabstream.elements.inputs.dates import DateElements
from tabstream.elements.inputs.download_button import DownloadElements
from tabstream.elements.inputs.file_uploader import FileUploaderElements
from tabstream.elements.inputs.multiselect import MultiselectElements
from tabstream.elements.inputs.number_input import NumberInputElements
from tabstream.elements.inputs.radio import RadioElements
from tabstream.elements.inputs.select_slider import SelectSliderElements
from tabstream.elements.inputs.selectbox import SelectboxElements
from tabstream.elements.inputs.slider import SliderElements
from tabstream.elements.inputs.text_inputs import TextInputElements
from tabstream.elements.inputs.uploaded_file import UploadedFile


class InputElements(
    DownloadElements,
    CheckboxElements,
    RadioElements,
    SelectboxElements,
    MultiselectElements,
    SliderElements,
    SelectSliderElements,
    TextInputElements,
    NumberInputElements,
    DateElements,
    ColorPickerElements,
    FileUploaderElements,
):
    """All the elements that take a value."""


__all__ = ["InputElements", "UploadedFile"]
