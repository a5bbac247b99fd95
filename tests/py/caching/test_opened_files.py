"""Files are read, changed, and read again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pandas as pd
import pytest

import tabstream as st
from tabstream.caching.clearing import clear_all
from tabstream.caching.opened_files import changed_file, reading


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    clear_all()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "data.csv"
    file.write_text("a\n1\n")
    return file


def test_files_that_are_read_are_recorded_by_whomever_they_are(data: Path) -> None:
    with reading() as files:
        pd.read_csv(data)
        data.read_text()
        os.close(os.open(data.with_name("other"), os.O_RDWR | os.O_CREAT))
        data.with_name("written").write_text("x")
        data.with_name("folder").mkdir()
        shutil.rmtree(data.with_name("folder"))
    assert set(files) == {str(data)}


def test_a_file_is_changed_by_another_size_another_time_or_its_absence(data: Path) -> None:
    with reading() as files:
        data.read_text()
    assert changed_file(files) is None
    data.write_text("a\n1\n2\n")
    assert changed_file(files)
    with reading() as files:
        data.read_text()
    os.utime(data, ns=(1, 1))
    assert changed_file(files)
    data.unlink()
    assert changed_file(files)


def test_a_file_that_was_missed_counts_when_it_is_there(data: Path) -> None:
    missed = data.with_name("missed")
    with reading() as files, pytest.raises(FileNotFoundError):
        missed.read_text()
    assert changed_file(files) is None
    missed.write_text("here")
    assert changed_file(files)


def test_a_cached_function_reads_a_changed_file_again(data: Path) -> None:
    @st.cache
    def total(path: str) -> int:
        return int(pd.read_csv(path)["a"].sum())

    assert [total(str(data)), total(str(data))] == [1, 1]
    data.write_text("a\n1\n5\n")
    assert total(str(data)) == 6


def test_what_a_cached_function_reads_whoever_calls_it_depends_on(data: Path) -> None:
    @st.cache
    def text(path: str) -> str:
        return Path(path).read_text()

    @st.cache
    def shout(path: str) -> str:
        return str(text(path)).upper()

    assert text(str(data)) == "a\n1\n"
    assert shout(str(data)) == "A\n1\n"
    data.write_text("b\n1\n2\n")
    assert shout(str(data)) == "B\n1\n2\n"
