"""From the page's tree to what a test finds: which class stands for which message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream.testing import blocks, choices, ranges, shown, texts, widgets
from tabstream.testing.nodes import Block, Element, ElementTree

if TYPE_CHECKING:
    from tabstream.testing.app_test import AppTest
    from tabstream.testing.view import ViewNode

#: What the roots are called, by number. Streamlit's tests have no name for the bottom.
_ROOTS = ("main", "sidebar", "event", "unknown")

_HEADINGS = ("title", texts.Title), ("header", texts.Header), ("subheader", texts.Subheader)

_ALERTS = {
    "error": shown.Error,
    "warning": shown.Warning,
    "info": shown.Info,
    "success": shown.Success,
}

#: The type and the class of an element, by the kind of its message.
_ELEMENTS: dict[str, tuple[str, type[Element]]] = {
    "audio": ("audio", shown.Media),
    "button": ("button", widgets.Button),
    "caption": ("caption", texts.Caption),
    "checkbox": ("checkbox", widgets.Checkbox),
    "code": ("code", texts.Code),
    "color_picker": ("color_picker", widgets.ColorPicker),
    "data_frame": ("dataframe", shown.Dataframe),
    "date_input": ("date_input", ranges.DateInput),
    "divider": ("divider", texts.Divider),
    "download_button": ("download_button", widgets.Button),
    "exception": ("exception", shown.Exception),
    "file_uploader": ("file_uploader", widgets.FileUploader),
    "help": ("help_info", texts.Help),
    "html": ("html", texts.Html),
    "image": ("image", shown.Image),
    "json": ("json", shown.Json),
    "latex": ("latex", texts.Latex),
    "link_button": ("link_button", shown.LinkButton),
    "markdown": ("markdown", texts.Markdown),
    "metric": ("metric", shown.Metric),
    "multiselect": ("multiselect", choices.Multiselect),
    "number_input": ("number_input", ranges.NumberInput),
    "progress": ("progress", shown.Progress),
    "radio": ("radio", choices.Radio),
    "select_slider": ("select_slider", choices.SelectSlider),
    "selectbox": ("selectbox", choices.Selectbox),
    "slider": ("slider", ranges.Slider),
    "space": ("space", texts.Space),
    "table": ("table", shown.Table),
    "text": ("text", texts.Text),
    "text_area": ("text_area", widgets.TextArea),
    "text_input": ("text_input", widgets.TextInput),
    "time_input": ("time_input", ranges.TimeInput),
    "toast": ("toast", shown.Toast),
    "video": ("video", shown.Media),
}

#: The class of a container, by its kind, where it has one of its own.
_BLOCKS: dict[str, type[Block]] = {
    "column": blocks.Column,
    "expander": blocks.Expander,
    "popover": blocks.Labelled,
    "status": blocks.Status,
    "tab": blocks.Tab,
}


def grow(app: AppTest, roots: dict[int, ViewNode]) -> ElementTree:
    """Return what a test finds, made of the page's tree."""
    tree = ElementTree(app)
    for number, root in roots.items():
        # The bottom is there only when something is in it.
        if root.children or _ROOTS[number] != "unknown":
            tree.children[number] = _grow_block(root, tree, _ROOTS[number])
    return tree


def _grow_block(node: ViewNode, tree: ElementTree, type_: str) -> Block:
    block = _BLOCKS.get(node.kind, Block)(node, tree, type_)
    for place, child in enumerate(filter(_is_placed, node.children)):
        block.children[place] = (
            _grow_block(child, tree, child.kind) if child.is_block else _grow_element(child, tree)
        )
    return block


def _is_placed(node: ViewNode) -> bool:
    """Return whether a node is still there when the run is over."""
    return node.kind != "spinner"


def _grow_element(node: ViewNode, tree: ElementTree) -> Element:
    type_, cls = _class_of(node)
    return cls(node, tree, type_)


def _class_of(node: ViewNode) -> tuple[str, type[Element]]:
    match node.kind:
        case "heading":
            return _HEADINGS[node.props.level - 1]
        case "checkbox" if node.props.is_toggle:
            return "toggle", widgets.Toggle
        case "alert":
            return node.props.level, _ALERTS[node.props.level]
    return _ELEMENTS.get(node.kind, (node.kind, shown.Other))
