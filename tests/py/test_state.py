"""What outlives a run, as a script sees it: session_state, query_params, secrets."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

import tabstream
from tabstream.testing import AppTest

if TYPE_CHECKING:
    from pathlib import Path


def run(source: str, **query: Any) -> AppTest:
    """Run an app that has streamlit at hand, at an address."""
    app = AppTest.from_string("import streamlit as st\n" + source)
    app.query_params.update(query)
    return app.run()


def error_of(source: str) -> tuple[str, str]:
    """Return the type and the text of the error that a script ends with."""
    card = run(source).exception[0]
    return card.proto.type, card.message


# ---- session_state ------------------------------------------------------------------------------


def test_a_value_can_be_an_item_or_an_attribute() -> None:
    app = run("""
st.session_state.a = 1
st.session_state["b"] = 2
st.text((st.session_state["a"], st.session_state.b, len(st.session_state)))
del st.session_state.a
del st.session_state["b"]
st.text(st.session_state.to_dict())
""")
    assert [text.value for text in app.text] == ["(1, 2, 2)", "{}"]


def test_it_is_a_mapping() -> None:
    app = run("""
state = st.session_state
state.update(a=1, b=2)
st.text((state.setdefault("a", 9), state.pop("b"), state.get("b", 7), "a" in state, [*state]))
state.clear()
st.text(str(state))
""")
    assert [text.value for text in app.text] == ["(1, 2, 7, True, ['a'])", "{}"]


def test_a_key_is_text_whatever_it_is_given_as() -> None:
    app = run("""
st.session_state[1] = "one"
st.slider("size", key=2)
st.text((st.session_state["1"], st.session_state["2"], sorted(st.session_state)))
""")
    assert app.text[0].value == "('one', 0, ['1', '2'])"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("st.session_state.gone", "AttributeError"),
        ('st.session_state["gone"]', "KeyError"),
        ("del st.session_state.gone", "AttributeError"),
        ('del st.session_state["gone"]', "KeyError"),
    ],
)
def test_a_value_that_is_not_there_is_missed_by_name(source: str, error: str) -> None:
    type_, text = error_of(source)
    assert type_ == error
    assert "st.session_state has no" in text
    assert '"gone"' in text
    assert "Did you forget to initialize it?" in text


@pytest.mark.parametrize("key", ['""', '"$$ID-a"'])
def test_names_that_no_widget_can_have_are_refused(key: str) -> None:
    assert error_of(f"st.session_state[{key}] = 1")[0] == "StreamlitAPIException"


def test_a_keyless_widget_has_no_name() -> None:
    app = run('st.slider("a")\nst.slider("b", key="b")\nst.text(list(st.session_state))')
    assert app.text[0].value == "['b']"


def test_values_last_from_run_to_run_and_belong_to_one_session() -> None:
    source = """
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.text(st.session_state.runs)
"""
    first, second = run(source), run(source)
    first.run()
    assert (first.text[0].value, second.text[0].value) == ("2", "1")


def test_without_an_app_values_last_as_long_as_the_process() -> None:
    state = tabstream.session_state
    state["of this test"] = 1
    assert state["of this test"] == 1
    del state["of this test"]
    assert "of this test" not in state


# ---- query_params -------------------------------------------------------------------------------


def test_parameters_are_texts_and_the_last_one_counts() -> None:
    app = run(
        "st.text((st.query_params['a'], st.query_params.a, st.query_params.get_all('a')))",
        a=["1", "2"],
    )
    assert app.text[0].value == "('2', '2', ['1', '2'])"


def test_setting_a_parameter_changes_the_address() -> None:
    source = """
st.query_params["a"] = [1, 2]
st.query_params.b = True
st.query_params.update({"c": 3}, d="x")
del st.query_params["old"]
"""
    app = run(source, old="1")
    assert app.query_params == {"a": ["1", "2"], "b": "True", "c": "3", "d": "x"}


def test_the_parameters_can_be_replaced_and_cleared() -> None:
    app = run('st.query_params.from_dict({"a": ["1", "2"], "b": 3})', old="1")
    assert app.query_params == {"a": ["1", "2"], "b": "3"}
    assert run("st.query_params.clear()", old="1").query_params == {}


def test_they_are_a_mapping() -> None:
    source = """
