"""What cannot be done, and the error that says so.

`fails` writes the kind of error, which `except` clauses rely on; how it is worded is ours.
"""

# %% text and status
import streamlit as st

CAUGHT = (st.errors.StreamlitAPIException, LookupError, AttributeError, TypeError, ValueError, OSError)


def fails(call):
    try:
        call()
    except Exception as error:
        st.text(f"{type(error).__name__} {[kind.__name__ for kind in CAUGHT if isinstance(error, kind)]}")
    else:
        st.text("fine")


fails(lambda: st.header("x", divider="loud"))
fails(lambda: st.title("x", anchor=True))
fails(lambda: st.title("x", anchor=5))
fails(lambda: st.title("x", text_alignment="loud"))
fails(lambda: st.title("x", width="loud"))
fails(lambda: st.text("x", width=-1))
fails(lambda: st.space("loud"))
fails(lambda: st.html(""))
fails(lambda: st.error("x", icon="loud"))
fails(lambda: st.toast(""))
fails(lambda: st.toast("x", icon="loud"))
fails(lambda: st.progress(101))
fails(lambda: st.progress(1.5))
fails(lambda: st.progress("x"))
fails(lambda: st.status("x", state="loud"))
fails(lambda: st.write_stream(5))
fails(lambda: st.write_stream("x"))
fails(lambda: st.empty().write("a", "b"))
fails(lambda: st.nothing_of_this_name)

# %% data and charts
import streamlit as st

CAUGHT = (st.errors.StreamlitAPIException, LookupError, AttributeError, TypeError, ValueError, OSError)


def fails(call):
    try:
        call()
    except Exception as error:
        st.text(f"{type(error).__name__} {[kind.__name__ for kind in CAUGHT if isinstance(error, kind)]}")
    else:
        st.text("fine")


fails(lambda: st.metric("x", [1]))
fails(lambda: st.metric("x", 1, [1]))
fails(lambda: st.metric("x", 1, delta_color="loud"))
fails(lambda: st.metric("x", 1, label_visibility="loud"))
fails(lambda: st.dataframe(5))
fails(lambda: st.dataframe([1], on_select="loud"))
fails(lambda: st.dataframe([1], selection_mode="loud", on_select="rerun"))
fails(lambda: st.dataframe({"a": [1]}, column_config={"a": 5}))
fails(lambda: st.table(5))
fails(lambda: st.line_chart({"a": [1]}, x="b"))
fails(lambda: st.bar_chart({"a": [1]}, y="b"))
fails(lambda: st.bar_chart({"a": [1], "b": [1]}, color=["red"]))
fails(lambda: st.vega_lite_chart(5))
fails(lambda: st.image("there_is_no_such_file.png"))
fails(lambda: st.audio(5))
fails(lambda: st.video("there_is_no_such_file.mp4"))

# %% inputs
import streamlit as st

CAUGHT = (st.errors.StreamlitAPIException, LookupError, AttributeError, TypeError, ValueError, OSError)


def fails(call):
    try:
        call()
    except Exception as error:
        st.text(f"{type(error).__name__} {[kind.__name__ for kind in CAUGHT if isinstance(error, kind)]}")
    else:
        st.text("fine")


fails(lambda: [st.button("x"), st.button("x")])
fails(lambda: [st.button("x", key="k"), st.slider("y", key="k")])
fails(lambda: [st.button("a", key=1), st.button("b", key="1")])
fails(lambda: st.button("x", key=""))
fails(lambda: st.button("x", key="$$ID-x"))
fails(lambda: st.button("x", type="loud"))
fails(lambda: st.button("x", icon="loud"))
fails(lambda: st.button("x", on_click=5))
fails(lambda: st.button("x", width="loud"))
fails(lambda: st.checkbox("x", label_visibility="loud"))
fails(lambda: st.link_button("x", 5))
fails(lambda: st.download_button("x", 5))
fails(lambda: st.radio("x", ["a"], index=1))
fails(lambda: st.radio("x", ["a"], index="0"))
fails(lambda: st.selectbox("x", ["a"], index=-1))
fails(lambda: st.selectbox("x", 5))
fails(lambda: st.multiselect("x", ["a"], ["b"]))
fails(lambda: st.multiselect("x", ["a", "b"], ["a", "b"], max_selections=1))
fails(lambda: st.slider("x", 1, 5.0))
fails(lambda: st.slider("x", 1, 1))
fails(lambda: st.slider("x", "a"))
fails(lambda: st.slider("x", value=(1, 2, 3)))
fails(lambda: st.slider("x", 0, 10, step=0.5))
fails(lambda: st.slider("x", 0, 2**60))
fails(lambda: st.select_slider("x", []))
fails(lambda: st.select_slider("x", ["a"], "b"))
fails(lambda: st.text_input("x", type="loud"))
fails(lambda: st.text_input("x", label_visibility="loud"))
fails(lambda: st.number_input("x", 5, 1))
fails(lambda: st.number_input("x", 1, 5, 9))
fails(lambda: st.number_input("x", 1, 5, 0))
fails(lambda: st.number_input("x", 1, 5.0))
fails(lambda: st.number_input("x", value="a"))
fails(lambda: st.number_input("x", format="%q"))
fails(lambda: st.date_input("x", "loud"))
fails(lambda: st.date_input("x", format="loud"))
fails(lambda: st.date_input("x", 5))
fails(lambda: st.time_input("x", "loud"))
fails(lambda: st.color_picker("x", "red"))
fails(lambda: st.color_picker("x", 5))

