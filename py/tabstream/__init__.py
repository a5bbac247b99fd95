"""Streamlit-style scripts, wholly inside a browser tab.

Every ``st.*`` name, gathered from the modules below; no logic lives here.
"""

from tabstream._version import __version__ as __version__
from tabstream.elements import DeltaGenerator as DeltaGenerator
from tabstream.elements import bottom as bottom
from tabstream.elements import main as _main
from tabstream.elements import sidebar as sidebar

text = _main.text
