"""``app.slider``, ``app.columns``: everything of one kind, in the page's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, overload

from tabstream.testing.lists import B, BlockList, E, ElementList, WidgetList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tabstream.testing import blocks, choices, ranges, shown, texts, widgets
    from tabstream.testing.nodes import Block, Node


class _Accessor:
    """Finds nodes by their type, which is the accessor's own name unless another is given."""

    def __init__(self, type_: str = "", only: Callable[[Any], bool] = lambda _: True) -> None:
        self._type = type_
        self._only = only

    def __set_name__(self, owner: type, name: str) -> None:
        self._type = self._type or name

    def _find(self, owner: Accessors) -> list[Any]:
        return [node for node in owner.nodes if node.type == self._type and self._only(node)]


class _Elements(_Accessor, Generic[E]):
    @overload
    def __get__(self, owner: None, cls: type) -> Self: ...

    @overload
    def __get__(self, owner: Accessors, cls: type) -> ElementList[E]: ...

    def __get__(self, owner: Accessors | None, cls: type) -> Self | ElementList[E]:
        return self if owner is None else ElementList(self._find(owner), owner)


class _Widgets(_Accessor, Generic[E]):
    @overload
    def __get__(self, owner: None, cls: type) -> Self: ...

    @overload
    def __get__(self, owner: Accessors, cls: type) -> WidgetList[E]: ...

    def __get__(self, owner: Accessors | None, cls: type) -> Self | WidgetList[E]:
        return self if owner is None else WidgetList(self._find(owner), owner)


class _Blocks(_Accessor, Generic[B]):
    @overload
    def __get__(self, owner: None, cls: type) -> Self: ...

    @overload
    def __get__(self, owner: Accessors, cls: type) -> BlockList[B]: ...

    def __get__(self, owner: Accessors | None, cls: type) -> Self | BlockList[B]:
        return self if owner is None else BlockList(self._find(owner), owner)


class Accessors:
    """What an app and every container in it offer to find what is below."""

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node, in the page's order."""
        raise NotImplementedError

    # ---- text
    title: _Elements[texts.Title] = _Elements()
    header: _Elements[texts.Header] = _Elements()
    subheader: _Elements[texts.Subheader] = _Elements()
    text: _Elements[texts.Text] = _Elements()
    markdown: _Elements[texts.Markdown] = _Elements()
    caption: _Elements[texts.Caption] = _Elements()
    latex: _Elements[texts.Latex] = _Elements()
    divider: _Elements[texts.Divider] = _Elements()
    code: _Elements[texts.Code] = _Elements()
    html: _Elements[texts.Html] = _Elements()
    space: _Elements[texts.Space] = _Elements()
    help: _Elements[texts.Help] = _Elements("help_info")
    # ---- data and media
    dataframe: _Elements[shown.Dataframe] = _Elements()
    table: _Elements[shown.Table] = _Elements()
    metric: _Elements[shown.Metric] = _Elements()
    json: _Elements[shown.Json] = _Elements()
    image: _Elements[shown.Image] = _Elements()
    # ---- status
    error: _Elements[shown.Error] = _Elements()
    warning: _Elements[shown.Warning] = _Elements()
    info: _Elements[shown.Info] = _Elements()
    success: _Elements[shown.Success] = _Elements()
    exception: _Elements[shown.Exception] = _Elements()
    progress: _Elements[shown.Progress] = _Elements()
    toast: _Elements[shown.Toast] = _Elements()
    # ---- widgets
    button: _Widgets[widgets.Button] = _Widgets()
    form_submit_button: _Widgets[widgets.Button] = _Widgets(
        "button", only=lambda button: button.is_form_submitter
    )
    download_button: _Widgets[widgets.Button] = _Widgets()
    link_button: _Elements[shown.LinkButton] = _Elements()
    checkbox: _Widgets[widgets.Checkbox] = _Widgets()
    toggle: _Widgets[widgets.Toggle] = _Widgets()
    radio: _Widgets[choices.Radio] = _Widgets()
    selectbox: _Widgets[choices.Selectbox] = _Widgets()
    multiselect: _Widgets[choices.Multiselect] = _Widgets()
    slider: _Widgets[ranges.Slider] = _Widgets()
    select_slider: _Widgets[choices.SelectSlider] = _Widgets()
    text_input: _Widgets[widgets.TextInput] = _Widgets()
    text_area: _Widgets[widgets.TextArea] = _Widgets()
    number_input: _Widgets[ranges.NumberInput] = _Widgets()
    date_input: _Widgets[ranges.DateInput] = _Widgets()
    time_input: _Widgets[ranges.TimeInput] = _Widgets()
    color_picker: _Widgets[widgets.ColorPicker] = _Widgets()
    file_uploader: _Widgets[widgets.FileUploader] = _Widgets()
    # ---- containers
    container: _Blocks[Block] = _Blocks("flex_container", only=lambda block: not _is_row(block))
    columns: _Blocks[blocks.Column] = _Blocks("column")
    tabs: _Blocks[blocks.Tab] = _Blocks("tab")
    expander: _Blocks[blocks.Expander] = _Blocks()
    status: _Blocks[blocks.Status] = _Blocks()
    form: _Blocks[Block] = _Blocks()


def _is_row(block: Block) -> bool:
    """Return whether a container is there only to hold the columns of one ``st.columns``."""
    return any(child.type == "column" for child in block.children.values())
