"""The test tool itself: an app runs in memory, and a test acts as a person would."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from tabstream.testing import AppTest, AppTestError

if TYPE_CHECKING:
    from pathlib import Path

    from tabstream._runtime import Node as SessionNode
    from tabstream.testing.view import ViewNode

_HELLO = """
    import streamlit as st
    size = st.slider("Size", 0, 10, 3, key="size")
    st.write(size, "squared is", size * size)
"""


# ---- making an app ------------------------------------------------------------------------------


def test_an_app_is_made_of_text() -> None:
    app = AppTest.from_string(_HELLO).run()

    assert app.slider[0].value == 3
    assert app.markdown[0].value == "`3` squared is `9`"


def test_an_app_is_made_of_a_file_beside_the_test(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import rain_of_may\nimport streamlit as st\nst.text(rain_of_may.RAIN)"
    )
    (tmp_path / "rain_of_may.py").write_text("RAIN = 12")

    assert AppTest.from_file(tmp_path / "app.py").run().text[0].value == "12"


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no_such_app"):
        AppTest.from_file("no_such_app.py")


def test_an_app_is_made_of_a_function_and_its_arguments() -> None:
    def script(name: str, rain: int = 0) -> None:
        import streamlit as st  # type: ignore[import-not-found]

        st.text(f"{name}: {rain}")

    app = AppTest.from_function(script, args=("May",), kwargs={"rain": 12}).run()

    assert app.text[0].value == "May: 12"


def test_a_script_gets_its_arguments() -> None:
    app = AppTest.from_string("import sys, streamlit as st\nst.json(sys.argv[1:])")
    app.argv = ["--month", "May"]

    assert app.run().json[0].value == '["--month", "May"]'


# ---- running it ---------------------------------------------------------------------------------


def test_what_is_set_takes_effect_in_the_next_run() -> None:
    app = AppTest.from_string(_HELLO).run()

    app.slider[0].set_value(7)
    assert app.slider[0].value == 7
    assert app.markdown[0].value == "`3` squared is `9`"

    app.run()
    assert app.markdown[0].value == "`7` squared is `49`"


def test_a_line_of_a_test_can_click_and_run() -> None:
    app = AppTest.from_string("import streamlit as st\nst.write(st.button('Read'))").run()

    assert app.button[0].click().run().markdown[0].value == "`True`"
    assert app.run().markdown[0].value == "`False`"


def test_a_sleeping_script_does_not_keep_the_test_waiting() -> None:
    app = AppTest.from_string("""
        import time
        import streamlit as st
        before = time.monotonic()
        time.sleep(2.5)
        st.text("awake")
    """)
    before = time.monotonic()

    assert app.run().text[0].value == "awake"
    assert time.monotonic() - before < 2


def test_a_script_that_takes_too_long_is_stopped() -> None:
    app = AppTest.from_string("""
        import time
        import streamlit as st
        while True:
            time.sleep(1)
            st.text("still here")
    """)

    with pytest.raises(RuntimeError, match=r"5"):
        app.run(timeout=5)


def test_a_script_that_reruns_for_ever_is_stopped() -> None:
    app = AppTest.from_string("import streamlit as st\nst.rerun()", default_timeout=0.2)

    with pytest.raises(RuntimeError, match=r"0\.2"):
        app.run()


def test_a_test_finds_nothing_in_the_caches_of_another() -> None:
    script = """
        import streamlit as st

        @st.cache_resource
        def log():
            return []

        log().append("read")
        st.json(log())
    """

    assert AppTest.from_string(script).run().run().json[0].value == '["read", "read"]'
    assert AppTest.from_string(script).run().json[0].value == '["read"]'


def test_the_process_is_as_it_was_after_a_run() -> None:
    # Tests of other files may have left it behind.
    for name in [name for name in sys.modules if name.partition(".")[0] == "streamlit"]:
        del sys.modules[name]
    before = (sys.argv, sys.path.copy(), sys.modules["__main__"], time.sleep)

    AppTest.from_string("import streamlit as st, sys\nsys.path.append('/nowhere')").run()

    assert (sys.argv, sys.path, sys.modules["__main__"], time.sleep) == before
    assert "streamlit" not in sys.modules


def test_a_script_that_does_not_compile_says_why() -> None:
    app = AppTest.from_string("x = = 5").run()

    assert "invalid syntax" in app.compile_error
    assert len(app.exception) == 0


# ---- acting -------------------------------------------------------------------------------------


def test_a_disabled_widget_cannot_be_touched() -> None:
    app = AppTest.from_string("import streamlit as st\nst.button('Read', disabled=True)").run()

    with pytest.raises(AppTestError, match="disabled"):
        app.button[0].click()


def test_a_forms_values_wait_for_its_button() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        with st.form("entry"):
            name = st.text_input("Name", key="name")
            st.form_submit_button("Send")
        st.text(name)
    """).run()

    app.text_input[0].input("May").run()
    assert app.text[0].value == ""

    app.text_input[0].input("May")
    app.form_submit_button[0].click().run()
    assert app.text[0].value == "May"


