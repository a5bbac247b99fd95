"""Every public name: it works, or it says that it is not there yet. None is silently ignored."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any

import pytest

import tabstream
from tabstream._boot import open_app
from tabstream._host.memory import MemoryHost
from tabstream.elements import DeltaGenerator
from tabstream.errors import NotThereYetError
from tabstream.not_there_yet import NotThereYet, NotThereYetObject

if TYPE_CHECKING:
    from pathlib import Path


def names(text: str) -> list[str]:
    """Return the names in a text."""
    return text.split()


#: The public names of Streamlit 1.67.0 that work.
THERE = names(
    "altair_chart area_chart audio badge balloons bar_chart bottom button cache_data "
    "cache_resource caption checkbox code color_picker column_config columns container dataframe "
    "date_input divider download_button echo empty error exception expander file_uploader form "
    "form_submit_button get_option header help html image info json latex line_chart link_button "
    "markdown metric multiselect number_input popover progress pyplot query_params radio rerun "
    "scatter_chart secrets select_slider selectbox session_state set_option set_page_config "
    "sidebar slider snow space spinner status stop subheader success table tabs text text_area "
    "text_input time_input title toast toggle vega_lite_chart video warning write write_stream"
)

#: Those of its earlier years.
OLD = names(
    "add_rows beta_color_picker beta_columns beta_container beta_expander beta_set_page_config "
    "cache experimental_get_query_params experimental_memo experimental_rerun "
    "experimental_set_query_params experimental_show experimental_singleton show"
)

#: The functions that are not there yet, of all years.
LATER = names(
    "App Cache Page audio_input bokeh_chart camera_input chat_input chat_message connection "
    "data_editor datetime_input deck_gl_chart dialog echarts_chart experimental_audio_input "
    "experimental_connection experimental_data_editor experimental_dialog experimental_fragment "
    "feedback fragment graphviz_chart grid iframe login logo logout map menu_button mermaid_chart "
    "navigation page_link pagination pdf pills plotly_chart pydeck_chart segmented_control "
    "skeleton switch_page"
)

#: The objects that are not there yet.
LATER_OBJECTS = ["context", "experimental_user", "user"]


@pytest.mark.parametrize("name", [*THERE, *OLD])
def test_a_name_that_works_is_there(name: str) -> None:
    found = getattr(tabstream, name)
    assert not isinstance(found, NotThereYet | NotThereYetObject)


@pytest.mark.parametrize("name", LATER)
def test_a_function_that_is_not_there_yet_names_itself_and_what_works_instead(name: str) -> None:
    function = getattr(tabstream, name)
    with pytest.raises(NotThereYetError, match=rf"^`st\.{name}` is not there yet\. .+\.$"):
        function("x", 5, key="y")
    assert function.__name__ == name
    assert "Not there yet" in function.__doc__


@pytest.mark.parametrize("name", LATER)
def test_a_function_that_is_not_there_yet_has_its_signature(name: str) -> None:
    assert isinstance(inspect.signature(getattr(tabstream, name)), inspect.Signature)


@pytest.mark.parametrize("name", LATER_OBJECTS)
def test_an_object_that_is_not_there_yet_says_so_whatever_is_asked_of_it(name: str) -> None:
    found: Any = getattr(tabstream, name)
    with pytest.raises(NotThereYetError, match="not there yet"):
        _ = found.anything
    with pytest.raises(NotThereYetError, match="not there yet"):
        found["anything"]


@pytest.mark.parametrize("name", LATER_OBJECTS)
@pytest.mark.parametrize("ask", [bool, str, len, iter, lambda it: "email" in it])
def test_an_object_that_is_not_there_yet_is_neither_true_nor_false_nor_text(
    name: str, ask: Any
) -> None:
    found: Any = getattr(tabstream, name)
    with pytest.raises(NotThereYetError, match=rf"`st\.{found._name}` is not there yet"):
        ask(found)
    assert "not there yet" in repr(found)


@pytest.mark.parametrize("name", [name for name in LATER if hasattr(DeltaGenerator, name)])
def test_an_element_that_is_not_there_yet_says_so_on_a_container_too(name: str) -> None:
    with pytest.raises(NotThereYetError):
        getattr(tabstream.sidebar, name)()


@pytest.mark.parametrize("name", ["v1.html", "v1.iframe", "v1.declare_component", "v2.component"])
def test_components_are_not_there_yet(name: str) -> None:
    module, function = name.split(".")
    with pytest.raises(NotThereYetError, match=rf"`st\.components\.{name}`"):
        getattr(getattr(tabstream.components, module), function)("x")


def test_a_class_cannot_derive_from_what_is_not_there_yet() -> None:
    with pytest.raises(NotThereYetError, match="BaseConnection"):

        class Mine(tabstream.connections.BaseConnection):  # type: ignore[valid-type,misc]
            pass


def test_the_page_shows_which_name_is_missing(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import streamlit as st\n@st.fragment\ndef f(): ...\n")
    host = MemoryHost()
    session = open_app(
        host, json.dumps({"type": "open", "entry": "app.py", "folder": str(tmp_path)})
    )
    host.deliver(json.dumps({"type": "run", "id": 1}))
    session.serve()
    (node,) = session.tree.roots[0].children
    assert "`st.fragment` is not there yet" in str(node.message)


def test_no_name_is_there_without_being_known_to_this_test() -> None:
    known = {*THERE, *OLD, *LATER, *LATER_OBJECTS}
    known |= {"DeltaGenerator", "components", "connections", "errors", "logger", "runtime"}
    public = {
        name
        for name, value in vars(tabstream).items()
        if not name.startswith("_") and (not inspect.ismodule(value) or name in known)
    }
    assert public - known == set()


def test_every_element_of_st_is_an_element_of_containers() -> None:
    ours = {
        name
        for name, value in vars(tabstream).items()
        if inspect.ismethod(value) and isinstance(value.__self__, DeltaGenerator)
    }
    assert {name for name in ours if not hasattr(DeltaGenerator, name)} == set()
