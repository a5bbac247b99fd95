"""``streamlit.web``: what scripts import to start a server by themselves.

They do so under ``if __name__ == "__main__"``, and only where no app is running yet.
"""

from tabstream._streamlit.web import bootstrap as bootstrap
from tabstream._streamlit.web import cli as cli
