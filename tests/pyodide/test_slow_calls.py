"""Finding what could be cached, which needs Python's own monitoring: 3.12 and later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    RunInside = Callable[..., None]


def test_what_is_slow_with_the_same_arguments_in_three_runs_is_found(
    run_inside: RunInside,
) -> None:
    def is_found() -> None:
        from tabstream.caching.slow_calls import SlowCalls
        from tabstream.testing import AppTest

        app = AppTest.from_string("""
            import time

            def slow(n):
                end = time.perf_counter() + 0.3
                while time.perf_counter() < end:
                    pass

            slow(1)
        """)
        watch = SlowCalls(app.view.session.app.folder)
        watch.start()
        found = []
        for _ in range(4):
            app.run(timeout=30)
            found.append([one.title for one in watch.end_run()])
        watch.stop()
        assert found == [[], [], [], ["slow"]], found

    run_inside(is_found)


def test_only_what_could_be_cached_as_it_is_is_named_slowest_first(run_inside: RunInside) -> None:
    def is_named() -> None:
        from tabstream.caching.slow_calls import SlowCalls
        from tabstream.testing import AppTest

        app = AppTest.from_string("""
            import time
            import streamlit as st

            runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1

            def work(seconds, run):
                end = time.perf_counter() + seconds
                while time.perf_counter() < end:
                    pass

            def slow(n, *rest, by=2, **more):
                work(0.3, runs)
                return n

            def slower(n):
                work(0.45, runs)
                return n

            def always_new(n):
                work(0.25, runs)

            def quick(n):
                return n

            def draws(n):
                work(0.25, runs)
                st.text(n)

            @st.cache_data
            def kept(n):
                work(0.25, n)

            def pauses(n):
                work(0.25, runs)
                yield n

            slow(1, 2, x=3)
            slower(1)
            quick(1)
            draws(1)
            kept(runs)
            always_new(runs)
            list(pauses(1))
        """)
        watch = SlowCalls(app.view.session.app.folder)
        watch.start()
        for _ in range(5):
            app.run(timeout=30)
            assert not app.exception, app.exception[0].message
            found = watch.end_run()
        watch.stop()
        assert [one.title for one in found] == ["slower", "slow"], found
        assert 0.29 < found[1].seconds < 5  # the clock of a browser is coarse
        assert found[0].file == found[1].file
        assert found[0].line == 16, found

    run_inside(is_named)


def test_what_gets_a_cache_is_named_no_longer(run_inside: RunInside) -> None:
    def is_named_no_longer() -> None:
        from pathlib import Path
        from textwrap import dedent

        from tabstream.caching.slow_calls import SlowCalls
        from tabstream.testing import AppTest

        script = dedent("""
            import time
            import streamlit as st

            def slow(n):
                end = time.perf_counter() + 0.3
                while time.perf_counter() < end:
                    pass

            slow(1)
        """)
        file = Path("/tmp/named/app.py")
        file.parent.mkdir()
        file.write_text(script)
        app = AppTest.from_file(file)
        watch = SlowCalls(app.view.session.app.folder)
        watch.start()
        for _ in range(5):
            app.run(timeout=30)
            found = watch.end_run()
        assert [one.title for one in found] == ["slow"]
        file.write_text(script.replace("def slow", "@st.cache_data\ndef slow"))
        app.run(timeout=30)
        found = watch.end_run()
        watch.stop()
        assert found == ()

    run_inside(is_named_no_longer)


def test_who_stops_watching_leaves_nothing_behind(run_inside: RunInside) -> None:
    def leaves_nothing() -> None:
        import sys
        from typing import Any

        from tabstream.caching.slow_calls import SlowCalls
        from tabstream.testing import AppTest

        app = AppTest.from_string("def f(): pass\nf()")
        monitoring: Any = vars(sys)["monitoring"]  # not there on 3.11
        watch = SlowCalls(app.view.session.app.folder)
        watch.start()
        assert monitoring.get_tool(4) == "tabstream"
        assert monitoring.get_events(4) != 0
        app.run(timeout=30)
        watch.stop()
        assert monitoring.get_tool(4) is None
        monitoring.use_tool_id(4, "test")
        assert monitoring.get_events(4) == 0
        monitoring.free_tool_id(4)
        watch.stop()  # once more is no error

    run_inside(leaves_nothing)


def test_who_watches_again_begins_anew(run_inside: RunInside) -> None:
    def begins_anew() -> None:
        from tabstream.caching.slow_calls import SlowCalls
        from tabstream.testing import AppTest

        app = AppTest.from_string("""
            import time

            def slow(n):
                end = time.perf_counter() + 0.3
                while time.perf_counter() < end:
                    pass

            slow(1)
        """)
        for _ in range(2):
            watch = SlowCalls(app.view.session.app.folder)
            watch.start()
            found: tuple[object, ...] = ()
            runs = 0
            while not found:
                app.run(timeout=30)
                runs += 1
                found = watch.end_run()
                assert runs < 6
            assert runs >= 3
            watch.stop()

    run_inside(begins_anew)