params = st.query_params
st.text((dict(params), len(params), "a" in params, params.get_all("z"), str(params)))
"""
    app = run(source, a=["1", "2"], b="3")
    assert app.text[0].value == (
        "({'a': '2', 'b': '3'}, 2, True, [], \"{'a': ['1', '2'], 'b': '3'}\")"
    )


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ('st.query_params["gone"]', "KeyError"),
        ("st.query_params.gone", "AttributeError"),
        ('del st.query_params["gone"]', "KeyError"),
        ("del st.query_params.gone", "AttributeError"),
        ('st.query_params["embed"] = "1"', "StreamlitAPIException"),
        ('st.query_params.from_dict({"EMBED_OPTIONS": "1"})', "StreamlitAPIException"),
        ('st.query_params["a"] = {"x": 1}', "StreamlitQueryParamDictValueError"),
    ],
)
def test_what_cannot_be_asked_of_parameters_is_an_error(source: str, error: str) -> None:
    assert error_of(source)[0] == error


def test_setting_a_parameter_to_what_it_is_sends_nothing() -> None:
    app = run('st.query_params["a"] = "1"', a="1")
    assert app.query_params == {"a": "1"}


def test_the_older_functions_mean_the_same() -> None:
    source = """
st.experimental_set_query_params(a=[1, 2], b="x")
st.text(st.experimental_get_query_params())
"""
    app = run(source, old="1")
    assert app.text[0].value == "{'a': ['1', '2'], 'b': ['x']}"
    assert app.query_params == {"a": ["1", "2"], "b": "x"}


# ---- secrets ------------------------------------------------------------------------------------


@pytest.fixture
def app_folder(tmp_path: Path) -> Path:
    folder = tmp_path / ".streamlit"
    folder.mkdir()
    (folder / "secrets.toml").write_text(
        'token = "abc"\nTABSTREAM_TEST_COUNT = 3\n[database]\nuser = "may"\npool = {size = 5}\n'
    )
    return tmp_path


def run_in(folder: Path, source: str) -> AppTest:
    """Run an app in its folder."""
    script = folder / "app.py"
    script.write_text("import streamlit as st\n" + source)
    return AppTest.from_file(script).run()


def test_secrets_are_items_attributes_and_sections(app_folder: Path) -> None:
    source = """
st.text((st.secrets["token"], st.secrets.token, st.secrets.database.user))
st.text((st.secrets["database"]["pool"].size, "gone" in st.secrets, len(st.secrets)))
st.text(st.secrets.database.to_dict())
"""
    app = run_in(app_folder, source)
    assert [text.value for text in app.text] == [
        "('abc', 'abc', 'may')", "(5, False, 3)", "{'user': 'may', 'pool': {'size': 5}}",
    ]  # fmt: skip


def test_secrets_outside_sections_are_environment_variables(
    app_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABSTREAM_TEST_COUNT", "")
    run_in(app_folder, "st.secrets.token")
    assert os.environ["TABSTREAM_TEST_COUNT"] == "3"


def test_secrets_do_not_show_themselves(app_folder: Path) -> None:
    app = run_in(app_folder, "st.text((repr(st.secrets), repr(st.secrets.database)))")
    assert "abc" not in app.text[0].value
    assert "may" not in app.text[0].value


def test_a_changed_file_is_read_anew(app_folder: Path) -> None:
    app = run_in(app_folder, "st.text(st.secrets.token)")
    file = app_folder / ".streamlit" / "secrets.toml"
    file.write_text('token = "new"')
    os.utime(file, ns=(1, 1))
    assert app.run().text[0].value == "new"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ('st.secrets["gone"]', "KeyError"),
        ("st.secrets.gone", "AttributeError"),
        ("st.secrets.database.gone", "AttributeError"),
    ],
)
def test_a_missing_secret_is_missed_by_name(app_folder: Path, source: str, error: str) -> None:
    card = run_in(app_folder, source).exception[0]
    assert card.proto.type == error
    assert "gone" in card.message


@pytest.mark.parametrize(
    "source", ['st.secrets["a"]', '"a" in st.secrets', 'st.secrets.get("a")', "len(st.secrets)"]
)
def test_without_a_file_the_error_says_where_it_belongs(source: str) -> None:
    type_, text = error_of(f"st.text({source})")
    assert type_ == "StreamlitSecretNotFoundError"
    assert ".streamlit/secrets.toml" in text


def test_secrets_that_cannot_be_read_say_where(app_folder: Path) -> None:
    (app_folder / ".streamlit" / "secrets.toml").write_text("a = 1\ntoken = hush")
    app = run_in(app_folder, 'st.secrets["a"]')
    assert "line 2" in app.exception[0].value
    assert "hush" not in app.exception[0].value


def test_a_script_can_ask_whether_there_are_secrets() -> None:
    app = run("st.text((st.secrets.load_if_toml_exists(), hasattr(st.secrets, 'a')))")
    assert app.text[0].value == "(False, False)"
