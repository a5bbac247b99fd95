from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from controllers.app import START_MS
from playwright.sync_api import expect

if TYPE_CHECKING:
    from controllers.own_app import OwnApp

APP = """\
# /// script
# dependencies = ["packaging"]
# ///
import streamlit as st
import helper

st.text(f"{helper.name} in {st.session_state.setdefault('first', helper.name)}")
try:
    import numba
except ImportError:
    numba = None
"""

IMPOSSIBLE = """
import torch
"""


@pytest.mark.smoke
def test_what_is_declared_and_imported_is_loaded_and_nothing_else(own_app: OwnApp) -> None:
    own_app.open_files(
        {
            "app.py": APP,
            "helper.py": "import pytz\nname = pytz.__name__",
            "not_imported.py": "import numpy",
            "requirements.txt": "cycler>=0.1 # for charts\n-e .\n",
            "pyscript.toml": 'packages = ["idna"]',
        }
    )
    own_app.expect_started()
    own_app.texts.expect("pytz in pytz")
    # cycler asks for six.
    assert own_app.wheels == ["cycler", "idna", "packaging", "pytz", "six"]
    # What could not be read is said, with its place, and the rest counts.
    [warning] = own_app.said("log")
    assert warning["text"].startswith("requirements.txt:2: -e .")
    expect(own_app.page.get_by_test_id("stImpossible")).to_have_count(0)

    # A saved file may need more: it is there before the run, and the session goes on.
    own_app.save_files({"helper.py": "import attr\nname = attr.__name__"})
    own_app.texts.expect("attr in pytz")
    assert own_app.wheels == ["attrs", "cycler", "idna", "packaging", "pytz", "six"]

    # What can never be there is named before the run, with the line and the reason.
    own_app.save_files({"app.py": APP + IMPOSSIBLE})
    notice = own_app.page.get_by_test_id("stImpossible")
    expect(notice).to_contain_text("torch cannot run in a browser.")
    expect(notice).to_contain_text("It is imported in app.py:13, but it is native code")
    expect(own_app.page.get_by_test_id("stException")).to_contain_text("No module named 'torch'")
    own_app.texts.expect("attr in pytz")


def test_a_package_that_cannot_be_loaded_is_a_failure_that_can_be_tried_again(
    own_app: OwnApp,
) -> None:
    own_app.host.faults = {"six-1.17.0-py2.py3-none-any.whl": "missing"}
    own_app.open_files({"app.py": "import six\nimport streamlit as st\nst.text(six.__name__)"})
    failure = own_app.page.get_by_test_id("stFailure")
    expect(failure).to_contain_text("six-1.17.0", timeout=START_MS)
    own_app.host.faults = {}
    failure.get_by_role("button", name="Retry").click()
    own_app.expect_started()
    own_app.texts.expect("six")
