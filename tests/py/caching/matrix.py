"""The kinds of things that a cached function depends on: for each a small app, and edits of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A text that stands in one file of the app, and what takes its place wherever it stands in it.
Edit: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """One kind of dependency.

    Attributes
    ----------
    app
        The script, which decorates `f` by `cache`; its head and the call of `f` are added.
    misses, hits
        Edits after which `f()` is computed anew, and those after which it is served.
    files
        What lies beside the script.
    """

    app: str
    misses: tuple[Edit, ...] = ()
    hits: tuple[Edit, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


#: What the function itself does.
CODE = {
    "bytecode": Row(
        """
@cache
def f(n=3):
    '''Say what it does.'''
    total = n + 1
    return total
""",
        misses=(("n + 1", "n - 1"), ("return total", "return total, n")),
        hits=(
            ("    total =", "    # a comment\n    total ="),
            ("    total =", "\n\n    total ="),
            ("Say what it does.", "Say it in other words."),
            ("    '''Say what it does.'''\n", ""),
            ("total", "other_name"),
            ("n + 1", "(\n        n  # here\n        + 1\n    )"),
            ("@cache", "st.text('above')\n\n\n@cache"),
            ("def f(n=3):", "def f(n: int = 3) -> int:"),
        ),
    ),
    "constants": Row(
        "@cache\ndef f(): return [7, 'a', 2.5, (1, 2), b'x', 0.0, None]",
        misses=(
            ("7", "8"),
            ("'a'", "'b'"),
            ("'a'", "b'a'"),
            ("2.5", "2.6"),
            ("(1, 2)", "(1, 3)"),
            ("(1, 2)", "(1, 2.0)"),
            ("(1, 2)", "(True, 2)"),
            ("0.0", "-0.0"),
            ("None", "False"),
        ),
        hits=(("2.5", "2.50"), ("7", "0x7"), ("'a'", '"a"'), ("'a'", "'' 'a'")),
    ),
    "a constant set": Row(
        "@cache\ndef f(): return 3 in {'a', 'b', 3}",
        misses=(("'b', 3", "'b', 4"),),
        hits=(("'a', 'b'", "'b', 'a'"),),
    ),
    "a nested function": Row(
        """
@cache
def f():
    by = 2
    def g(n):
        total = n * by
        return total
    return g(3)
""",
        misses=(("n * by", "n - by"), ("by = 2", "by = 5"), ("n * by", "n * 4")),
        hits=(
            ("        total =", "        # a comment\n        total ="),
            ("        total =", "        'Say it.'\n        total ="),
            ("total", "other_name"),
        ),
    ),
    "a variable that a nested function takes": Row(
        """
@cache
def f():
    big = 10
    small = 4
    return (lambda: big - small)()
""",
        misses=(("big - small", "small - big"),),
    ),
    "a class in the function": Row(
        """
@cache
def f():
    class Point:
        '''Say what it is.'''
        x = 1
        def twice(self): return self.x * 2
    return Point().twice()
""",
        misses=(("x = 1", "x = 5"), ("* 2", "* 3")),
        hits=(
            ("@cache", "# a comment\n@cache"),
            ("    class", "    # a comment\n    class"),
            ("Say what it is.", "Say it in other words."),
        ),
    ),
    "a lambda in the function": Row(
        "@cache\ndef f(): return sorted([1, 3, 2], key=lambda n: -n)",
        misses=(("-n", "n"),),
        hits=(("lambda n: -n", "lambda n: (-n)"),),
    ),
    "a lambda": Row(
        "scale = lambda n: n * 2\n@cache\ndef f(): return scale(3)",
        misses=(("n * 2", "n * 3"),),
        hits=(("n * 2", "(n * 2)  # twice"),),
    ),
    "two lambdas": Row(
        "one = lambda n: n * 2\nother = lambda n: n + 7\n@cache\ndef f(): return one(3), other(3)",
        misses=(("n * 2", "n * 3"), ("n + 7", "n + 8")),
    ),
    "a generator and exceptions": Row(
        """
@cache
def f():
    def numbers():
        yield 1
        yield from (2, 3)
    try:
        return [n for n in numbers()]
    except ValueError:
        return []