def test_options_are_taken_as_they_are_or_by_their_place() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.text(st.selectbox("Month", [5, 6], format_func="no. {}".format))
    """).run()

    assert app.selectbox[0].options == ["no. 5", "no. 6"]
    assert app.selectbox[0].select(6).index == 1
    assert app.selectbox[0].select_index(1).run().text[0].value == "6"


def test_a_file_is_uploaded() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        file = st.file_uploader("Readings")
        st.text(f"{file.name}: {file.read()}" if file else "none")
    """).run()
    assert app.text[0].value == "none"

    app.file_uploader[0].upload("rain.csv", b"1,2", "text/csv").run()
    assert app.text[0].value == "rain.csv: b'1,2'"

    app.file_uploader[0].clear().run()
    assert app.text[0].value == "none"


def test_the_session_state_is_set_and_looked_at() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.session_state.count += 1
        st.slider("Size", key="size")
    """)
    app.session_state["count"] = 5
    app.session_state.size = 7
    app.run()

    assert app.session_state.count == 6
    assert app.slider[0].value == 7
    assert app.session_state.to_dict() == {"count": 6, "size": 7}
    assert "rain" not in app.session_state
    with pytest.raises(KeyError, match="rain"):
        app.session_state["rain"]


def test_query_parameters_are_set_and_looked_at() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.text(st.query_params["day"])
        st.query_params["hours"] = [1, 2]
    """)
    app.query_params["day"] = "today"

    assert app.run().text[0].value == "today"
    assert app.query_params == {"day": "today", "hours": ["1", "2"]}


def test_secrets_are_handed_in() -> None:
    app = AppTest.from_string("import streamlit as st\nst.text(st.secrets.db.user)")
    app.secrets["db"] = {"user": "me"}

    assert app.run().text[0].value == "me"


# ---- looking ------------------------------------------------------------------------------------


def test_elements_are_found_by_kind_place_key_and_container() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.text("a")
        with st.sidebar:
            st.text("b")
        with st.expander("More"), st.columns(2)[1]:
            st.button("c", key="c")
    """).run()

    assert app.text.values == ["a", "b"]
    assert app.main.text.values == ["a"]
    assert app.sidebar.text[0].value == "b"
    assert app.expander[0].label == "More"
    assert app.columns[1].button[0].label == "c"
    assert app.button(key="c") == app.get_by_key("c")
    assert [node.type for node in app.get("column")] == ["column", "column"]
    assert len(app.container) == 0


def test_the_tree_has_the_places_of_the_calls() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.title("a")
        with st.container():
            st.text("b")
        st.toast("c")
        st.text("d")
    """).run()

    def outline(block: Any) -> dict[int, Any]:
        return {
            place: outline(node) if hasattr(node, "children") else node.type
            for place, node in block.children.items()
        }

    assert outline(app._tree) == {
        0: {0: "title", 1: {0: "text"}, 2: "text"},
        1: {},
        2: {0: "toast"},
    }


