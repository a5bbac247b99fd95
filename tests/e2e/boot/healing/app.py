"""An app that keeps things, and can be brought to an end in every way that is known."""

import itertools
import os
import sys
import threading
from dataclasses import dataclass

import streamlit as st


@dataclass
class Point:
    x: int


@st.cache_resource
def connection():
    st.session_state.connections = st.session_state.get("connections", 0) + 1
    return threading.Lock()


def call_worker(code):
    from js import Function

    Function.new(code)()


def repeat_deeply():
    deep = []
    for _ in range(1_000_000):
        deep = [deep]
    repr(deep)


def fill_the_memory():
    pieces = []
    while True:
        pieces.append(bytearray(100_000_000))


def keep_deeply():
    deep = None
    for _ in range(100_000):
        deep = [deep]
    st.session_state.deep = deep


def end_by_itself():
    import ctypes

    ctypes.string_at(0xFFFF_FF00, 64)


def loop():
    st.text("looping")
    while True:
        pass


def loop_in_c():
    st.text("looping")
    sum(itertools.repeat(1))


state = st.session_state
if "size" not in state:
    state.size = 3
    state.point = Point(7)
    state.link = threading.Lock()
state.runs = state.get("runs", 0) + 1
size = st.slider("Size", 0, 10, key="size")
file = st.file_uploader("File")
connection()
ways = {
    "Loop": loop,
    "Loop in C": loop_in_c,
    "Close": lambda: call_worker("close()"),
    "Close later": lambda: call_worker("setTimeout(close, 1000)"),
    "Throw later": lambda: call_worker("setTimeout(() => { throw new Error('later') }, 0)"),
    "Crash": end_by_itself,
    "Exit": lambda: os._exit(3),
    "Repeat deeply": repeat_deeply,
    "Keep deeply": keep_deeply,
    "Fill the memory": fill_the_memory,
}
for name, way in ways.items():
    if st.button(name):
        way()
if size > 8:
    end_by_itself()
st.text(f"size {size} in run {state.runs}")
st.text(f"{state.point} {isinstance(state.point, Point)}")
st.text(file.getvalue().decode() if file else "no file")
st.text(f"{'link' in state} {state.connections} {'deep' in state} {sys.platform}")
