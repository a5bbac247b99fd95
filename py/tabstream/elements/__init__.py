"""What an author calls: every element, gathered in one class."""

from __future__ import annotations

from tabstream._protocol import BOTTOM, SIDEBAR
from tabstream.elements._frames import decode_frame
from tabstream.elements._selection import SelectionState
from tabstream.elements.alerts import AlertElements
from tabstream.elements.block import Block
from tabstream.elements.charts import ChartElements
from tabstream.elements.containers import ContainerElements
from tabstream.elements.data import DataElements
from tabstream.elements.echo import EchoElements
from tabstream.elements.form import FormElements
from tabstream.elements.headings import HeadingElements
from tabstream.elements.help import HelpElements
from tabstream.elements.html import HtmlElements
from tabstream.elements.images import ImageElements
from tabstream.elements.inputs import InputElements, UploadedFile
from tabstream.elements.json import JsonElements
from tabstream.elements.later import LaterElements
from tabstream.elements.layout import LayoutElements
from tabstream.elements.media import MediaElements
from tabstream.elements.metric import MetricElements
from tabstream.elements.notices import NoticeElements
from tabstream.elements.old_names import OldNames
from tabstream.elements.page_config import set_page_config
from tabstream.elements.status import StatusElements, StatusMethods
from tabstream.elements.tabs import TabElements
from tabstream.elements.text import TextElements
from tabstream.elements.watched import OpenState
from tabstream.elements.write import WriteElements
from tabstream.elements.write_stream import StreamElements


class DeltaGenerator(
    AlertElements,
    ChartElements,
    ContainerElements,
    DataElements,
    EchoElements,
    FormElements,
    HeadingElements,
    HelpElements,
    HtmlElements,
    ImageElements,
    InputElements,
    JsonElements,
    LaterElements,
    LayoutElements,
    MediaElements,
    MetricElements,
    NoticeElements,
    OldNames,
    StatusElements,
    StreamElements,
    TabElements,
    TextElements,
    WriteElements,
):
    """A place on the page that offers every element.

    The name is Streamlit's; authors meet it in type hints.
    """

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class ExpanderContainer(OpenState, DeltaGenerator):
    """What ``st.expander`` opens."""


class PopoverContainer(OpenState, DeltaGenerator):
    """What ``st.popover`` opens."""


class StatusContainer(StatusMethods, DeltaGenerator):
    """What ``st.status`` opens."""


class TabContainer(OpenState, DeltaGenerator):
    """One of the containers that ``st.tabs`` opens."""


Block.classes.update(
    element=DeltaGenerator,
    expander=ExpanderContainer,
    popover=PopoverContainer,
    status=StatusContainer,
    tab=TabContainer,
)

#: Where ``st.title`` and the others draw.
main = DeltaGenerator()
sidebar = DeltaGenerator(root=SIDEBAR)
bottom = DeltaGenerator(root=BOTTOM)

__all__ = [
    "Block",
    "DeltaGenerator",
    "ExpanderContainer",
    "PopoverContainer",
    "SelectionState",
    "StatusContainer",
    "TabContainer",
    "UploadedFile",
    "bottom",
    "decode_frame",
    "main",
    "set_page_config",
    "sidebar",
]