# %% layout and forms
import streamlit as st

CAUGHT = (st.errors.StreamlitAPIException, LookupError, AttributeError, TypeError, ValueError, OSError)


def fails(call):
    try:
        call()
    except Exception as error:
        st.sidebar.text(f"{type(error).__name__} {[kind.__name__ for kind in CAUGHT if isinstance(error, kind)]}")
    else:
        st.sidebar.text("fine")


fails(lambda: st.columns(0))
fails(lambda: st.columns([1, -1]))
fails(lambda: st.columns("x"))
fails(lambda: st.columns(2, gap="loud"))
fails(lambda: st.columns(2, vertical_alignment="loud"))
fails(lambda: st.tabs([]))
fails(lambda: st.tabs([1]))
fails(lambda: st.tabs(["a"], default="b"))
fails(lambda: st.expander(None))
fails(lambda: st.expander("x", icon="loud"))
fails(lambda: st.expander("x", bind="loud"))
fails(lambda: st.expander("x", bind="query-params"))
fails(lambda: st.tabs(["x"], bind="query-params"))
fails(lambda: st.popover("x", type="loud"))
fails(lambda: st.container(height="loud"))
fails(lambda: st.container(width=0))
fails(lambda: st.container(gap="loud"))
fails(lambda: [st.form("a"), st.form("a")])
fails(lambda: st.form("b").button("x"))
fails(lambda: st.form("c").form("d"))
fails(lambda: st.form("e").text_input("x", on_change=print))
fails(lambda: st.form("f").download_button("x", "y"))
fails(lambda: st.form_submit_button("x"))

# %% state, options and caching
import streamlit as st

CAUGHT = (st.errors.StreamlitAPIException, LookupError, AttributeError, TypeError, ValueError, OSError)


def fails(call):
    try:
        call()
    except Exception as error:
        st.text(f"{type(error).__name__} {[kind.__name__ for kind in CAUGHT if isinstance(error, kind)]}")
    else:
        st.text("fine")


def keep(key, value):
    st.session_state[key] = value


fails(lambda: st.session_state["none"])
fails(lambda: st.session_state.none)
fails(lambda: keep("$$ID-x", 1))
fails(lambda: [keep("b", True), st.button("x", key="b")])
fails(lambda: [st.slider("x", key="s"), keep("s", 5)])
fails(lambda: [keep("t", 500), st.slider("y", key="t")])
fails(lambda: [st.form("twice"), st.form("twice")])
fails(lambda: [keep("n", 500), st.number_input("y", 0, 5, key="n")])
fails(lambda: [keep("o", "z"), st.selectbox("y", ["a"], key="o")])
fails(lambda: st.query_params["none"])
fails(lambda: st.query_params.none)
fails(lambda: st.query_params.update({"a": {}}))
fails(lambda: st.query_params.update(embed="true"))
fails(lambda: st.secrets["none"])
fails(lambda: st.secrets.none)
fails(lambda: st.get_option("no.such"))
fails(lambda: st.set_option("no.such", 1))
fails(lambda: st.set_option("server.port", 1))
fails(lambda: st.set_page_config(layout="loud"))
fails(lambda: st.set_page_config(initial_sidebar_state="loud"))
fails(lambda: st.rerun(scope="fragment"))
fails(lambda: st.cache_data(lambda x: x)(object()))
fails(lambda: st.cache_data(lambda: (n for n in ()))())
fails(lambda: st.cache_data(ttl="loud")(len))
fails(lambda: st.cache_data(persist="loud")(len))

# %% uncaught: shown in place
import streamlit as st

st.text("before")
raise ValueError("no **rain**")

# %% uncaught: a key
import streamlit as st

{}["rain"]

# %% uncaught: with a cause
import streamlit as st

try:
    1 / 0
except ZeroDivisionError as error:
    raise RuntimeError("no rain") from error

# %% uncaught: in a function, a lambda, a container
import streamlit as st


def read():
    with st.container():
        st.text("before")
        (lambda: [][1])()


read()

# %% uncaught: a module that is not there
import a_module_that_is_not_there

# %% uncaught: an assertion
assert 1 == 2, "sums"

# %% uncaught: an own error
class NoRain(Exception):
    pass


raise NoRain("at all")

# %% does not compile
import streamlit as st

st.text("never")
x = = 5
