"""``tabstream check``: what it says of an app, and what it leaves alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabstream._alias import MODULES
from tabstream.cli.checking import Packages, check_app
from tabstream.cli.checking.facts import read_facts

if TYPE_CHECKING:
    from tests.py.cli.conftest import Call, WriteApp

ROOT = Path(__file__).parents[3]
IMPORTS = {"numpy": "numpy", "pandas": "pandas", "cv2": "opencv-python", "PIL": "pillow"}


Files = dict[str, str] | None
Said = tuple[int, list[str]]


class Check(Protocol):
    """Check an app; give the exit code and the lines, without the folder."""

    def __call__(
        self, source: str, files: dict[str, str] | None = None
    ) -> tuple[int, list[str]]: ...


@pytest.fixture
def check(
    call: Call, write_app: WriteApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Check:
    site = tmp_path / "site"
    (site / "pyodide").mkdir(parents=True)
    (site / "index.html").touch()
    index = {"packages": {"numpy": {}}, "imports": IMPORTS}
    (site / "pyodide/packages.json").write_text(json.dumps(index))
    monkeypatch.setenv("TABSTREAM_SITE", str(site))

    def check_source(source: str, files: Files = None) -> Said:
        folder = write_app({"app.py": source, **(files or {})})
        monkeypatch.chdir(folder)
        result = call("check", "app.py")
        return result.exit_code, result.stdout.splitlines()

    return check_source


def test_an_app_without_a_problem_is_said_to_be_one(check: Check) -> None:
    source = "import streamlit as st\nimport numpy, cv2\nfrom PIL import Image\nst.slider('x')\n"
    assert check(source) == (0, [])


def test_the_examples_are_without_a_problem() -> None:
    apps = sorted(ROOT.glob("examples/*/app.py"))
    assert len(apps) > 6
    for app in apps:
        assert check_app(app, app.read_text(encoding="utf-8"), None).problems == 0, app


def test_nothing_of_the_app_is_executed(check: Check, tmp_path: Path) -> None:
    note = "from pathlib import Path\nPath('ran').touch()\n"
    assert check(f"import never_imported\n{note}", {"never_imported.py": note}) == (0, [])
    assert not (tmp_path / "app/ran").exists()
    assert "never_imported" not in sys.modules


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("x = 1\nif x\n", 2, "expected ':'."),
        ("\nreturn 1\n", 2, "'return' outside function."),
        ("x = (1,\n", 1, "'(' was never closed."),
    ],
)
def test_a_syntax_error_is_said_with_its_line(
    check: Check, source: str, line: int, message: str
) -> None:
    code, (said,) = check(source)
    assert code == 1
    assert said.startswith(f"app.py:{line}: {message}")


def test_the_apps_own_modules_and_pages_are_followed_and_others_are_not(check: Check) -> None:
    bad = "import torch\n"
    code, said = check(
        "import streamlit as st\nimport one\nfrom package import two\nst.Page('views/map.py')\n",
        {
            "one.py": "from package.deep import three\n",
            "package/two.py": bad,
            "package/deep/__init__.py": "",
            "package/deep/three.py": "from . import four\nfrom ..two import x\n",
            "package/deep/four.py": bad,
            "pages/five.py": bad,
            "views/map.py": bad,
            "test_app.py": bad,
        },
    )
    assert code == 1
    assert {line.partition(":")[0] for line in said if "torch" in line} == {
        "package/two.py",
        "package/deep/four.py",
        "pages/five.py",
        "views/map.py",
    }


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import tensorflow.keras", "tensorflow cannot be imported in a browser: it is native"),
        ("def f():\n    import psycopg2", "psycopg2 cannot be imported in a browser: it talks to"),
        ("import tkinter", "tkinter cannot be imported in a browser: this part of Python's"),
        ("from google.cloud import bigquery", "google.cloud.bigquery cannot be imported"),
        ("import faiss, numpy", "scikit-learn runs here"),
        ("import cx_Oracle as o", "offer the rows at an address that allows CORS"),
    ],
)
def test_an_import_that_cannot_work_in_a_browser_is_a_problem(
    check: Check, source: str, message: str
) -> None:
    code, (said,) = check(source)
    assert code == 1
    assert message.lower() in said.lower()


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    import torch\nexcept ImportError:\n    torch = None",
        "try:\n    import cv2\nexcept ImportError:\n    import torch",
        "from contextlib import suppress\nwith suppress(ImportError):\n    import torch",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import torch",
        "import typing as t\nif t.TYPE_CHECKING:\n    import torch\nelse:\n    torch = None",
    ],
)
def test_an_import_that_the_script_has_an_answer_for_is_none(check: Check, source: str) -> None:
    assert check(source) == (0, [])


def test_a_package_that_the_site_has_not_is_a_note_and_no_problem(check: Check) -> None:
    code, said = check("import humanize\nimport humanize\nfrom dateutil import tz\n")
    assert (code, said) == (
        0,
        [
            "app.py:1: note: humanize is not on the site; micropip will look for it.",
            "app.py:3: note: dateutil is not on the site; "
            "micropip will look for it as python-dateutil.",
        ],
    )


def test_without_a_site_nothing_is_said_of_packages_that_it_may_have(
    check: Check, call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    check("import humanize\n")
    monkeypatch.setenv("TABSTREAM_SITE", str(tmp_path / "nothing"))
    result = call("check", "app.py")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Whether the site has a package is not known" in result.stderr


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import package.thre", "there is no module package.thre in the app. Did you mean three?"),
        ("import package.three.four", "there is no module package.three.four in the app."),
        ("from . import package", "`from . import` leads out of the package that this file is in;"),
    ],
)
def test_an_import_of_an_own_module_that_is_not_there_is_a_problem(
    check: Check, source: str, message: str
) -> None:
    code, said = check(source, {"package/__init__.py": "", "package/three.py": ""})
    assert code == 1
    assert said[0].startswith(f"app.py:1: {message}")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import streamlit as st\nst.slidr()", "2: st.slidr is not there: tabstream has no such "
         "name. Did you mean st.slider?"),
        ("import streamlit\nstreamlit.sidebar.buton", "2: streamlit.sidebar.buton is not there"),
        ("import tabstream as ts\nts.nothing_like_it()", "2: ts.nothing_like_it is not there"),
        ("from streamlit import sidebar, titel", "1: streamlit has no name titel. Did you mean "
         "title?"),
        ("import streamlit.components.v2 as c\nc.nope", "2: c.nope is not there"),
        ("import streamlit.runtime.cachin", "1: tabstream has no streamlit.runtime.cachin. Did"),
        ("import streamlit as st\ndef f():\n    st.titl(1)", "3: st.titl is not there"),
        ("import streamlit as st\nst.column_config.TextColum()", "2: st.column_config.TextColum "),
    ],
)  # fmt: skip
def test_a_name_that_streamlit_has_not_is_a_problem(
    check: Check, source: str, message: str
) -> None:
    code, (said,) = check(source)
    assert code == 1
    assert said.startswith(f"app.py:{message}")


@pytest.mark.parametrize(
    "source",
    [
        "from hypothesis_like import strategies as st\nst.integers()",
        "import streamlit as st\ndef f(st):\n    st.integers()",
        "import streamlit as st\nst.rerun() if hasattr(st, 'rerun2') else st.rerun2()",
        "import streamlit as st\ntry:\n    st.mystery()\nexcept AttributeError:\n    pass",
        "import streamlit as st\nst.mine = 1\nprint(st.mine)",
        "import streamlit as st\nst.session_state.anything.goes\nst.secrets.key.of.mine",
        "import streamlit as st\nst.testing.v1.AppTest\nst.__version__\nst.cache_data.clear()",
        "import streamlit.testing.v1\nstreamlit.testing.v1.AppTest",
        "try:\n    from streamlit import mystery\nexcept ImportError:\n    mystery = None",
        "from streamlit import *\nfrom streamlit.testing.v1 import AppTest\ntitle(1)",
    ],
)
def test_what_may_be_another_name_or_has_an_answer_is_none(check: Check, source: str) -> None:
    code, said = check(source)
    assert code == 0
    assert all("note: hypothesis_like" in line for line in said)


@pytest.mark.parametrize(
    "source",
    [
        "import streamlit as st\nst.components.v1.html('')",
        "import streamlit.components.v1 as v1\nv1.html('')",
        "\nfrom streamlit.components.v1 import html as show",
    ],
)
def test_a_name_that_is_not_there_yet_is_a_problem_that_says_what_works_instead(
    check: Check, source: str
) -> None:
    code, (said,) = check(source)
    assert code == 1
    assert said.startswith("app.py:2: ")
    assert said.endswith("html is not there yet. `st.html` shows HTML as part of the page.")


def test_every_module_and_name_that_there_is_is_known(check: Check) -> None:
    lines = ["import streamlit as st", *(f"import {module}" for module in sorted(MODULES))]
    import tabstream

    lines += [f"st.{name}" for name in sorted(vars(tabstream))]
    code, said = check("\n".join(lines))
    assert all("is not there yet." in line for line in said)
    assert code == (1 if said else 0)


@pytest.mark.parametrize(
    "line",
    [
        "open('rain.cvs')",
        "open('rain.cvs', 'rb')",
        "open(file='rain.cvs', mode='r')",
        "pd.read_csv('rain.cvs', sep=';')",
        "np.load('rain.cvs')",
        "st.image(['rain.cvs'])",
        "Image.open('rain.cvs')",
        "Path('rain.cvs').read_text()",
        "pathlib.Path('./rain.cvs').read_bytes()",
    ],
)
def test_a_file_that_a_call_surely_reads_and_is_not_there_is_a_problem(
    check: Check, line: str
) -> None:
    head = "import pathlib\nimport numpy as np, pandas as pd, streamlit as st\n"
    head += "from PIL import Image\nfrom pathlib import Path\n"
    code, (said,) = check(head + line)
    assert code == 1
    assert said.startswith("app.py:5: there is no file rain.cvs in the app's folder.")


@pytest.mark.parametrize(
    "lines",
    [
        "open('app.py')",
        "open('./package/../app.py')",
        "open('new.txt', 'w')",
        "open('new.txt', mode)",
        "open('/etc/hosts.txt')",
        "open('https://example.org/a.csv')",
        "open(f'{name}.csv')",
        "st.image('https://example.org/a.png')",
        "st.markdown('read.me')",
        "df.to_csv('a.csv')\npd.read_csv('a.csv')",
        "if os.path.exists('a.csv'):\n    pd.read_csv('a.csv')",
        "try:\n    pd.read_csv('a.csv')\nexcept OSError:\n    pass",
        "frame.read_csv('a.csv')",
        "pd.read_csv('a,b\\n1,2')",
        "Path('a.csv')",
    ],
)
def test_what_may_be_there_when_it_is_read_is_none(check: Check, lines: str) -> None:
    head = "import os\nimport pandas as pd, streamlit as st\nfrom pathlib import Path\n"
    assert check(head + lines, {"package/one.py": ""}) == (0, [])


def test_a_file_outside_of_the_folder_or_of_another_case_is_a_problem(check: Check) -> None:
    source = "open('../there.txt')\nopen('data/Rain.py')\nopen('x.py')"
    code, said = check(source, {"data/rain.py": ""})
    assert code == 1
    assert said == [
        "app.py:1: ../there.txt is outside of the app's folder, and only the folder is in the "
        "browser.",
        "app.py:2: there is no file data/Rain.py in the app's folder. Did you mean data/rain.py?",
        "app.py:3: there is no file x.py in the app's folder. Did you mean app.py?",
    ]


def test_the_files_that_pyscript_toml_fetches_are_there(check: Check, write_app: WriteApp) -> None:
    write_app(
        {"pyscript.toml": '[files]\n"https://example.org/a.csv" = "data/"\n"b.txt" = "c.txt"'}
    )
    assert check("open('data/a.csv')\nopen('c.txt')") == (0, [])


def test_problems_are_told_file_by_file_and_counted(
    check: Check, call: Call, tmp_path: Path
) -> None:
    code, said = check(
        "import streamlit as st, one, torch\nst.nope1", {"one.py": "def\nimport torch\n"}
    )
    assert code == 1
    assert [line.partition(" ")[0] for line in said] == ["app.py:1:", "app.py:2:", "one.py:1:"]
    folder = tmp_path / "app"
    assert call("check", folder).stderr == f"3 problems in {folder}.\n"


@given(st.text())
def test_whatever_a_file_holds_there_is_an_answer(text: str) -> None:
    everything = Packages(frozenset(), frozenset())
    for source in (text, f"import {text}", f"import streamlit as st\nst.{text}\nopen({text!r})"):
        check_app(Path("/nowhere/app.py"), source, everything)


def test_the_facts_are_complete() -> None:
    assert "torch" in str(read_facts("impossible"))
    assert len(" ".join(read_facts("stdlib")["carried"]).split()) > 150