""",
        misses=(("(2, 3)", "(2, 4)"), ("yield 1\n", "yield 9\n")),
        hits=(("numbers", "counted"),),
    ),
    "a match": Row(
        """
@cache
def f(n=2):
    match n:
        case 1: return "one"
        case 2: return "two"
""",
        misses=(('"two"', '"2"'), ("case 2", "case 3")),
        hits=(("case 1", "# a comment\n        case 1"),),
    ),
}

#: The functions that it calls.
FUNCTIONS = {
    "functions two levels deep": Row(
        """
def inner(n): return n + 1
def outer(n): return inner(n) * 2
def unused(n): return n
@cache
def f(): return outer(3)
""",
        misses=(("n + 1", "n + 2"), ("* 2", "* 3")),
        hits=(
            ("unused(n): return n", "unused(n): return -n"),
            ("def outer", "\n# a comment\ndef outer"),
            ("def unused(n): return n", ""),
        ),
    ),
    "functions of modules, two levels deep": Row(
        "import helper\n@cache\ndef f(): return helper.outer(3)",
        misses=(("n + 1", "n + 2"), ("* 2", "* 3")),
        hits=(
            ("UNUSED = 1", "UNUSED = 2"),
            ("return -n", "return n"),
            ("def inner", "\n# a comment\ndef inner"),
        ),
        files={
            "helper.py": "import deeper\ndef outer(n): return deeper.inner(n) * 2\n"
            "def other(n): return -n\n",
            "deeper.py": "UNUSED = 1\ndef inner(n): return n + 1\n",
        },
    ),
    "a circle of two functions": Row(
        """
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
@cache
def f(): return even(3), odd(3)
""",
        misses=(("n == 0 or", "n < 2 or"), ("n != 0 and", "n > 1 and")),
        hits=(("def odd", "# a comment\ndef odd"),),
    ),
    "a function that is handed on": Row(
        "def scale(n): return n * 2\n@cache\ndef f(): return list(map(scale, [1, 2]))",
        misses=(("n * 2", "n * 3"),),
    ),
    "functions in a dict": Row(
        "def scale(n): return n * 2\nBY_NAME = {'scale': scale}\n"
        "@cache\ndef f(): return BY_NAME['scale'](3)",
        misses=(("n * 2", "n * 3"),),
        hits=(("n * 2", "(n * 2)  # twice"),),
    ),
    "what a function in a dict reads": Row(
        "BY = 2\ndef scale(n): return n * BY\nBY_NAME = {'scale': scale}\n"
        "@cache\ndef f(): return BY_NAME['scale'](3)",
        misses=(("BY = 2", "BY = 5"),),
    ),
    "a cached function": Row(
        "@st.cache_data\ndef scale(n): return n * 2\n@cache\ndef f(): return scale(3)",
        misses=(("n * 2", "n * 3"),),
    ),
    "a decorated function": Row(
        """
import functools
def twice(function):
    @functools.wraps(function)
    def call(*args): return 2 * function(*args)
    return call
@twice
def scale(n): return n + 1
@cache
def f(): return scale(3)
""",
        misses=(("n + 1", "n + 2"), ("2 * function", "3 * function"), ("@twice\n", "")),
        hits=(("def scale", "# a comment\ndef scale"), ("def call", "# a comment\n    def call")),
    ),
    "itself decorated": Row(
        """
import functools
def twice(function):
    @functools.wraps(function)
    def call(*args): return 2 * function(*args)
    return call
@cache
@twice
def f(): return 3
""",
        misses=(("return 3", "return 4"), ("2 * function", "3 * function"), ("@twice\n", "")),
        hits=(("def f", "# a comment\ndef f"), ("def call", "# a comment\n    def call")),
    ),
    "a decorator that says nothing of the function": Row(
        """
def twice(function):
    return lambda *args: 2 * function(*args)
@twice
def scale(n): return n + 1
@cache
def f(): return scale(3)
""",
        misses=(("n + 1", "n + 2"), ("2 * function", "3 * function")),
    ),
    "a library's decorator": Row(
        """
import contextlib
@contextlib.contextmanager
def opening(n): yield n + 1
@cache
def f():
    with opening(3) as opened:
        return opened
