"""Caches, from run to run."""

from __future__ import annotations

from .interaction import Interaction

CACHING = (
    Interaction(
        "cached data is computed once for each argument",
        """
        import streamlit as st

        @st.cache_data
        def square(n):
            st.session_state.calls = st.session_state.get("calls", 0) + 1
            return {"n": n * n}

        value = square(st.slider("n", 0, 5))
        value["n"] += 0.5
        st.write(value, st.session_state.calls)
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 0)],
        [],
    ),
    Interaction(
        "a cached resource is the same object in every run",
        """
        import streamlit as st

        @st.cache_resource
        def log():
            return []

        log().append(st.slider("n"))
        st.write(log())
        """,
        [("slider", 0, "set_value", 3)],
        [],
    ),
    Interaction(
        "elements of a cached function are drawn from the cache",
        """
        import streamlit as st

        @st.cache_data
        def draw(n):
            st.text(f"for {n}")
            with st.container(border=True):
                st.metric("Rain", n)
            return n

        st.write(draw(st.slider("n")))
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 0)],
    ),
    Interaction(
        "clearing a cache computes anew",
        """
        import streamlit as st

        @st.cache_data
        def read():
            st.session_state.calls = st.session_state.get("calls", 0) + 1
            return st.session_state.calls

        if st.button("Clear"):
            read.clear()
        if st.button("Clear all"):
            st.cache_data.clear()
        st.write(read())
        """,
        [],
        [("button", 0, "click")],
        [],
        [("button", 1, "click")],
    ),
    Interaction(
        "what an async function comes to is kept",
        """
        import asyncio

        import streamlit as st

        @st.cache_data
        async def square(n):
            st.session_state.calls = st.session_state.get("calls", 0) + 1
            st.text(f"for {n}")
            return [n * n]

        value = asyncio.run(square(st.slider("n", 0, 5)))
        value.append("mine")
        st.write(value, st.session_state.calls)
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 0)],
    ),
    Interaction(
        "a resource is released when it is kept no longer",
        """
        import streamlit as st

        log = st.session_state.setdefault("log", [])

        @st.cache_resource(max_entries=1, on_release=lambda n: log.append(f"released {n}"))
        def open(n):
            log.append(f"opened {n}")
            return n

        open(st.slider("n", 0, 5))
        if st.button("Clear"):
            open.clear()
        st.write(log)
        """,
        [("slider", 0, "set_value", 3)],
        [],
        [("button", 0, "click")],
    ),
    Interaction(
        "a resource that is not good any more is made anew",
        """
        import streamlit as st

        @st.cache_resource(validate=lambda it: it["good"])
        def make():
            return {"good": True, "n": st.session_state.setdefault("n", 0)}

        if st.button("Break"):
            st.session_state.n += 1
            make()["good"] = False
        st.write(make())
        """,
        [("button", 0, "click")],
        [],
    ),
    Interaction(
        "a cached function that changed computes anew",
        """
        import streamlit as st

        if st.checkbox("New"):
            @st.cache_data
            def read():
                return "new"
        else:
            @st.cache_data
            def read():
                return "old"
        st.write(read())
        """,
        [("checkbox", 0, "check")],
        [("checkbox", 0, "uncheck")],
    ),
    Interaction(
        "a widget in a cached function warns",
        """
        import streamlit as st

        @st.cache_data
        def ask():
            return st.slider("n")

        st.write(ask())
        """,
    ),
    Interaction(
        "the result that was not used for longest makes room",
        """
        import streamlit as st

        calls = st.session_state.setdefault("calls", [])

        @st.cache_data(max_entries=2)
        def square(n):
            calls.append(n)
            return n * n

        square(st.slider("n", 0, 5))
        square(0)
        st.write(calls)
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 4)],
        [("slider", 0, "set_value", 3)],
    ),
    Interaction(
        "large results make room for newer ones",
        """
        import streamlit as st

        calls = st.session_state.setdefault("calls", [])

        @st.cache_data(max_size="1 kB")
        def text(n):
            calls.append(n)
            return str(n) * 600

        text(st.slider("n", 0, 5))
        st.write(calls)
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 0)],
    ),
    Interaction(
        "an error is not kept",
        """
        import streamlit as st

        @st.cache_data
        def flaky():
            st.session_state.calls = st.session_state.get("calls", 0) + 1
            if st.session_state.calls < 2:
                raise ValueError("not yet")
            return "good"

        try:
            st.write(flaky())
        except ValueError as error:
            st.write(str(error))
        st.write(st.session_state.calls)
        """,
        [],
        [],
    ),
    Interaction(
        "an argument with an underscore does not count, and hash_funcs say what does",
        """
        import streamlit as st

        calls = st.session_state.setdefault("calls", [])

        class Station:
            def __init__(self, name, sensor):
                self.name, self.sensor = name, sensor

        @st.cache_data(hash_funcs={Station: lambda station: station.name})
        def read(station, _connection):
            calls.append(station.name)
            return station.name.upper()

        n = st.slider("n", 0, 5)
        st.write(read(Station("a", n), object()), read(Station(f"b{n // 3}", n), object()), calls)
        """,
        [("slider", 0, "set_value", 2)],
        [("slider", 0, "set_value", 3)],
    ),
    Interaction(
        "a method is cached for what its object is",
        """
        import streamlit as st
        from dataclasses import dataclass

        calls = st.session_state.setdefault("calls", [])

        @dataclass
        class Circle:
            radius: int

            @st.cache_data
            def area(self, digits=1):
                calls.append(self.radius)
                return round(3.14159 * self.radius**2, digits)

            @st.cache_data
            def double(_self, n):
                calls.append(f"n={n}")
                return 2 * n

        n = st.slider("n", 1, 5)
        st.write(Circle(n).area(), Circle(n).area(digits=2), Circle(n).double(7), calls)
        """,
        [("slider", 0, "set_value", 2)],
        [("slider", 0, "set_value", 1)],
    ),
    Interaction(
        "errors of what cannot be kept",
        """
        import streamlit as st
        import threading

        @st.cache_data
        def unpicklable():
            return threading.Lock()

        @st.cache_data
        def takes(lock):
            return 1

        for call in (unpicklable, lambda: takes(threading.Lock())):
            try:
                call()
            except Exception as error:
                st.write(type(error).__name__)
        for options in ({"ttl": "soon"}, {"max_size": "large"}, {"refresh_mode": "later"},
                        {"persist": "memory"}, {"scope": "world"}, {"max_size": 1.5},
                        {"refresh_mode": "background"}):
            try:
                st.cache_data(**options)(lambda: 1)()
                st.write("no error")
            except Exception as error:
                st.write(type(error).__name__)
        """,
        [],
    ),
    Interaction(
        "what a cached function drew in the sidebar comes back there",
        """
        import streamlit as st

        @st.cache_data
        def draw(n):
            st.sidebar.text(f"for {n}")
            left, right = st.columns(2)
            left.text("left")
            right.metric("right", n)
            inner(n)

        @st.cache_data
        def inner(n):
            st.caption("inner")

        draw(st.slider("n"))
        """,
        [("slider", 0, "set_value", 3)],
        [("slider", 0, "set_value", 0)],
    ),
)
