"""What is read: headings, prose, code, formulas."""

# %% title
import streamlit as st

st.title("Weather station")

# %% title: options
import streamlit as st

st.title("Weather station", anchor="top", help="Data of one garden", icon="🌦️", width=400)
st.title("Nowhere to link to", anchor=False, text_alignment="center")
st.title(2024)

# %% header
import streamlit as st

st.header("Rain")

# %% header: options
import streamlit as st

st.header("Rain", "rain", help="In millimetres", divider=True)
st.header("Wind", divider="rainbow", anchor=False, text_alignment="right")
st.header("""
    Sun
""")

# %% subheader
import streamlit as st

st.subheader("Last night")

# %% subheader: options
import streamlit as st

st.subheader("Last night", anchor="night", divider="blue", help="From 8 pm")
st.subheader(":material/bedtime: Later", divider=False, width="content")

# %% text
import streamlit as st

st.text("12.5 mm")

# %% text: options
import streamlit as st

st.text("12.5 mm", help="Since midnight", width="stretch")
st.text(
    """
    *not* emphasised
      and indented
    """
)
st.text(12.5)
st.text(None)

# %% markdown
import streamlit as st

st.markdown("Rain in the **north**.")

# %% markdown: options
import streamlit as st

st.markdown("<b>Rain</b>", unsafe_allow_html=True)
st.markdown("Rain :rain_cloud: :red[heavy] $x^2$", help="From the radar", width=300)
st.markdown(
    """
    # Forecast
      - rain
    """,
    text_alignment="justify",
)
st.markdown(42)

# %% caption
import streamlit as st

st.caption("Source: the garden")

# %% caption: options
import streamlit as st

st.caption("Source: <i>garden</i>", True, help="Third tree", text_alignment="right")
st.caption("""
    two
    lines
""")

# %% code
import streamlit as st

st.code("print(rain)")

# %% code: options
import streamlit as st

st.code("select 1;", "sql", line_numbers=True, wrap_lines=True, height=100)
st.code("plain", language=None, width="content")
st.code("\n\n    indented\n\n")
st.code(5)

# %% latex
import streamlit as st

st.latex(r"e = mc^2")

# %% latex: options
import streamlit as st

st.latex(r"\sum_i x_i", help="A sum", width="content")
st.latex(
    r"""
    a
    + b
    """
)

# %% divider
import streamlit as st

st.divider()

# %% divider: options
import streamlit as st

st.divider(width=200)

# %% badge
import streamlit as st

st.badge("New")

# %% badge: options
import streamlit as st

st.badge("Dry", icon=":material/check:", color="green", help="No rain", width="stretch")
st.badge("Grey", color="gray")
st.badge("Own", icon="🌵", color="primary")
st.badge("Rain [mm], [more](https://example.org)")

# %% html
import streamlit as st

st.html("<p>Rain</p>")

# %% html: options
import streamlit as st

st.html("<style>p { color: teal }</style>")
st.html("<div>Rain</div>", width=200)

# %% space
import streamlit as st

st.space()

# %% space: options
import streamlit as st

st.space("large")
st.space(20)
st.space("stretch")

# %% help
import streamlit as st

st.help(len)

# %% help: options
import streamlit as st


def rain(month: int, *, year: int = 2024) -> float:
    """Return the rain of a month."""
    return month / year


st.help(rain, width=500)
st.help(3)

# %% echo
import streamlit as st

with st.echo():
    rain = 12

    st.write(rain)

# %% echo: options
import streamlit as st

with st.echo("below"):
    # The comment is not part of the first statement.
    rain = [
        1,
        2,
    ]
    st.text(rain)
st.text("after")


def nested() -> None:
    with st.echo(code_location="above"):
        if rain:
            st.text("rain")


nested()
