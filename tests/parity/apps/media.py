"""Pictures, sound and films."""

# %% image
import streamlit as st

st.image("https://example.org/rain.png")

# %% image: options
import numpy as np

import streamlit as st

picture = np.zeros((2, 3, 3), dtype="uint8")
st.image(picture, "A dark day", 200, output_format="PNG")
st.image([picture, picture], caption=["one", "two"], width=100)
st.image(np.full((2, 2), 2.0), clamp=True, caption="Grey")
st.image(picture, channels="BGR", width="stretch", link="https://example.org")
st.image(picture, use_container_width=True)

# %% image: what counts as one
import io

import numpy as np
import streamlit as st
from PIL import Image

picture = Image.new("RGBA", (3, 2), "teal")
data = io.BytesIO()
picture.save(data, "PNG")
st.image(picture)
st.image(data)
st.image(data.getvalue())
st.image(np.zeros((2, 2, 1)))
st.image("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'></svg>")

# %% audio
import streamlit as st

st.audio("https://example.org/rain.wav")

# %% audio: options
import numpy as np

import streamlit as st

st.audio(b"RIFF....", "audio/wav", 3, end_time=9, loop=True, autoplay=True)
st.audio(np.zeros(100), sample_rate=8000, start_time="1m2s", width=300)

# %% video
import streamlit as st

st.video("https://example.org/rain.mp4")

# %% video: options
import streamlit as st

st.video(
    "https://example.org/rain.webm",
    "video/webm",
    "1m",
    end_time=90,
    loop=True,
    autoplay=True,
    muted=True,
    width=300,
)
st.video("https://www.youtube.com/watch?v=abcdefghijk", start_time=5)
st.video(b"....ftyp", subtitles={"English": "WEBVTT\n\n00:00.000 --> 00:01.000\nRain"})
