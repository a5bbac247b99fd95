"""What a call of `st.` costs in Python: each line is a name, the microseconds of a call that draws
something new, and those of the same call in the next run.

The calls are made in a session of their own, whose messages go nowhere: this is Python's share.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median
from types import ModuleType

import numpy as np
import pandas as pd
import streamlit as st

from tabstream._boot import open_app
from tabstream._host.memory import MemoryHost

FOLDER = Path("/tmp/calls")
TIMES = 40
ROUNDS = 7
FRAME = pd.DataFrame(np.random.default_rng(0).normal(size=(100, 5)), columns=list("abcde"))
LARGE = pd.DataFrame(np.random.default_rng(0).normal(size=(10_000, 5)), columns=list("abcde"))
SERIES = FRAME["a"]
PICTURE = np.zeros((16, 16, 3), dtype=np.uint8)

#: By name; each is called with a number that no other call of the run has.
CALLS = {
    "write(text)": lambda n: st.write(f"line {n}"),
    "write(number, text, number)": lambda n: st.write(n, "squared is", n * n),
    "write(dict)": lambda n: st.write({"n": n}),
    "write(frame of 100 × 5)": lambda _: st.write(FRAME),
    "text": lambda n: st.text(f"line {n}"),
    "markdown": lambda n: st.markdown(f"**line** {n}"),
    "title": lambda n: st.title(f"Title {n}"),
    "caption": lambda n: st.caption(f"line {n}"),
    "code": lambda n: st.code(f"x = {n}"),
    "divider": lambda _: st.divider(),
    "json": lambda n: st.json({"n": n}),
    "info": lambda n: st.info(f"line {n}", icon="👍"),
    "metric": lambda n: st.metric("Speed", n, delta=1),
    "progress": lambda n: st.progress(n % 100),
    "image of 16 × 16": lambda _: st.image(PICTURE),
    "container": lambda _: st.container(),
    "columns(3)": lambda _: st.columns(3),
    "tabs": lambda n: st.tabs(["a", f"b{n}"]),
    "expander": lambda n: st.expander(f"More {n}"),
    "empty": lambda _: st.empty(),
    "button": lambda n: st.button(f"Button {n}"),
    "checkbox": lambda n: st.checkbox(f"Box {n}"),
    "slider": lambda n: st.slider(f"Slider {n}"),
    "slider with a key": lambda n: st.slider("x", 0, 10, 3, key=f"slider {n}"),
    "selectbox": lambda n: st.selectbox(f"Choice {n}", ["a", "b", "c"]),
    "multiselect": lambda n: st.multiselect(f"Choices {n}", ["a", "b", "c"]),
    "radio": lambda n: st.radio(f"Radio {n}", ["a", "b", "c"]),
    "number_input": lambda n: st.number_input(f"Number {n}"),
    "text_input": lambda n: st.text_input(f"Text {n}"),
    "date_input": lambda n: st.date_input(f"Day {n}", "2024-05-01"),
    "dataframe of 100 × 5": lambda _: st.dataframe(FRAME),
    "dataframe of 10,000 × 5": lambda _: st.dataframe(LARGE),
    "table of 100 × 5": lambda _: st.table(FRAME),
    "line_chart of 100 × 5": lambda _: st.line_chart(FRAME),
    "line_chart of 10,000 × 5": lambda _: st.line_chart(LARGE),
    "bar_chart of 100": lambda _: st.bar_chart(SERIES),
    "session_state, read and set": lambda n: st.session_state.__setitem__(
        "n", st.session_state.get("n", 0) + n
    ),
}


class Now(ModuleType):
    """What the script of the inner session runs: the calls that are measured now."""

    def __init__(self):
        super().__init__("calls_now")
        self.call = None
        self.seconds = []

    def run(self):
        began = time.perf_counter()
        for number in range(TIMES):
            self.call(number)
        self.seconds.append((time.perf_counter() - began) / TIMES)


def measure(call):
    """Return the seconds of a call in a first run and in later ones."""
    now = sys.modules["calls_now"] = Now()
    now.call = call
    host = MemoryHost()
    session = open_app(host, json.dumps({"type": "open", "entry": "app.py", "folder": str(FOLDER)}))
    for run in range(ROUNDS):
        host.deliver(json.dumps({"type": "run", "id": run}))
        session.serve()
    first, *later = now.seconds
    return first, median(later)


FOLDER.mkdir(exist_ok=True)
(FOLDER / "app.py").write_text("import calls_now\n\ncalls_now.run()\n")
for name, call in CALLS.items():
    first, again = measure(call)
    st.text(f"{name}: {first * 1e6:.0f} {again * 1e6:.0f}")
