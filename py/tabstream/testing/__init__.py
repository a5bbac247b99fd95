"""Run an app in memory: a test acts as a person would, and looks at what the page would show.

``streamlit.testing.v1`` is another name of this package.
"""

from tabstream.testing.app_test import AppTest
from tabstream.testing.nodes import AppTestError

__all__ = ["AppTest", "AppTestError"]
