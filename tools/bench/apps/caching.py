"""What a cached call costs: each line is a name and the milliseconds of one call."""

import statistics
import time

import numpy as np
import pandas as pd
import streamlit as st

from tabstream.caching.hashing import digest_of

ROUNDS = 15
NUMBERS = np.random.default_rng(0).normal(size=1_250_000)  # 10 MB
FRAME = pd.DataFrame(NUMBERS.reshape(-1, 10), columns=list("abcdefghij"))
LARGE = pd.DataFrame(np.resize(NUMBERS, (100_000, 10)), columns=list("abcdefghij"))
WITH_TEXT = LARGE.assign(
    i=[f"name {number}" for number in range(100_000)],
    j=[("north", "south", "east", "west")[number % 4] for number in range(100_000)],
)
RATE, LIMIT, NAME, SCALE, SHIFT = 3, 9, "a", 2.5, 1
LOW, HIGH, STEP, BASE, UNIT = 0, 100, 5, 10, "km"


def one(n):
    return n * RATE + LIMIT


def two(n):
    return one(n) * SCALE + SHIFT


def three(n):
    return max(LOW, min(HIGH, two(n)))


def four(n):
    return three(n) // STEP * STEP


def five(n):
    return f"{NAME} {four(n)} {UNIT}"


def six(n):
    return [five(i) for i in range(n)]


def seven(n):
    return six(n) + [str(BASE)]


def eight(n):
    return len(seven(n))


def nine(n):
    return eight(n) + 1


def ten(n):
    return nine(n) - 1


@st.cache_resource
def resource(n):
    return [n]


@st.cache(allow_output_mutation=True)
def unchecked(n):
    return [n]


@st.cache(allow_output_mutation=True)
def twenty_dependencies(n):
    return ten(n)


@st.cache(persist=False)
def checked():
    return np.arange(1_250_000) * 0.5


@st.cache_data(persist=False)
def copied():
    return FRAME


def measure(what, call):
    call()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) * 1000)
    st.text(f"{what}: {statistics.median(times):.3f}")


measure("hit, cache_resource", lambda: resource(3))
measure("hit, cache(allow_output_mutation=True)", lambda: unchecked(3))
measure("hit with 20 dependencies", lambda: twenty_dependencies(3))
measure("hit with the check of 10 MB of numbers", checked)
measure("hit with the copy of a 10 MB frame", copied)
measure("digest of 100,000 × 10 numbers", lambda: digest_of(LARGE))
measure("digest of 100,000 × 10, two of them text", lambda: digest_of(WITH_TEXT))
