"""What an interpreter can do, as JSON: the same after a start and after a restoring."""

import json
import os
import sys

import streamlit as st

FACTS = {}


def fact(function):
    """Note what a function answers, or the error that it ends in."""
    try:
        FACTS[function.__name__] = function()
    except BaseException as error:  # noqa: BLE001  # whatever it is, it has to be the same
        FACTS[function.__name__] = f"{type(error).__name__}: {error}"
    return function


@fact
def imports():
    import importlib.metadata
    import pandas.io.sas  # not in the image: it is imported now

    import numpy as np
    import pandas as pd

    return [np.__version__, pd.__version__, importlib.metadata.version("pandas")]


@fact
def dates():
    import datetime
    import time

    summer = datetime.datetime(2026, 7, 1, 12).astimezone()
    zone = [time.tzname, time.timezone, time.altzone, time.daylight]
    return [*zone, summer.isoformat(), time.strftime("%H %Z", time.localtime(1782907200))]


@fact
def clocks_go_on():
    import time

    from js import Date

    return abs(time.time() - Date.now() / 1000) < 5


@fact
def environment():
    return [os.environ["LANG"], os.environ["HOME"], os.getcwd(), sys.argv, sys.executable]


@fact
def platform():
    info = sys._emscripten_info
    return [info.runtime, sys.version, sys.flags.hash_randomization, sys.getrecursionlimit()]


@fact
def files():
    from pathlib import Path

    Path("x.txt").write_text("hé", encoding="utf-8")
    return [Path("x.txt").read_text(encoding="utf-8"), sorted(os.listdir("/"))]


@fact
def no_threads():
    import threading

    threading.Thread(target=print).start()


@fact
def suspended():
    import asyncio

    from pyodide.ffi import run_sync

    run_sync(asyncio.sleep(0.01))
    return "waited"


@fact
def database():
    import sqlite3

    return sqlite3.connect(":memory:").execute("select sqlite_version(), 1 + 1").fetchone()


@fact
def called_back():
    import ctypes

    plus_one = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda number: number + 1)
    return plus_one(41)


@fact
def pickled():
    import pickle

    import pandas as pd

    frame = pd.DataFrame({"a": [1, 2], "b": ["x", None]})
    return pickle.loads(pickle.dumps(frame)).equals(frame)


@fact
def tables():
    import io

    import pandas as pd

    text = "a,b,d\n1,x,2024-01-01\n2,y,2024-02-01\n3,x,2024-03-01"
    frame = pd.read_csv(io.StringIO(text), parse_dates=["d"])
    return [
        frame.groupby("b")["a"].sum().to_dict(),
        frame.merge(frame, on="b").shape,
        frame.set_index("d").resample("MS").sum(numeric_only=True)["a"].tolist(),
        frame["a"].rolling(2).mean().tolist()[1:],
        frame.to_html()[:200],
        str(frame.dtypes.to_dict()),
        pd.Timestamp("2024-01-01", tz="Europe/Berlin").isoformat(),
    ]


@fact
def numbers():
    import numpy as np

    solved = np.linalg.solve(np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([1.0, 2.0]))
    drawn = np.random.default_rng(1).normal(size=3).tolist()
    return [solved.tolist(), float(np.fft.fft(np.arange(8)).real.sum()), drawn]


@fact
def exceptions():
    from js import JSON

    caught = []
    for action in (lambda: JSON.parse("{"), lambda: 1 / 0, lambda: [][0]):
        try:
            action()
        except Exception as error:  # noqa: BLE001
            caught.append(type(error).__name__)
    return caught


@fact
def recursion():
    def deeper(depth):
        return deeper(depth + 1)

    return deeper(0)


@fact
def sources():
    import inspect

    import pandas as pd

    return [inspect.getsource(json.dumps)[:40], inspect.getsource(pd.DataFrame.head)[:40]]


@fact
def order_of_sets():
    return list({"one", "two", "three", "four"})


@fact
def late_package():
    import pyodide_js
    from pyodide.ffi import run_sync

    run_sync(pyodide_js.loadPackage("packaging"))
    import packaging.version

    return [str(packaging.version.parse("1.0")), sorted(pyodide_js.loadedPackages.to_py())]


st.text(json.dumps(FACTS))


def of_this_session():
    """What has to be another each time."""
    import random
    import uuid

    import numpy as np

    return [random.random(), os.urandom(4).hex(), str(uuid.uuid4()), np.random.random()]


st.text(json.dumps(of_this_session()))
