"""The script that a command line names: found, read, and told from what is no script."""

from __future__ import annotations

import codecs
import io
import re
import stat
import tokenize
from pathlib import Path

from tabstream.cli.bad_input import BadInput, why_unreadable

#: The names that a script usually has, the usual one first; the page looks for the same ones.
USUAL_ENTRIES = ("streamlit_app.py", "app.py", "main.py")

#: As much as the page opens.
MAX_SCRIPT_BYTES = 5_000_000

IMPORTS_STREAMLIT = re.compile(rb"^[ \t]*(?:import|from)[ \t]+(?:streamlit|tabstream)\b", re.M)
#: Endings of files that are surely no script, so that a wrong name is said in plain words.
NOT_PYTHON = re.compile(
    r"\.(?:md|rst|csv|tsv|json|toml|ya?ml|ini|cfg|html?|css|jsx?|tsx?|svg|xml|lock|log|R|rb|go|rs"
    r"|java|c|h|cpp|sh|bat|sql)$",
    re.IGNORECASE,
)
WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
NOTEBOOK = re.compile(r'\s*\{(?=.*"nbformat"\s*:)(?=.*"cells"\s*:)', re.DOTALL)
NAME_ANOTHER = "Name a .py file, saved as UTF-8."
#: Text has no zero byte; where the others begin with one, it comes early.
LOOKED_AT_BYTES = 8_000


def find_script(name: str, *, otherwise: str = "") -> Path:
    """Find the script of a name: a file, or a folder's usual one.

    Parameters
    ----------
    name
        As it was written on the command line.
    otherwise
        What a command would take besides a script, for the end of a message.

    Raises
    ------
    BadInput
        Where there is none.
    """
    path = Path(name)
    remedy = f"Name a Python script{otherwise}."
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        where = "" if Path(name).is_absolute() else f" in {Path.cwd()}"
        raise BadInput(f"There is no file {name}{where}. {remedy}") from error
    except OSError as error:
        raise BadInput(
            f"{name} cannot be looked at: {why_unreadable(error)}. Allow reading it, or name "
            "another script."
        ) from error
    if stat.S_ISDIR(mode):
        path = choose_entry(path, name, remedy)
    elif not stat.S_ISREG(mode):
        raise BadInput(f"{name} is a device and no file, and has no folder of its own. {remedy}")
    return path.resolve()


def choose_entry(folder: Path, name: str, remedy: str) -> Path:
    """Choose the script of a folder as the page does: by a usual name, or the first app in it."""
    try:
        scripts = sorted(path for path in folder.glob("*.py") if path.is_file())
    except OSError as error:
        raise BadInput(
            f"The folder {name} cannot be read: {why_unreadable(error)}. Allow it, or name the "
            "script in it."
        ) from error
    for usual in USUAL_ENTRIES:
        if folder / usual in scripts:
            return folder / usual
    for script in scripts:
        try:
            if IMPORTS_STREAMLIT.search(script.read_bytes()):
                return script
        except OSError:  # not ours to read, so not the one that was meant
            continue
    if scripts:
        names = ", ".join(script.name for script in scripts[:4])
        more = f" and {len(scripts) - 4} more" if len(scripts) > 4 else ""
        raise BadInput(
            f"{name} is a folder, and none of its scripts imports Streamlit: {names}{more}. "
            "Name the one that is meant."
        )
    raise BadInput(f"{name} is a folder without a .py file. {remedy}")


def read_script(path: Path, *, may_be_empty: bool = False) -> str:
    """Read the text of a script.

    Raises
    ------
    BadInput
        When the file cannot be read, or is surely no Python.
    """
    try:
        if path.stat().st_size > MAX_SCRIPT_BYTES:
            raise BadInput(f"{path.name} is larger than 5 MB, which no script is. {NAME_ANOTHER}")
        text = try_decode(path.read_bytes())
    except OSError as error:
        raise BadInput(
            f"{path.name} cannot be read: {why_unreadable(error)}. Allow reading it, or name "
            "another script."
        ) from error
    if ending := NOT_PYTHON.search(path.name):
        raise BadInput(f"{path.name} ends in {ending[0]}, so it is no script. {NAME_ANOTHER}")
    if path.suffix.lower() == ".ipynb" or NOTEBOOK.match(text or ""):
        raise BadInput(
            f"{path.name} is a Jupyter notebook, which holds cells and not a script. Export it as "
            "Python (jupyter nbconvert --to script) and name that file."
        )
    if text is None:
        raise BadInput(f"{path.name} is not text, so it is no script. {NAME_ANOTHER}")
    if WEB_PAGE.match(text):
        raise BadInput(
            f"{path.name} is a web page and not a script. Download the raw file and name that."
        )
    if not text.strip() and not may_be_empty:
        raise BadInput(
            f"{path.name} is empty. Write a script first; two lines are enough: "
            "import streamlit as st, and st.write('Hello')."
        )
    return text


def try_decode(content: bytes) -> str | None:
    """Decode the bytes of a source file as Python does; None for what is no text."""
    if b"\0" in content[:LOOKED_AT_BYTES]:
        return None
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        return None
    return text.removeprefix(codecs.BOM_UTF8.decode()).replace("\r\n", "\n").replace("\r", "\n")
