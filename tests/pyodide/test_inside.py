"""The package on the Python and the processor that apps run on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    RunInside = Callable[..., None]


def test_a_script_runs_and_runs_again(run_inside: RunInside) -> None:
    def script_runs() -> None:
        from tabstream.testing import AppTest

        app = AppTest.from_string("""
            import streamlit as st
            size = st.slider("Size", 0, 10, 3)
            if st.button("Again"):
                st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
            st.write(f"size {size}, clicks {st.session_state.get('clicks', 0)}")
        """).run()
        assert [one.value for one in app.markdown] == ["size 3, clicks 0"]
        app.slider[0].set_value(7).run()
        app.button[0].click().run()
        assert [one.value for one in app.markdown] == ["size 7, clicks 1"]
        assert not app.exception

    run_inside(script_runs)


def test_a_run_sends_only_what_changed(run_inside: RunInside) -> None:
    def sends_changes() -> None:
        import json
        from pathlib import Path

        from tabstream._boot import open_app
        from tabstream._host.memory import MemoryHost

        folder = Path("/tmp/changes")
        folder.mkdir()
        folder.joinpath("app.py").write_text(
            "import tabstream as st\n"
            "for number in range(100):\n"
            "    st.text(number)\n"
            "st.text(st.session_state.setdefault('runs', []))\n"
            "st.session_state.runs.append(1)\n"
        )
        host = MemoryHost()
        opened = {"type": "open", "entry": "app.py", "folder": str(folder)}
        session = open_app(host, json.dumps(opened))

        def ops_of_a_run(id: int) -> list[Any]:
            host.sent.clear()
            host.deliver(json.dumps({"type": "run", "id": id}))
            session.serve()
            messages = [json.loads(text) for text, _ in host.sent]
            return [op for message in messages for op in message.get("ops", ())]

        assert [op["op"] for op in ops_of_a_run(1)] == ["insert"] * 101
        *kept, last = ops_of_a_run(2)
        # What is kept is told at every look for messages, so the time it takes says in how many.
        assert {op["op"] for op in kept} == {"keep"}
        assert sum(op["count"] for op in kept) == 100
        assert last["op"] == "patch"

    run_inside(sends_changes)


def test_a_traceback_shows_the_authors_line(run_inside: RunInside) -> None:
    def shows_the_line() -> None:
        from tabstream.testing import AppTest

        app = AppTest.from_string("import streamlit as st\nst.text('before')\n1 / 0\n").run()
        [error] = app.exception
        assert error.message == "division by zero"
        assert [one.value for one in app.text] == ["before"]

    run_inside(shows_the_line)


def test_a_frame_crosses_as_columns(run_inside: RunInside) -> None:
    def crosses() -> None:
        import pandas as pd
        from pandas.testing import assert_frame_equal

        from tabstream.testing import AppTest

        app = AppTest.from_string("""
            import numpy as np
            import pandas as pd
            import streamlit as st  # type: ignore[import-not-found]  # ours

            frame = pd.DataFrame(
                {
                    "number": np.arange(1000) / 8,
                    "count": range(1000),
                    "name": [f"row {number % 7}" for number in range(1000)],
                    "day": pd.date_range("2026-01-01", periods=1000),
                    "gap": [None if number % 3 else number for number in range(1000)],
                }
            )
            st.session_state["frame"] = frame
            st.dataframe(frame)
        """).run()
        assert not app.exception, app.exception[0].message
        shown = app.dataframe[0].value
        assert isinstance(shown, pd.DataFrame)
        assert_frame_equal(shown, app.session_state["frame"], check_dtype=False)

    run_inside(crosses, packages=("pandas",))


def test_pandas_knows_the_time_zones(run_inside: RunInside) -> None:
    def knows_paris() -> None:
        import pandas as pd

        noon = pd.Timestamp("2026-07-01 12:00", tz="UTC").tz_convert("Europe/Paris")
        assert noon.hour == 14

    run_inside(knows_paris, packages=("pandas",))


def test_a_cache_follows_the_code(run_inside: RunInside) -> None:
    def follows_the_code() -> None:

        from tabstream.caching.dependencies import parts_of

        source = (
            "RATE = 3\n"
            "class Shape:\n"
            "    sides = 4\n"
            "    def area(self): return self.sides * RATE\n"
            "def scale(n, by=2): return [i * by for i in range(n)]\n"
            "def f(n): return scale(n), Shape().area(), (lambda: LIMIT)\n"
            "LIMIT = 9\n"
        )

        def parts(text: str) -> dict[str, bytes]:
            variables: dict[str, Any] = {"__name__": "__main__"}
            exec(compile(text, "/app/app.py", "exec"), variables)
            return parts_of(variables["f"], "/app").digests

        before = parts(source)
        assert before.keys() == {
            "bytecode of `Shape.area()` in app.py",
            "bytecode of `f()` in app.py",
            "bytecode of `scale()` in app.py",
            "default of `by` in `scale()`",
            "global `LIMIT`",
            "global `RATE`",
            "`Shape.sides`",
        }
        assert parts(f"# a comment\n\n{source}") == before
        for old, new, part in (
            ("RATE = 3", "RATE = 5", "global `RATE`"),
            ("i * by", "i + by", "bytecode of `scale()` in app.py"),
            ("self.sides * RATE", "self.sides + RATE", "bytecode of `Shape.area()` in app.py"),
            ("sides = 4", "sides = 6", "`Shape.sides`"),
        ):
            after = parts(source.replace(old, new))
            assert {name for name in after if after[name] != before[name]} == {part}, part

    run_inside(follows_the_code)
