"""Buttons that save a file: what it can be made of, and when."""

from __future__ import annotations

from typing import Any

import pytest

from tabstream.testing import AppTest


def all_of(app: AppTest, kind: str) -> Any:
    """Return the elements of a kind, whatever they are."""
    return app.get(kind)


def run(source: str) -> AppTest:
    """Run an app that has streamlit and io at hand."""
    return AppTest.from_string("import io\nimport streamlit as st\n" + source).run()


@pytest.mark.parametrize(
    ("data", "content", "name", "mime"),
    [
        ('"Grün"', "Grün".encode(), "download.txt", "text/plain"),
        ('b"rain"', b"rain", "download.bin", "application/octet-stream"),
        ('io.BytesIO(b"rain")', b"rain", "download.bin", "application/octet-stream"),
        ('io.StringIO("rain")', b"rain", "download.txt", "text/plain"),
        ('b"rain", "rain.png"', b"rain", "rain.png", "application/octet-stream"),
        ('b"rain", "rain.png", "image/png"', b"rain", "rain.png", "image/png"),
        ('"a,b", None, "text/csv"', b"a,b", "download.csv", "text/csv"),
    ],
)
def test_a_file_is_text_bytes_or_another_file(
    data: str, content: bytes, name: str, mime: str
) -> None:
    proto = all_of(run(f'st.download_button("Save", {data})'), "download_button")[0].proto
    assert (proto.file_name, proto.mime) == (name, mime)
    assert bytes(proto.data) == content


def test_an_open_file_says_its_name_and_kind() -> None:
    app = run("""
with open(__file__) as script:
    st.download_button("Save", script)
""")
    proto = all_of(app, "download_button")[0].proto
    assert (proto.file_name, proto.mime) == ("app.py", "text/x-python")
    assert b"st.download_button" in bytes(proto.data)


def test_a_file_that_was_read_is_saved_from_its_start_and_left_where_it_was() -> None:
    app = run("""
file = io.BytesIO(b"rain")
file.read(2)
st.download_button("Save", file)
st.text(file.tell())
""")
    assert bytes(all_of(app, "download_button")[0].proto.data) == b"rain"
    assert app.text[0].value == "2"


@pytest.mark.parametrize("data", ["5", "None", '{"a": 1}'])
def test_what_is_no_file_is_an_error(data: str) -> None:
    app = run(f'st.download_button("Save", {data})')
    assert app.exception[0].proto.type == "StreamlitAPIException"


def test_other_content_does_not_make_another_button() -> None:
    app = run("""
count = st.session_state.setdefault("count", 0)
st.session_state.count += 1
st.download_button("Save", f"run {count}")
""")
    first = all_of(app, "download_button")[0].id
    assert all_of(app.run(), "download_button")[0].id == first


def test_a_click_is_true_in_one_run() -> None:
    app = run('st.text(st.download_button("Save", "rain"))')
    all_of(app, "download_button")[0].click().run()
    assert app.text[0].value == "True"
    assert app.run().text[0].value == "False"


@pytest.mark.parametrize(("on_click", "answer"), [("rerun", "True"), ("ignore", "False")])
def test_a_file_that_takes_long_is_made_when_it_is_asked_for(on_click: str, answer: str) -> None:
    app = run(f"""
def make():
    st.session_state.made = st.session_state.get("made", 0) + 1
    return "rain"
clicked = st.download_button("Save", make, "rain.txt", on_click="{on_click}")
st.text((clicked, st.session_state.get("made", 0)))
""")
    assert all_of(app, "download_button")[0].proto.data is None
    assert app.text[0].value == "(False, 0)"
    all_of(app, "download_button")[0].click().run()
    assert app.text[0].value == f"({answer}, 1)"
    made = all_of(app, "download")[0].proto
    assert (bytes(made.data), made.file_name, made.mime) == (
        b"rain",
        "rain.txt",
        "application/octet-stream",
    )
    app.run()
    assert not all_of(app, "download")
