"""Options: what can be one, how they keep apart, and what becomes of a choice when they change."""

from __future__ import annotations

from typing import Any

import pytest

from tabstream.testing import AppTest


def all_of(app: AppTest, kind: str) -> Any:
    """Return the elements of a kind, whatever they are."""
    return app.get(kind)


ONE = ["radio", "selectbox", "select_slider"]


def run(source: str) -> AppTest:
    """Run an app that has streamlit, pandas and numpy at hand."""
    head = "import streamlit as st, pandas as pd, numpy as np, enum\n"
    return AppTest.from_string(head + source).run()


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        ('["a", "b"]', ["a", "b"]),
        ("(1, 2.5, None)", ["1", "2.5", "None"]),
        ("range(2)", ["0", "1"]),
        ('{"a": 1, "b": 2}', ["a", "b"]),
        ('(letter for letter in "ab")', ["a", "b"]),
        ("np.array([1, 2])", ["1", "2"]),
        ("np.array([[1, 2], [3, 4]])", ["1", "3"]),
        ('pd.Series(["a", "b"], index=[7, 8])', ["a", "b"]),
        ('pd.Index(["a", "b"])', ["a", "b"]),
        ('pd.DataFrame({"x": [1, 2], "y": [3, 4]})', ["1", "2"]),
        ('enum.Enum("Sky", ["CLEAR", "GREY"])', ["Sky.CLEAR", "Sky.GREY"]),
        ('"one option"', ["one option"]),
        ("5", ["5"]),
    ],
)
@pytest.mark.parametrize("name", [*ONE, "multiselect"])
def test_options_are_whatever_holds_values(name: str, options: str, labels: list[str]) -> None:
    app = run(f'st.{name}("Pick", {options})')
    assert list(all_of(app, name)[0].options) == labels


@pytest.mark.parametrize("name", ["radio", "selectbox"])
def test_the_first_option_is_chosen_unless_the_author_says_which(name: str) -> None:
    app = run(f"""
st.{name}("a", ["x", "y"])
st.{name}("b", ["x", "y"], index=1)
st.{name}("c", ["x", "y"], index=None)
st.{name}("d", [])
""")
    assert [widget.value for widget in all_of(app, name)] == ["x", "y", None, None]


@pytest.mark.parametrize("name", ["radio", "selectbox"])
@pytest.mark.parametrize(
    ("index", "error"),
    [
        ("2", "StreamlitValueOutOfRangeError"),
        ("-1", "StreamlitValueOutOfRangeError"),
        ('"x"', "StreamlitInvalidParameterTypeError"),
        ("1.0", "StreamlitInvalidParameterTypeError"),
    ],
)
def test_an_index_without_an_option_is_an_error(name: str, index: str, error: str) -> None:
    app = run(f'st.{name}("Pick", ["x", "y"], index={index})')
    assert app.exception[0].proto.type == error


@pytest.mark.parametrize("name", ONE)
def test_the_chosen_option_is_returned_and_not_its_label(name: str) -> None:
    app = run(f'st.text(repr(st.{name}("Pick", [1, 2], format_func=lambda n: f"no. {{n}}")))')
    assert list(all_of(app, name)[0].options) == ["no. 1", "no. 2"]
    all_of(app, name)[0].set_value(2).run()
    assert app.text[0].value == "2"


@pytest.mark.parametrize("name", ONE)
def test_options_that_look_the_same_are_told_apart(name: str) -> None:
    app = run(f'st.text(st.{name}("Pick", [1, 2, 3], format_func=lambda n: "same") )')
    assert list(all_of(app, name)[0].options) == ["same", "same", "same"]
    assert list(all_of(app, name)[0].proto.names) == ["same", "same (2)", "same (3)"]
    all_of(app, name)[0].set_value(3).run()
    assert app.text[0].value == "3"


@pytest.mark.parametrize("name", ["radio", "selectbox"])
def test_with_a_key_a_choice_stays_while_its_option_is_there(name: str) -> None:
    app = run(f"""
options = st.session_state.get("options", ["a", "b", "c"])
st.{name}("Pick", options, key="pick")
""")
    all_of(app, name)[0].set_value("b")
    app.session_state["options"] = ["x", "b", "y"]
    app.run()
    assert all_of(app, name)[0].value == "b"
    app.session_state["options"] = ["x", "y"]
    app.run()
    assert all_of(app, name)[0].value == "x"


@pytest.mark.parametrize("name", ["radio", "selectbox"])
def test_without_a_key_other_options_make_another_widget(name: str) -> None:
    app = run(f"""
options = st.session_state.get("options", ["a", "b", "c"])
st.{name}("Pick", options)
""")
    all_of(app, name)[0].set_value("b")
    app.session_state["options"] = ["x", "b", "y"]
    app.run()
    assert all_of(app, name)[0].value == "x"


@pytest.mark.parametrize("name", ["radio", "selectbox"])
def test_an_enumeration_that_the_script_defines_anew_keeps_the_choice(name: str) -> None:
    app = run(f"""
class Sky(enum.Enum):
    CLEAR = 1
    GREY = 2
sky = st.{name}("Sky", Sky, key="sky")
st.text(sky is Sky.GREY)
st.session_state["kept"] = sky
""")
    all_of(app, name)[0].set_value(app.session_state["kept"].__class__.GREY).run()
    assert app.text[0].value == "True"
    app.run()
    assert app.text[0].value == "True"


@pytest.mark.parametrize("name", ["radio", "selectbox"])
@pytest.mark.parametrize(
    ("value", "chosen"), [('"b"', "b"), ("None", None), ('"gone"', "a"), ("7", "a")]
)
def test_the_session_state_sets_an_option_or_the_default_holds(
    name: str, value: str, chosen: Any
) -> None:
    app = run(f"""
st.session_state.pick = {value}
st.{name}("Pick", ["a", "b"], key="pick")
""")
    assert all_of(app, name)[0].value == chosen


