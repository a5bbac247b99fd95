"""The rules by which an element finds its own node of the last run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from drawing import View
from hypothesis import given
from hypothesis import strategies as st

from tabstream._protocol import (
    Container,
    Element,
    Empty,
    Insert,
    Keep,
    Move,
    Patch,
    Remove,
    message,
)
from tabstream._runtime.nodes import Branch, Node
from tabstream._runtime.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[["Pen"], object]


@message
class Line(Element):
    kind: ClassVar[str] = "line"
    body: str


@message
class Chart(Element):
    kind: ClassVar[str] = "chart"
    body: str


@message
class Box(Container):
    kind: ClassVar[str] = "box"


class Pen:
    """Draws into one container of a tree, as a script would."""

    def __init__(self, tree: Tree, branch: Branch) -> None:
        self.tree = tree
        self.branch = branch

    def line(self, body: str, **identity: str) -> Node:
        return self.tree.place(self.branch, Line(body), **identity)

    def chart(self, body: str) -> Node:
        return self.tree.place(self.branch, Chart(body))

    def empty(self) -> Node:
        return self.tree.place(self.branch, Empty())

    def box(self, **identity: str) -> Pen:
        branch = self.tree.place(self.branch, Box(), **identity)
        assert isinstance(branch, Branch)
        return Pen(self.tree, branch)


class Runs:
    """Runs drawing functions one after the other, with a view that follows."""

    def __init__(self) -> None:
        self.view = View()
        self.tree = Tree(self.view.apply_all)

    def run(self, draw: Draw, *, complete: bool = True) -> list[Any]:
        """Draw once more; return the ops of this run."""
        self.view.take_ops()
        self.view.run = self.tree.run + 1
        self.tree.begin(self.view.run)
        # A call site ends at the script itself, so the drawing is called by one.
        exec("draw(pen)", {"__name__": "__main__", "draw": draw, "pen": self._pen()})
        self.tree.end(complete=complete)
        return self.view.take_ops()

    def _pen(self) -> Pen:
        return Pen(self.tree, self.tree.roots[0])


def kinds(ops: list[Any]) -> list[type]:
    return [type(op) for op in ops]


def test_an_unchanged_stretch_costs_one_op_whatever_its_length() -> None:
    runs = Runs()

    def draw(pen: Pen) -> None:
        for number in range(1000):
            pen.line(str(number))

    runs.run(draw)
    assert runs.run(draw) == [Keep(0, 0, 1000)]


def test_a_line_inserted_above_touches_nothing_below() -> None:
    runs = Runs()
    shows = False

    def draw(pen: Pen) -> None:
        if shows:
            pen.line("new")
        pen.line("a")
        pen.chart("b")

    runs.run(draw)
    shows = True
    ops = runs.run(draw)
    assert kinds(ops) == [Insert, Keep]
    assert runs.view.texts() == ["new", "a", "b"]
    shows = False
    ops = runs.run(draw)
    assert kinds(ops) == [Keep, Remove]
    assert runs.view.texts() == ["a", "b"]


def test_a_chart_inserted_above_a_chart_leaves_the_old_one_its_own_node() -> None:
    runs = Runs()
    shows = False

    def draw(pen: Pen) -> None:
        if shows:
            pen.chart("first")
        pen.chart("second" + " changed" * shows)

    runs.run(draw)
    [second] = runs.view.nodes[0].children
    shows = True
    assert kinds(runs.run(draw)) == [Insert, Patch]
    assert runs.view.nodes[0].children[1] is second
    assert runs.view.texts() == ["first", "second changed"]


def test_a_changed_line_is_patched_in_place() -> None:
    runs = Runs()
    value = 1

    def draw(pen: Pen) -> None:
        pen.line("above")
        pen.line(f"value {value}")
        pen.line("below")

    runs.run(draw)
    node = runs.view.nodes[0].children[1].id
    value = 2
    assert runs.run(draw) == [Keep(0, 0, 1), Patch(node, {"body": "value 2"}), Keep(0, 2, 1)]


def test_an_item_taken_out_of_a_loop_removes_only_its_own_element() -> None:
    runs = Runs()
    items = ["a", "b", "c", "d"]

    def draw(pen: Pen) -> None:
        for item in items:
            pen.line(item)

    runs.run(draw)
    removed = runs.view.nodes[0].children[1].id
    items.remove("b")
    assert runs.run(draw) == [Keep(0, 0, 1), Keep(0, 2, 2), Remove(removed)]
    assert runs.view.texts() == ["a", "c", "d"]
    assert removed not in runs.view.nodes


def test_what_a_run_passed_over_stays_until_the_run_is_complete() -> None:
    runs = Runs()
    shows = True

    def draw(pen: Pen) -> None:
        if shows:
            pen.line("slow")
        pen.line("quick")

    runs.run(draw)
    shows = False
    runs.run(draw, complete=False)
    assert runs.view.texts() == ["slow", "quick"]
    assert runs.view.stale() == ["slow"]
    runs.run(draw)
    assert runs.view.texts() == ["quick"]


def test_elements_with_an_identity_move_and_keep_their_node() -> None:
    runs = Runs()
    order = ["a", "b", "c"]

    def draw(pen: Pen) -> None:
        for name in order:
            pen.line(f"field {name}", identity=name)

    runs.run(draw)
    before = {node.props["body"]: node.id for node in runs.view.nodes[0].children}
    order = ["c", "a", "b"]
    ops = runs.run(draw)
    assert {Insert, Remove, Patch}.isdisjoint(kinds(ops))
    assert Move in kinds(ops)
    assert {node.props["body"]: node.id for node in runs.view.nodes[0].children} == before
    assert runs.view.texts() == ["field c", "field a", "field b"]


def test_plain_containers_are_told_apart_by_their_call_site() -> None:
    runs = Runs()
    shows = False

    def draw(pen: Pen) -> None:
        if shows:
            pen.box().line("new")
        box = pen.box()
        box.chart("old")

    runs.run(draw)
    old = runs.view.nodes[0].children[0].children[0]
    shows = True
    runs.run(draw)
    assert runs.view.texts() == [["new"], ["old"]]
    assert runs.view.nodes[0].children[1].children[0] is old


def test_an_empty_place_keeps_its_content_until_it_is_written_to() -> None:
    runs = Runs()
    seen: list[list[Any]] = []

    def draw(pen: Pen) -> None:
        place = pen.empty()
        seen.append(runs.view.texts())
        runs.tree.replace(place, Chart("frame"))

    runs.run(draw)
    ops = runs.run(draw)
    assert seen == [[[]], ["frame"]]
    assert {Insert, Remove}.isdisjoint(kinds(ops))


def test_an_empty_place_that_is_not_written_to_is_empty_in_the_end() -> None:
    runs = Runs()
    writes = True

    def draw(pen: Pen) -> None:
        place = pen.empty()
        if writes:
            runs.tree.replace(place, Line("here"))
        pen.line("after")

    runs.run(draw)
    writes = False
    runs.run(draw)
    assert [node.kind for node in runs.view.nodes[0].children] == ["empty", "line"]


def test_another_kind_of_element_takes_the_place_of_the_old_one_at_once() -> None:
    runs = Runs()
    is_chart = False

    def draw(pen: Pen) -> None:
        pen.line("above")
        runs.tree.place(pen.branch, Chart("x") if is_chart else Line("x"))
        assert len(runs.view.nodes[0].children) == 2

    runs.run(draw)
    is_chart = True
    assert kinds(runs.run(draw)) == [Keep, Remove, Insert]


def test_an_animation_in_a_container_is_drawn_over_the_last_frame() -> None:
    runs = Runs()

    def draw(pen: Pen) -> None:
        place = pen.empty()
        for frame in range(3):
            place = runs.tree.replace(place, Box())
            assert isinstance(place, Branch)
            box = Pen(runs.tree, place)
            box.chart(f"frame {frame}")
            if frame < 2:
                box.line("more")
            runs.tree.close(place)

    ops = runs.run(draw)
    assert kinds(ops).count(Insert) == 4  # the place, the container, the chart, the line
    assert runs.view.texts() == [["frame 2"]]


def test_after_an_edit_every_call_keeps_its_element() -> None:
    runs = Runs()
    runs.run(lambda pen: pen.chart("a"))
    [chart] = runs.view.nodes[0].children
    [(file, line), *_] = runs.tree.roots[0].children[0].site
    runs.tree.move_sites(lambda _, number: number + 100 if number == line else number)
    assert runs.tree.roots[0].children[0].site[0] == (file, line + 100)
    assert chart.id in runs.view.nodes


lines = st.lists(st.sampled_from("abcdef"), max_size=8)
drawings = st.lists(
    st.one_of(
        st.tuples(st.just("line"), st.sampled_from("abcd")),
        st.tuples(st.just("chart"), st.sampled_from("abcd")),
        st.tuples(st.just("place"), st.sampled_from("abcd")),
        st.tuples(st.just("unwritten"), st.just("")),
        st.tuples(st.just("box"), lines),
        st.tuples(st.just("named"), st.lists(st.sampled_from("abcdef"), max_size=6, unique=True)),
    ),
    max_size=10,
)


def _draw_all(runs: Runs, drawing: list[tuple[str, Any]]) -> Draw:
    def draw(pen: Pen) -> None:
        for number, (what, content) in enumerate(drawing):
            match what:
                case "line":
                    pen.line(content)
                case "chart":
                    pen.chart(content)
                case "place":
                    runs.tree.replace(pen.empty(), Line(content))
                case "unwritten":
                    pen.empty()
                case "box":
                    box = pen.box()
                    for body in content:
                        box.line(body)
                case "named":
                    box = pen.box(identity=f"box {number}")
                    for body in content:
                        box.line(body, identity=body)

    return draw


def _expected(drawing: list[tuple[str, Any]]) -> list[Any]:
    return [[] if what == "unwritten" else content for what, content in drawing]


@given(st.lists(st.tuples(drawings, st.booleans()), min_size=1, max_size=6))
def test_after_a_complete_run_the_page_shows_what_the_script_drew(
    history: list[tuple[list[tuple[str, Any]], bool]],
) -> None:
    runs = Runs()
    for drawing, complete in history:
        runs.run(_draw_all(runs, drawing), complete=complete)
        if complete:
            assert runs.view.texts() == _expected(drawing)
            assert runs.view.stale() == []


@given(drawings)
def test_the_same_drawing_again_changes_nothing(drawing: list[tuple[str, Any]]) -> None:
    runs = Runs()
    runs.run(_draw_all(runs, drawing))
    ids = set(runs.view.nodes)
    ops = runs.run(_draw_all(runs, drawing))
    assert set(runs.view.nodes) == ids
    assert {Insert, Remove, Move}.isdisjoint(kinds(ops))
