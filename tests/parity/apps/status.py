"""What tells how things go."""

# %% success
import streamlit as st

st.success("Saved")

# %% success: options
import streamlit as st

st.success("Saved **all**", icon="✅", width=300, title="Done")

# %% info
import streamlit as st

st.info("Rain tomorrow")

# %% info: options
import streamlit as st

st.info("Rain tomorrow", icon=":material/rainy:", title="Forecast")
st.info("""
    two
    lines
""")

# %% warning
import streamlit as st

st.warning("Much rain")

# %% warning: options
import streamlit as st

st.warning(5, icon="⚠️", width="stretch")

# %% error
import streamlit as st

st.error("No rain")

# %% error: options
import streamlit as st

st.error(ValueError("No rain"), icon="🚨", title="Drought")

# %% exception
import streamlit as st

st.exception(ValueError("No rain"))

# %% exception: options
import streamlit as st

st.exception(RuntimeWarning("Little rain"), width=300)
st.exception(KeyError("rain"))
st.exception(RuntimeError())
try:
    1 / 0
except ZeroDivisionError as error:
    st.exception(error)

# %% progress
import streamlit as st

st.progress(40)

# %% progress: options
import streamlit as st

st.progress(0.4, "Reading", width=300)
bar = st.progress(0)
bar.progress(100, text="Done")
st.progress(1)
st.progress(1.0)
st.progress(0.999)

# %% spinner
import streamlit as st

with st.spinner():
    st.text("read")
st.text("after")

# %% spinner: options
import streamlit as st

with st.spinner("Reading", show_time=True, width="stretch"):
    rain = 5
st.text(rain)


@st.spinner("Reading")
def read() -> int:
    return 6


st.text(read())

# %% status
import streamlit as st

with st.status("Reading"):
    st.text("read")

# %% status: options
import streamlit as st

st.status("Waiting", expanded=True)
st.status("Failed", state="error").text("why")
done = st.status("Reading", state="complete", width=300)
done.update(label="Read", state="running", expanded=True)
with st.status("Ends by itself") as status:
    status.update(label="Almost")
with st.status("Falls"):
    raise ValueError("no rain")

# %% toast
import streamlit as st

st.toast("Saved")

# %% toast: options
import streamlit as st

st.toast("Saved **all**", icon="✅", duration="long")
st.toast("For good", icon=":material/save:", duration="infinite")
st.toast("Counted", duration=7)
st.text("beside")

# %% balloons
import streamlit as st

st.balloons()

# %% snow
import streamlit as st

st.snow()
st.text("after")

# %% empty
import streamlit as st

st.empty()

# %% empty: what is put in it
import streamlit as st

st.empty().text("one")
twice = st.empty()
twice.text("first")
twice.markdown("second")
emptied = st.empty()
emptied.text("gone")
emptied.empty()
holder = st.empty()
with holder.container():
    st.text("a")
    st.text("b")
with st.empty():
    st.text("first")
    st.text("last")

# %% the icon that a notice begins with
import streamlit as st

st.success("✅ Done")
st.info("  👩‍💻 at work")
st.warning(":material/info: hi")
st.error(":bulb: no icon")
st.success("**✅** no icon either")
st.info("✅ Done", icon="🎉")