""",
        misses=(("n + 1", "n + 2"),),
        hits=(("def opening", "# a comment\ndef opening"),),
    ),
    "functools.cache": Row(
        "import functools\n@functools.cache\ndef scale(n): return n * 2\n"
        "@cache\ndef f(): return scale(3)",
        misses=(("n * 2", "n * 3"),),
    ),
    "functools.singledispatch": Row(
        """
import functools
@functools.singledispatch
def scale(n): return 0
@scale.register
def _(n: int): return n * 2
@cache
def f(): return scale(3), scale("a")
""",
        misses=(("return 0", "return 1"), ("n * 2", "n * 3")),
    ),
    "functools.partial": Row(
        """
import functools
def scale(n, by): return n * by
twice = functools.partial(scale, by=2)
@cache
def f(): return twice(3)
""",
        misses=(("by=2", "by=4"), ("n * by", "n + by")),
        hits=(("def scale", "# a comment\ndef scale"),),
    ),
    "a partial made in the function": Row(
        """
import functools
def scale(n, by): return n * by
@cache
def f(): return functools.partial(scale, by=2)(3)
""",
        misses=(("by=2", "by=4"), ("n * by", "n + by")),
    ),
    "a bound method": Row(
        """
class Scale:
    def __init__(self, by): self.by = by
    def of(self, n): return n * self.by
scale = Scale(2).of
@cache
def f(): return scale(3)
""",
        misses=(("Scale(2)", "Scale(4)"), ("n * self.by", "n + self.by")),
    ),
}

#: The classes that it uses.
CLASSES = {
    "a method": Row(
        """
class Shape:
    sides = 4
    unused = 1
    '''Not the docstring.'''
    def area(self): return self.sides ** 2
@cache
def f(): return Shape().area()
""",
        misses=(("** 2", "** 3"), ("sides = 4", "sides = 5")),
        hits=(
            ("    def area", "    # a comment\n    def area"),
            ("class Shape", "# a comment\nclass Shape"),
            ("class Shape:\n", "class Shape:\n    '''Say what it is.'''\n"),
            ("    '''Not the docstring.'''", ""),
        ),
    ),
    "a base": Row(
        """
class Base:
    sides = 4
    def area(self): return self.sides ** 2
class Middle(Base): pass
class Other(Base): sides = 5
class Shape(Middle): pass
@cache
def f(): return Shape().area()
""",
        misses=(
            ("** 2", "** 3"),
            ("sides = 4", "sides = 6"),
            ("class Shape(Middle)", "class Shape(Other)"),
        ),
        hits=(("class Base", "# a comment\nclass Base"), ("sides = 5", "sides = 7")),
    ),
    "a base in a module": Row(
        "import helper\nclass Shape(helper.Base): pass\n@cache\ndef f(): return Shape().area()",
        misses=(("sides = 4", "sides = 5"), ("self.sides", "-self.sides")),
        hits=(("    def area", "\n    def area"), ("UNUSED = 1", "UNUSED = 2")),
        files={
            "helper.py": "UNUSED = 1\nclass Base:\n    sides = 4\n"
            "    def area(self): return self.sides\n"
        },
    ),
    "a property": Row(
        """
class Shape:
    @property
    def area(self): return 4 ** 2
@cache
def f(): return Shape().area
""",
        misses=(("** 2", "** 3"),),
        hits=(("def area", "# a comment\n    def area"),),
    ),
    "the setter of a property": Row(
        """
class Shape:
    @property
    def side(self): return self._side
    @side.setter
    def side(self, value): self._side = value + 1
@cache
def f():
    shape = Shape()
    shape.side = 2
    return shape.side
""",
        misses=(("value + 1", "value + 2"), ("return self._side", "return -self._side")),
    ),
    "a cached property": Row(
        """
import functools
class Shape:
    @functools.cached_property
    def area(self): return 4 ** 2
@cache
def f(): return Shape().area
""",
        misses=(("** 2", "** 3"),),
        hits=(("def area", "# a comment\n    def area"),),
    ),
    "a static method and one of the class": Row(
        """