def test_a_radios_captions_can_be_fewer_than_its_options() -> None:
    app = run('st.radio("Pick", ["a", "b", "c"], captions=[None, "below b"], horizontal=True)')
    assert list(app.radio[0].proto.captions) == ["", "below b"]
    assert app.radio[0].proto.horizontal


# ---- selectbox ----------------------------------------------------------------------------------


def test_a_selectbox_takes_new_options_where_it_may() -> None:
    app = run('st.text(st.selectbox("Pick", ["a"], accept_new_options=True))')
    app.selectbox[0].set_value("new").run()
    assert app.text[0].value == "new"


@pytest.mark.parametrize(
    ("arguments", "placeholder"),
    [
        ('["a"]', "Choose an option"),
        ('["a"], accept_new_options=True', "Choose or add an option"),
        ("[], accept_new_options=True", "Add an option"),
        ("[]", "No options to select"),
        ('["a"], placeholder="Any"', "Any"),
    ],
)
def test_an_empty_selectbox_says_what_can_be_done(arguments: str, placeholder: str) -> None:
    app = run(f'st.selectbox("Pick", {arguments})')
    assert app.selectbox[0].placeholder == placeholder


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ('filter_mode="zz"', "StreamlitValueError"),
        ("filter_mode=None, accept_new_options=True", "StreamlitIncompatibleParametersError"),
    ],
)
@pytest.mark.parametrize("name", ["selectbox", "multiselect"])
def test_typing_finds_options_in_ways_that_there_are(name: str, arguments: str, error: str) -> None:
    app = run(f'st.{name}("Pick", ["a"], {arguments})')
    assert app.exception[0].proto.type == error


# ---- multiselect --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("default", "chosen"),
    [
        ("None", []),
        ('["b", "a"]', ["b", "a"]),
        ('"ab"', ["ab"]),
        ('{"a"}', ["a"]),
        ('pd.Series(["a"])', ["a"]),
        ("np.array(['b'])", ["b"]),
    ],
)
def test_a_multiselects_default_is_one_option_or_several(default: str, chosen: list[str]) -> None:
    app = run(f'st.multiselect("Pick", ["a", "b", "ab"], {default})')
    assert app.multiselect[0].value == chosen


def test_a_default_that_is_no_option_is_an_error() -> None:
    app = run('st.multiselect("Pick", ["a"], ["b"])')
    assert app.exception[0].proto.type == "StreamlitDefaultNotInOptionsError"


def test_a_multiselect_loses_only_the_options_that_are_gone() -> None:
    app = run("""
options = st.session_state.get("options", ["a", "b", "c"])
st.multiselect("Pick", options, key="pick")
""")
    app.multiselect[0].set_value(["c", "a"])
    app.session_state["options"] = ["c", "d"]
    app.run()
    assert app.multiselect[0].value == ["c"]


def test_more_options_than_allowed_are_an_error() -> None:
    for source in (
        'st.multiselect("Pick", ["a", "b"], ["a", "b"], max_selections=1)',
        'st.session_state.p = ["a", "b"]\n'
        'st.multiselect("Pick", ["a", "b"], max_selections=1, key="p")',
    ):
        app = run(source)
        assert app.exception[0].proto.type == "StreamlitSelectionCountExceedsMaxError"


def test_a_script_that_changes_its_list_does_not_change_the_widget() -> None:
    app = run("""
picked = st.multiselect("Pick", ["a", "b"], ["a"], key="pick")
picked.append("more")
st.text(st.session_state.pick)
""")
    assert app.text[0].value == "['a']"


@pytest.mark.parametrize(
    ("select_all", "up_to"), [("True", None), ("False", 0), ("7", 7), ("1000", 1000)]
)
def test_select_all_is_offered_up_to_a_number_of_options(select_all: str, up_to: Any) -> None:
    app = run(f'st.multiselect("Pick", ["a"], select_all={select_all})')
    assert app.multiselect[0].proto.select_all_up_to == up_to


# ---- select_slider ------------------------------------------------------------------------------


def test_two_options_make_a_range_that_goes_upwards() -> None:
    app = run('st.text(st.select_slider("Size", ["s", "m", "l"], ["l", "s"]))')
    assert app.text[0].value == "('s', 'l')"
    app.select_slider[0].set_range("s", "m").run()
    assert app.text[0].value == "('s', 'm')"


def test_a_range_in_the_session_state_makes_a_range() -> None:
    app = run("""
if "sizes" not in st.session_state:
    st.session_state.sizes = ("s", "m")
st.select_slider("Size", ["s", "m", "l"], key="sizes")
""")
    assert app.select_slider[0].value == ("s", "m")
    app.select_slider[0].set_range("m", "l").run()
    assert app.select_slider[0].value == ("m", "l")


def test_a_tuple_can_be_an_option() -> None:
    app = run('st.select_slider("Pair", [(1, 2), (3, 4)], (3, 4))')
    assert app.select_slider[0].value == (3, 4)


def test_numbers_that_differ_by_a_rounding_error_are_the_same_option() -> None:
    app = run('st.select_slider("Share", [0.1, 0.2, 0.3], 0.1 + 0.2)')
    assert app.select_slider[0].value == 0.3


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ("[]", "StreamlitMissingRequiredParameterError"),
        ('["a"], "b"', "ValueError"),
        ('["a", "b"], ("a",)', "ValueError"),
    ],
)
def test_a_select_slider_needs_options_and_stands_at_one_of_them(
    arguments: str, error: str
) -> None:
    app = run(f'st.select_slider("Size", {arguments})')
    assert app.exception[0].proto.type == error
