import random

import streamlit as st

DARTS = 10_000

st.title("π by throwing darts")
st.write(
    "Darts land anywhere in a square. The share of them that hits the quarter circle inside is "
    "a quarter of π. Change a number at any time: the throwing starts anew at once."
)

rounds = st.slider("Rounds of 10,000 darts", 10, 500, 100, step=10)
seed = st.number_input("Seed", value=1)

progress = st.progress(0.0)
result = st.empty()
chart = st.empty()

throw = random.Random(seed).random
hits = 0
estimates = []
for done in range(1, rounds + 1):
    hits += sum(throw() ** 2 + throw() ** 2 < 1 for _ in range(DARTS))
    estimates.append(4 * hits / (done * DARTS))
    progress.progress(done / rounds, f"Round {done} of {rounds}")
    result.metric("π is about", f"{estimates[-1]:.5f}")
    if done % 10 == 0:
        chart.line_chart(estimates, x_label="round", y_label="estimate")

st.success(f"{rounds * DARTS:,} darts, {hits:,} hits")
