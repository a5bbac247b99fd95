"""The reference: every name that authors call, with an example that runs."""

from __future__ import annotations

import inspect

import pytest
from tools.docs.reference import PAGES, Named, example_of, names_of, public_names, write_page

import tabstream
from tabstream.testing import AppTest
from tabstream_docs.syntax import find_mistake

NAMES = [one for page in PAGES for one in names_of(page)]


def test_every_public_name_is_on_one_page() -> None:
    """A new module of elements has to be added to the table in tools/docs/reference/names.py."""
    assert sorted(one.name for one in NAMES) == sorted(one.name for one in public_names())
    assert {"slider", "cache_data", "session_state", "column_config.TextColumn"} <= {
        one.name for one in NAMES
    }


@pytest.mark.parametrize("one", NAMES, ids=lambda one: one.name)
def test_an_example_runs(one: Named) -> None:
    assert find_mistake(example_of(one)) is None
    app = AppTest.from_string(example_of(one), default_timeout=30).run()
    assert one.name == "exception" or not app.exception, app.exception


def test_a_name_has_its_signature_its_arguments_and_an_app() -> None:
    [widgets] = [write_page(page) for page in PAGES if page.name == "widgets"]
    _, _, slider = widgets.partition("## `st.slider` { #slider }")
    slider, _, _ = slider.partition("\n## ")
    assert "st.slider(\n    label,\n    min_value=None," in slider
    assert 'on_change="rerun",' in slider
    assert "\n`step`\n:   How far it goes at a time" in slider
    assert 'tabstream title="st.slider" show="both" start="click"' in slider
    # What Python's prompt would print, the app writes.
    assert 'x = st.slider("x")\nst.write(x, "squared is", x * x)' in slider


def test_what_all_widgets_take_is_described_once() -> None:
    [widgets] = [write_page(page) for page in PAGES if page.name == "widgets"]
    assert widgets.count("`label_visibility`\n:   ") == 1
    assert "[What all widgets take](#all-widgets)" in widgets
    assert "tabstream.elements" not in widgets


def test_the_description_is_that_of_the_docstring() -> None:
    text = "\n".join(write_page(page) for page in PAGES)
    for name in ("slider", "columns", "json"):
        first = (inspect.getdoc(getattr(tabstream, name)) or "").partition("\n")[0]
        assert first in text