def test_a_key_that_is_not_there_is_an_error() -> None:
    app = AppTest.from_string(_HELLO).run()

    with pytest.raises(KeyError, match="none"):
        app.slider(key="none")


def test_a_place_that_is_not_there_is_an_error_that_tells_of_the_apps_own() -> None:
    app = AppTest.from_string("import streamlit as st\n1 / 0\nst.text('a')").run()

    with pytest.raises(IndexError, match="division by zero"):
        app.text[0]


def test_an_attribute_that_is_not_there_is_an_error_that_names_those_that_are() -> None:
    app = AppTest.from_string("import streamlit as st\nst.metric('Rain', 12, -2)").run()

    assert app.metric[0].delta == "-2"
    with pytest.raises(AttributeError, match="delta"):
        app.metric[0].dleta  # noqa: B018


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("len", "len"),
        ("Room", "Room"),
        ("Room.enter", "Room.enter"),
        ("math", "math"),
        ("Room(2)", "Room(2)"),
        ("Reading(1.5)", "Reading(rain=1.5)"),
        ("reading", "Reading(rain=1.5)"),
        ("datetime.timedelta(1)", "datetime.timedelta(days=1)"),
        ("datetime.date(2024, 5, 1)", "datetime.date(2024, 5, 1)"),
        ("[1,2]", "[1, 2]"),
        ("3", "3"),
    ],
)
def test_help_is_known_by_the_objects_text_or_else_by_its_name(argument: str, value: str) -> None:
    app = AppTest.from_string(f"""
import dataclasses, datetime, math
import streamlit as st

class Room:
    def __init__(self, size): ...
    def enter(self): ...

@dataclasses.dataclass
class Reading:
    rain: float

reading = Reading(1.5)
st.help({argument})
""")
    assert app.run().help[0].value == value


def test_a_table_comes_back_as_a_frame() -> None:
    app = AppTest.from_string("""
        import pandas as pd
        import streamlit as st
        st.dataframe(pd.DataFrame({"rain": [1.5, None], "name": ["a", "b"]}, index=["x", "y"]))
    """).run()

    frame = app.dataframe[0].value
    assert frame.loc["x", "rain"] == 1.5
    assert frame["name"].tolist() == ["a", "b"]


def test_an_error_of_the_script_is_found() -> None:
    app = AppTest.from_string("import streamlit as st\nst.text('a')\n1 / 0").run()

    assert app.exception[0].value == "division by zero"
    assert app.text[0].value == "a"


def test_an_app_prints_as_what_it_shows() -> None:
    app = AppTest.from_string(_HELLO).run()

    assert "Slider(key='size', label='Size', value=3)" in repr(app)


def test_the_page_has_the_tree_of_the_session_after_every_run() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        n = st.slider("n", 0, 9, 4)
        for i in range(n):
            if i % 3 == n % 3:
                with st.container(key=f"c{i}"):
                    st.text(i)
            st.markdown(i)
        place = st.empty()
        if n % 2:
            place.columns(n)[0].text(n)
        st.text("last")
    """).run()

    for n in (7, 0, 9, 3, 3, 8, 1):
        app.slider[0].set_value(n).run()
        for number, root in app.view.session.tree.roots.items():
            assert _shape(app.view.roots[number]) == _shape(root)


def _shape(node: ViewNode | SessionNode) -> Any:
    kind = node.kind if hasattr(node, "kind") else node.message.kind
    return kind, [_shape(child) for child in getattr(node, "children", [])]


def test_a_widget_whose_key_the_script_deleted_has_no_value_and_harms_no_other() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.number_input("x", key="x")
        st.text("below")
        del st.session_state["x"]
    """).run()
    assert app.text[0].value == "below"
    with pytest.raises(KeyError, match="deleted the value of `x`"):
        _ = app.number_input[0].value