class Shape:
    sides = 4
    @staticmethod
    def scale(n): return n * 2
    @classmethod
    def area(cls): return cls.sides ** 2
@cache
def f(): return Shape.scale(3), Shape.area()
""",
        misses=(("n * 2", "n * 5"), ("** 2", "** 3"), ("sides = 4", "sides = 5")),
        hits=(("    @classmethod", "\n    @classmethod"),),
    ),
    "a decorated method": Row(
        """
import functools
class Shape:
    @functools.cache
    def area(self): return 4 ** 2
    @st.cache_data
    def sides(_self): return 3 + 1
    def _scale(self, n, by): return n * by
    twice = functools.partialmethod(_scale, by=2)
@cache
def f(): return Shape().area(), Shape().sides(), Shape().twice(5)
""",
        misses=(("** 2", "** 3"), ("3 + 1", "3 + 2"), ("n * by", "n + by"), ("by=2", "by=9")),
    ),
    "an operator": Row(
        """
class Money:
    def __init__(self, cents): self.cents = cents
    def __add__(self, other): return self.cents + other.cents
@cache
def f(): return Money(3) + Money(4)
""",
        misses=(("self.cents + other", "self.cents - other"), ("= cents", "= cents + 1")),
    ),
    "a descriptor": Row(
        """
class Twice:
    def __init__(self, n): self.n = n
    def __get__(self, instance, owner): return self.n * 2
class Shape:
    sides = Twice(3)
@cache
def f(): return Shape().sides
""",
        misses=(("Twice(3)", "Twice(4)"), ("self.n * 2", "self.n * 3")),
    ),
    "a class in a class": Row(
        """
class Shape:
    class Side:
        length = 3
        def twice(self): return self.length * 2
@cache
def f(): return Shape.Side().twice()
""",
        misses=(("length = 3", "length = 4"), ("* 2", "* 3")),
    ),
    "annotations of a class": Row(
        "class Shape:\n    sides: int = 3\n@cache\ndef f(): return Shape().sides",
        misses=(("= 3", "= 4"),),
        hits=(("class", "# a comment\nclass"),),
    ),
    "a dataclass": Row(
        """
from dataclasses import dataclass, field
@dataclass
class Point:
    x: int = 1
    tags: list = field(default_factory=lambda: ["a"])
    def twice(self): return self.x * 2
@cache
def f():
    point = Point()
    return repr(point), point.twice()
""",
        misses=(
            ("x: int = 1", "x: int = 3"),
            ('["a"]', '["b"]'),
            ("* 2", "* 3"),
            ("    tags:", "    y: int = 5\n    tags:"),
            ('lambda: ["a"]', "list"),
            ("x: int = 1", "x: int = field(default=1, repr=False)"),
        ),
        hits=(("    def twice", "\n    # a comment\n    def twice"),),
    ),
    "a named tuple": Row(
        """
from typing import NamedTuple
class Point(NamedTuple):
    x: int = 1
    y: int = 2
    def total(self): return self.x + self.y
@cache
def f(): return Point(), Point(3).total()
""",
        misses=(("y: int = 2", "y: int = 3"), ("self.x + ", "self.x - ")),
        hits=(("    def total", "\n    def total"),),
    ),
    "an enum": Row(
        """
from enum import Enum
class Colour(Enum):
    RED = 1
    BLUE = 2
    def name_of(self): return self.name + "!"
@cache
def f(): return [colour.name_of() for colour in Colour], Colour.RED.value
""",
        misses=(("RED = 1", "RED = 3"), ('"!"', '"?"'), ("BLUE = 2", "BLUE = 2\n    GREEN = 3")),
        hits=(("    def name_of", "\n    def name_of"),),
    ),
    "an object": Row(
        """
class Shape:
    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2
SHAPE = Shape(3)
@cache
def f(): return SHAPE.area()
""",
        misses=(("Shape(3)", "Shape(4)"), ("** 2", "** 3")),
        hits=(("    def area", "    # a comment\n    def area"),),
    ),
    "objects in a list": Row(
        """
class Shape:
    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2
SHAPES = [Shape(3)]
@cache
def f(): return [shape.area() for shape in SHAPES]
""",
        misses=(("Shape(3)", "Shape(4)"), ("** 2", "** 3")),
        hits=(("    def area", "    # a comment\n    def area"),),
    ),
    "an object in an object": Row(
        """
