"""`import streamlit`: every name that scripts import leads somewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import tabstream
from tabstream._alias import MODULES, install

SOURCES = str(Path(tabstream.__file__).parents[1])


def run_python(code: str) -> str:
    """Run code in an interpreter of its own, where the alias is not on yet."""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={"PYTHONPATH": SOURCES},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    return ran.stdout.strip()


def with_alias(code: str) -> str:
    return run_python(f"from tabstream._alias import install; install()\n{code}")


def test_there_is_no_streamlit_before_the_alias_is_on() -> None:
    assert (
        run_python("""
import tabstream
try:
    import streamlit
except ModuleNotFoundError as error:
    print(error.name)
""")
        == "streamlit"
    )


def test_streamlit_has_the_version_of_the_interface_and_tabstream_its_own() -> None:
    assert (
        with_alias("""
import streamlit, tabstream
print(streamlit.__version__, streamlit.__name__, streamlit.__version__ == tabstream.__version__)
""")
        == "1.67.0 streamlit False"
    )


def test_both_names_mean_the_same_functions_and_the_same_classes() -> None:
    assert (
        with_alias("""
import streamlit, streamlit.errors, streamlit.delta_generator, tabstream, tabstream.errors
print(
    streamlit.write == tabstream.write,
    streamlit.errors.StreamlitAPIException is tabstream.errors.StreamlitAPIException,
    streamlit.delta_generator.DeltaGenerator is tabstream.DeltaGenerator,
    streamlit.runtime.__name__, streamlit.runtime.__spec__.name,
)
""")
        == "True True True streamlit.runtime streamlit.runtime"
    )


def test_every_module_of_the_table_can_be_imported() -> None:
    assert with_alias("""
import importlib, sys
from tabstream._alias import MODULES
for name in MODULES:
    assert importlib.import_module(name) is sys.modules[name], name
print(len(MODULES))
""") == str(len(MODULES))


def test_every_module_of_the_table_is_an_attribute_after_a_plain_import() -> None:
    """Streamlit binds its modules to one another; scripts rely on it in type hints."""
    assert with_alias("""
import streamlit, sys
from tabstream._alias import MODULES
for name in MODULES:
    assert eval(name) is sys.modules[name], name
print(len(MODULES))
""") == str(len(MODULES))


def test_a_plain_import_loads_no_module_below() -> None:
    assert (
        with_alias("""
import streamlit, sys
print([name for name in sys.modules if name.startswith("streamlit.")])
""")
        == "[]"
    )


LINES = """
import streamlit as st; st.delta_generator.DeltaGenerator.write
import streamlit as st; st.runtime.uploaded_file_manager.UploadedFile
import streamlit as st; st.config.get_option("client.toolbarMode")
import streamlit as st; st._config.get_option("client.toolbarMode")
from streamlit.ReportThread import get_report_ctx; assert get_report_ctx() is None
import streamlit as st; st.version.STREAMLIT_VERSION_STRING
import streamlit as st; st.typing.DataframeState
from streamlit.elements.lib.mutable_status_container import StatusContainer
from streamlit.runtime.state import SessionStateProxy, QueryParamsProxy
from streamlit.runtime.secrets import secrets_singleton
from streamlit.runtime.scriptrunner import RerunData, RerunException; RerunException(RerunData())
from streamlit.runtime.scriptrunner.script_runner import RerunException
from streamlit.script_request_queue import RerunData
from streamlit.script_runner import RerunException
from streamlit.runtime import get_instance
from streamlit import runtime; assert not runtime.exists()
import streamlit as st; assert not st.runtime.exists()
from streamlit.runtime.scriptrunner import get_script_run_ctx, add_script_run_ctx
from streamlit.runtime.scriptrunner import RerunException, StopException
from streamlit.runtime.scriptrunner.script_run_context import get_script_run_ctx
from streamlit.report_thread import get_report_ctx; assert get_report_ctx() is None
from streamlit.runtime.uploaded_file_manager import UploadedFile
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.caching import cache_data
from streamlit.errors import StreamlitAPIException, StreamlitValueError
from streamlit.errors import StreamlitDuplicateElementId, DuplicateWidgetID
from streamlit.delta_generator import DeltaGenerator; DeltaGenerator.write
from streamlit.testing.v1 import AppTest; AppTest.from_string
from streamlit.typing import DataframeState, UploadedFile
from streamlit.version import STREAMLIT_VERSION_STRING
from streamlit.logger import get_logger; get_logger(__name__).info("a")
from streamlit.column_config import TextColumn
from streamlit.web import cli as stcli; stcli.main
import streamlit.web.bootstrap; streamlit.web.bootstrap.run
from streamlit import config; config.get_option("client.toolbarMode")
import streamlit as st; st.components.v1.html
import streamlit.components.v1 as components; components.html
import streamlit as st; st.errors.StreamlitAPIException, st.errors.StreamlitValueError
import streamlit as st; st.column_config.TextColumn
from streamlit import session_state, sidebar, cache_data, secrets, query_params
"""


def test_lines_that_real_scripts_begin_with_work() -> None:
    assert (
        with_alias(f"""
for line in {LINES.strip().splitlines()!r}:
    try:
        exec(line, {{"__name__": "__main__"}})
    except Exception as error:
        print(line, "->", repr(error))
""")
        == ""
    )


def test_a_module_that_is_not_in_the_table_is_named() -> None:
    assert (
        with_alias("""
try:
    import streamlit.nothing
except ModuleNotFoundError as error:
    print(error.name, "not there yet" in str(error))
""")
        == "streamlit.nothing True"
    )


def test_an_attribute_that_is_not_there_is_an_attribute_error_that_names_it() -> None:
    assert (
        with_alias("""
import streamlit as st
for place in (st, st.runtime):
    try:
        place.nothing
    except AttributeError as error:
        print(error)
""")
        == "module 'streamlit' has no attribute 'nothing'\n"
        "module 'streamlit.runtime' has no attribute 'nothing'"
    )


def test_the_alias_is_put_in_place_once() -> None:
    install()
    before = len(sys.meta_path)
    install()
    assert len(sys.meta_path) == before
