"""Files that a person gives to an app."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from tabstream.elements import UploadedFile
from tabstream.testing import AppTest


def run(source: str) -> AppTest:
    """Run an app that has streamlit at hand."""
    return AppTest.from_string("import streamlit as st\n" + source).run()


def test_there_is_no_file_until_a_person_gives_one() -> None:
    app = run("""
st.text(st.file_uploader("One"))
st.text(st.file_uploader("Many", accept_multiple_files=True))
""")
    assert [text.value for text in app.text] == ["None", "[]"]


def test_a_file_is_read_like_any_file() -> None:
    app = run("""
file = st.file_uploader("Readings")
if file is not None:
    st.text((file.name, file.type, file.size, file.read(), file.read()))
""")
    app.file_uploader[0].upload("rain.csv", b"day,rain", "text/csv").run()
    assert app.text[0].value == "('rain.csv', 'text/csv', 8, b'day,rain', b'')"


def test_every_run_reads_a_file_from_its_start() -> None:
    app = run("""
file = st.file_uploader("Readings")
st.text(file.read() if file else None)
""")
    app.file_uploader[0].upload("rain.csv", b"day,rain", "text/csv").run()
    assert app.run().text[0].value == "b'day,rain'"
    assert app.run().text[0].value == "b'day,rain'"


def test_several_files_come_as_a_list() -> None:
    app = run("""
files = st.file_uploader("Readings", accept_multiple_files=True)
st.text([file.name for file in files])
""")
    app.file_uploader[0].set_value([("a", b"1", ""), ("b", b"2", "")]).run()
    assert app.text[0].value == "['a', 'b']"


def test_a_file_lies_in_memory_once_and_is_let_go_when_it_was_taken_away() -> None:
    app = run("""
from pathlib import Path
from tabstream._runtime import current_run
st.file_uploader("Readings", key="readings")
uploads = current_run().session.uploads.values()
st.text([(upload.name, Path(upload.path).exists()) for upload in uploads])
""")
    app.file_uploader[0].upload("a", b"1", "").run()
    assert app.text[0].value == "[('a', False)]"
    app.file_uploader[0].clear().run()
    assert app.run().text[0].value == "[]"


def test_a_file_is_the_same_file_in_the_next_run() -> None:
    one = UploadedFile("1", "a", "", b"a")
    again = UploadedFile("1", "a", "", b"a")
    other = UploadedFile("2", "a", "", b"a")
    assert one == again != other
    assert len({one, again, other}) == 2
    assert isinstance(one, BytesIO)


def test_writing_to_a_file_leaves_the_next_one_alone() -> None:
    content = b"rain"
    first = UploadedFile("1", "a", "", content)
    first.write(b"wind")
    assert UploadedFile("1", "a", "", content).getvalue() == b"rain"


@pytest.mark.parametrize(
    ("type", "types"),
    [
        ("None", []),
        ('"csv"', [".csv"]),
        ('".TXT"', [".txt"]),
        ('"jpg"', [".jpg", ".jpeg"]),
        ('["jpeg", "PNG", " .csv "]', [".jpeg", ".png", ".csv", ".jpg"]),
        ('"image/png"', ["image/png"]),
        ('"image"', ["image/*"]),
        ('"tar.gz"', [".tar.gz"]),
        ('""', []),
    ],
)
def test_what_is_accepted_is_said_in_the_words_of_html(type: str, types: list[str]) -> None:
    app = run(f'st.file_uploader("Readings", type={type})')
    assert list(app.file_uploader[0].proto.types) == types


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        ("", "accepts", "one"),
        ("accept_multiple_files=True", "accepts", "many"),
        ('accept_multiple_files="directory"', "accepts", "directory"),
        ("", "max_size_mb", 200),
        ("max_upload_size=5", "max_size_mb", 5),
    ],
)
def test_how_many_files_and_how_large(arguments: str, field: str, value: Any) -> None:
    app = run(f'st.file_uploader("Readings", {arguments})')
    assert getattr(app.file_uploader[0].proto, field) == value


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ("type=[5]", "StreamlitInvalidParameterTypeError"),
        ("max_upload_size=0", "StreamlitValueError"),
        ("max_upload_size=1.5", "StreamlitValueError"),
        ('width="content"', "StreamlitInvalidWidthError"),
    ],
)
def test_arguments_that_make_no_uploader_are_an_error(arguments: str, error: str) -> None:
    assert run(f'st.file_uploader("Readings", {arguments})').exception[0].proto.type == error


def test_the_session_state_cannot_upload() -> None:
    app = run('st.session_state.readings = 5\nst.file_uploader("Readings", key="readings")')
    assert app.exception[0].proto.type == "StreamlitValueAssignmentNotAllowedError"