class Side:
    def twice(self): return 3 * 2
class Shape:
    def __init__(self): self.side = Side()
SHAPE = Shape()
@cache
def f(): return SHAPE.side.twice()
""",
        misses=(("3 * 2", "3 * 4"),),
    ),
    "two classes of one name": Row(
        """
import helper
class Shape:
    sides = 4
@cache
def f(): return Shape.sides, helper.Shape.sides
""",
        misses=(("sides = 4", "sides = 5"), ("sides = 3", "sides = 6")),
        files={"helper.py": "class Shape:\n    sides = 3\n"},
    ),
}

_FRAME = "import pandas as pd\nTABLE = pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']})\n"

#: The values that it reads.
VALUES = {
    "a number": Row(
        "RATE = 2\nUNUSED = 1\n@cache\ndef f(): return RATE",
        misses=(("RATE = 2", "RATE = 3"), ("RATE = 2", "RATE = 2.0")),
        hits=(
            ("RATE = 2", "RATE = 1 + 1"),
            ("UNUSED = 1", "UNUSED = 7"),
            ("UNUSED = 1", "import threading; UNUSED = threading.Lock()"),
            ("RATE = 2", "RATE: int = 2  # per cent"),
        ),
    ),
    "a list that the script changes": Row(
        "ITEMS = [1]\nITEMS.append(2)\n@cache\ndef f(): return list(ITEMS)",
        misses=(("append(2)", "append(3)"), ("ITEMS.append(2)", "")),
        hits=(("ITEMS = [1]\nITEMS.append(2)", "ITEMS = [1, 2]"),),
    ),
    "a dict": Row(
        "TABLE = {'a': 1, 'b': [2]}\n@cache\ndef f(): return str(TABLE)",
        misses=(("'a': 1", "'a': 5"), ("[2]", "[2, 3]"), ("'b'", "'c'")),
        hits=(("{'a': 1, 'b': [2]}", "dict(a=1, b=[2])"),),
    ),
    "a set": Row(
        "NAMES = {'a', 'b', 'c'}\n@cache\ndef f(): return sorted(NAMES)",
        misses=(("'c'", "'d'"),),
        hits=(("'a', 'b', 'c'", "'c', 'b', 'a'"),),
    ),
    "a frame": Row(
        f"{_FRAME}@cache\ndef f(): return TABLE.to_csv()",
        misses=(("[1, 2]", "[1, 3]"), ("'y'", "'z'"), ("'b':", "'c':"), ("[1, 2]", "[1., 2.]")),
        hits=(("[1, 2]", "[1, 1 + 1]"),),
    ),
    "an array": Row(
        "import numpy as np\nDATA = np.arange(5)\n@cache\ndef f(): return repr(DATA)",
        misses=(("arange(5)", "arange(6)"), ("arange(5)", "arange(5.0)")),
        hits=(("arange(5)", "array([0, 1, 2, 3, 4])"),),
    ),
    "of one name here and in a module": Row(
        "import helper\nRATE = 2\n@cache\ndef f(): return RATE, helper.rate()",
        misses=(("RATE = 2", "RATE = 5"), ("RATE = 3", "RATE = 6")),
        hits=(("import helper", "import helper  # first"),),
        files={"helper.py": "RATE = 3\ndef rate(): return RATE\n"},
    ),
    "functions of one name here and in a module": Row(
        "import helper\ndef rate(n=1): return 2 * n\n@cache\ndef f(): return helper.rate(), rate()",
        misses=(("2 * n", "5 * n"), ("n=1", "n=7"), ("3 * n", "6 * n"), ("n=4", "n=8")),
        files={"helper.py": "def rate(n=4): return 3 * n\n"},
    ),
    "files of one name in two folders": Row(
        "from one import helper as a\nfrom other import helper as b\n"
        "@cache\ndef f(): return a.rate(), b.rate()",
        misses=(("return 2", "return 5"), ("return 3", "return 6")),
        files={
            "one/__init__.py": "",
            "one/helper.py": "def rate(): return 2\n",
            "other/__init__.py": "",
            "other/helper.py": "def rate(): return 3\n",
        },
    ),
    "a variable around it": Row(
        """
