from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hosts import OPEN_TO_ALL, WITHOUT_JSPI, Host

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from controllers.own_app import OwnApp

APP = """\
import sys
from urllib.error import HTTPError
from urllib.request import urlopen

import pandas as pd
import requests
import streamlit as st

OPEN, CLOSED = {origins}
st.text(pd.read_csv(f"{{OPEN}}/data.csv")["size"].sum())
with urlopen(f"{{OPEN}}/data.csv") as answer:
    st.text(f"{{answer.status}} {{answer.read().decode().split()}}")
st.text(requests.get(f"{{OPEN}}/data.csv").text.split())
try:
    urlopen(f"{{OPEN}}/gone.csv")
except HTTPError as error:
    st.text(error)
try:
    urlopen(f"{{OPEN}}/slow.csv", timeout=0.2)
except TimeoutError as error:
    st.text(error)
for read in (pd.read_csv, urlopen, requests.get):
    try:
        read(f"{{CLOSED}}/data.csv")
    except Exception as error:
        st.text(f"{{type(error).__name__}}: {{error}}")
"""


@pytest.mark.parametrize("has_jspi", [True, False], ids=["jspi", "no jspi"])
def test_pandas_urllib_and_requests_read_where_they_may_and_say_why_where_not(
    own_app: OwnApp,
    start_host: Callable[[Host], Host],
    tmp_path: Path,
    has_jspi: bool,
) -> None:
    if not has_jspi:
        own_app.host.first_lines = WITHOUT_JSPI
    for name in ("data.csv", "slow.csv"):
        (tmp_path / name).write_text("name,size\na,1\nb,2\n")
    open_host = start_host(Host({"/": tmp_path}, OPEN_TO_ALL, speeds={"/slow.csv": 10}))
    closed_host = start_host(Host({"/": tmp_path}))
    own_app.open_files({"app.py": APP.format(origins=(open_host.origin, closed_host.origin))})
    own_app.expect_started()
    print(own_app.root.inner_text())
    own_app.expect_no_error()
    rows = ["name,size", "a,1", "b,2"]
    texts = own_app.root.get_by_test_id("stText").all_inner_texts()
    assert texts[:4] == ["3", f"200 {rows}", f"{rows}", "HTTP Error 404: File not found"]
    assert texts[4] == f"{open_host.origin}/slow.csv did not answer within 0.2 s."
    names = ["URLError", "URLError", "ConnectionError"]
    for name, text in zip(names, texts[5:], strict=True):
        assert text.startswith(name)
        assert closed_host.origin.removeprefix("http://") in text
        assert "Access-Control-Allow-Origin" in text
        assert "put the file beside the script" in text
