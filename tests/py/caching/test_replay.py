"""What a cached function draws, drawn again when its value is kept."""

from __future__ import annotations

import pytest

from tabstream.testing import AppTest


def shown(source: str, runs: int = 2) -> list[list[str]]:
    """Return the texts after each of several runs."""
    app = AppTest.from_string("import streamlit as st\n" + source)
    texts = []
    for _ in range(runs):
        app.run()
        assert not app.exception
        texts.append([one.value for one in (*app.info, *app.text)])
    return texts


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("place = st.empty(); place.info('loading'); place.empty()", []),
        ("place = st.empty(); place.info('loading'); place.info('done')", ["done"]),
        ("bar = st.progress(0); bar.progress(50); bar.empty()", []),
        ("with st.empty().container():\n        st.text('inside')", ["inside"]),
        ("st.text('first').text('second')", ["second"]),
    ],
)
def test_an_element_that_was_replaced_is_drawn_as_it_became(body: str, texts: list[str]) -> None:
    source = f"@st.cache_data\ndef load():\n    {body}\nload()"
    assert shown(source) == [texts, texts]