def make(k):
    unused = 1
    @cache
    def f(): return k * 2
    return f
f = make(3)
""",
        misses=(("make(3)", "make(4)"), ("k * 2", "k * 3")),
        hits=(("unused = 1", "unused = 2"), ("def make", "# a comment\ndef make")),
    ),
    "functions of one maker": Row(
        """
def make(k):
    return lambda n: n + k
one, other = make(1), make(2)
@cache
def f(): return one(3), other(3)
""",
        misses=(("make(1)", "make(5)"), ("make(2)", "make(5)"), ("n + k", "n - k")),
    ),
    "a default": Row(
        "@cache\ndef f(n=[1]): return n[0]",
        misses=(("[1]", "[2]"),),
        hits=(("[1]", "[2 - 1]"),),
    ),
    "a default by keyword": Row(
        "@cache\ndef f(*, n=3): return n",
        misses=(("n=3", "n=4"),),
        hits=(("n=3", "n=2 + 1"),),
    ),
    "a default of what it calls": Row(
        "LIMIT = 3\ndef g(a, n=LIMIT, *, k=1): return a + n + k\n@cache\ndef f(): return g(1)",
        misses=(("LIMIT = 3", "LIMIT = 4"), ("k=1", "k=2")),
        hits=(("k=1", "k = 1"),),
    ),
    "a comprehension": Row(
        "BY = 2\n@cache\ndef f(): return [n * BY for n in range(3)]",
        misses=(("BY = 2", "BY = 3"), ("range(3)", "range(4)"), ("n * BY", "n + BY")),
        hits=(("n * BY for n in", "item * BY for item in"),),
    ),
    "a generator expression": Row(
        "BY = 2\n@cache\ndef f(): return sum(n * BY for n in range(3) if n < BY)",
        misses=(("BY = 2", "BY = 3"), ("n * BY", "n + BY")),
        hits=(("sum(n * BY", "sum(  n * BY"),),
    ),
    "a comprehension in a comprehension": Row(
        "BY = 2\n@cache\ndef f(): return {k: {BY * n for n in range(k)} for k in range(3)}",
        misses=(("BY = 2", "BY = 3"),),
    ),
    "a global of a lambda of a nested function": Row(
        "BY = 2\n@cache\ndef f():\n    def g(): return (lambda: BY)()\n    return g()",
        misses=(("BY = 2", "BY = 3"),),
    ),
    "text with values in it": Row(
        "NAME = 'a'\n@cache\ndef f(): return f'|{NAME!r:>5}'",
        misses=(("'a'", "'b'"), (":>5", ":>6"), ("!r", "!s")),
    ),
    "an attribute of a name that was given to a module": Row(
        "import helper as h\n@cache\ndef f(): return h.LIMIT",
        misses=(("LIMIT = 1", "LIMIT = 2"),),
        hits=(("OTHER = 1", "OTHER = 2"),),
        files={"helper.py": "LIMIT = 1\nOTHER = 1\n"},
    ),
    "a name from a module": Row(
        "from helper import LIMIT, scale\n@cache\ndef f(): return scale(LIMIT)",
        misses=(("LIMIT = 1", "LIMIT = 2"), ("n * 3", "n * 4")),
        hits=(("OTHER = 1", "OTHER = 2"), ("LIMIT = 1", "# a comment\nLIMIT = 1")),
        files={"helper.py": "LIMIT = 1\nOTHER = 1\ndef scale(n): return n * 3\n"},
    ),
    "an attribute of a module in a package": Row(
        "import parts.rates\n@cache\ndef f(): return parts.rates.LIMIT",
        misses=(("LIMIT = 1", "LIMIT = 2"),),
        hits=(("OTHER = 1", "OTHER = 2"), ("HERE = 1", "HERE = 2")),
        files={"parts/__init__.py": "HERE = 1\n", "parts/rates.py": "LIMIT = 1\nOTHER = 1\n"},
    ),
    "an object of a module": Row(
        "import helper\n@cache\ndef f(): return helper.SETTINGS.limit, helper.TABLE['a']",
        misses=(("Settings(1)", "Settings(2)"), ("'a': 1", "'a': 2"), ("+ 5", "+ 6")),
        files={
            "helper.py": "class Settings:\n    def __init__(self, n): self.n = n\n"
            "    @property\n    def limit(self): return self.n + 5\n"
            "SETTINGS = Settings(1)\nTABLE = {'a': 1}\n"
        },
    ),
    "a module that is imported in the function": Row(
        "@cache\ndef f():\n    import helper\n    return helper.limit()",
        misses=(("return 1", "return 2"), ("+ LIMIT", "- LIMIT"), ("LIMIT = 9", "LIMIT = 8")),
        files={
            "helper.py": "import deeper\ndef limit():\n    return 1 + deeper.add()\n",
            "deeper.py": "LIMIT = 9\ndef add(): return 5 + LIMIT\n",
        },
    ),
    "a module of a package that is imported in the function": Row(
        "@cache\ndef f():\n    from parts import rates\n    return rates.LIMIT",
        misses=(("LIMIT = 1", "LIMIT = 2"),),
        files={"parts/__init__.py": "", "parts/rates.py": "LIMIT = 1\n"},
    ),
    "a module as a value": Row(
        "import helper\n@cache\ndef f():\n    source = helper\n    return source.limit()",
        misses=(("return 1", "return 2"), ("ADDED = 5", "ADDED = 6")),
        files={
            "helper.py": "import deeper\ndef limit():\n    return 1 + deeper.ADDED\n",
            "deeper.py": "ADDED = 5\n",
        },
    ),
}

_READ = "from pathlib import Path\n@cache\ndef f(): "

#: The files that it reads.
FILES = {
    "open": Row(
        "@cache\ndef f():\n    with open('data.csv') as file:\n        return file.read()",
        misses=(("alpha", "alphabet"),),
        hits=(("unread", "not read"),),
        files={"data.csv": "alpha", "other.csv": "unread"},
    ),
    "pathlib": Row(
        f"{_READ}return Path('data.csv').read_text()",
        misses=(("alpha", "alphabet"),),
        hits=(("unread", "not read"),),
        files={"data.csv": "alpha", "other.csv": "unread"},
    ),
    "bytes": Row(
        f"{_READ}return Path('data.bin').read_bytes()",
        misses=(("alpha", "alphabet"),),
        files={"data.bin": "alpha"},
    ),
    "open to read and write": Row(
        "@cache\ndef f():\n    with open('data.csv', 'r+') as file:\n        return file.read()",
        misses=(("alpha", "alphabet"),),
        files={"data.csv": "alpha"},
    ),
    "pandas": Row(
        "import pandas as pd\n@cache\ndef f(): return pd.read_csv('data.csv').to_csv()",
        misses=(("1,2", "1,20"), ("a,b", "a,bb")),
        hits=(("unread", "not read"),),
        files={"data.csv": "a,b\n1,2\n", "other.csv": "unread"},
    ),
    "through a helper": Row(
        "import helper\n@cache\ndef f(): return helper.read()",
        misses=(("alpha", "alphabet"),),
        hits=(("unread", "not read"),),
        files={
            "helper.py": "from pathlib import Path\n"
            "def read(): return Path('data.csv').read_text()",
            "data.csv": "alpha",
            "other.csv": "unread",
        },
    ),
    "through a cached function": Row(
        "from pathlib import Path\n@st.cache\ndef read(): return Path('data.csv').read_text()\n"
        "@cache\ndef f(): return read()",
        misses=(("alpha", "alphabet"),),
        hits=(("unread", "not read"),),
        files={"data.csv": "alpha", "other.csv": "unread"},
    ),
    "a source as text": Row(
        f"{_READ}return Path('snippet.py').read_text()",
        misses=(("alpha", "alphabet"),),
        files={"snippet.py": "alpha = 1"},
    ),
}

#: All of them, by table and name.
ROWS = {
    f"{title}, {name}": row
    for title, table in (
        ("code", CODE),
        ("function", FUNCTIONS),
        ("class", CLASSES),
        ("value", VALUES),
        ("file", FILES),
    )
    for name, row in table.items()
}
