"""The one place where the version is written."""

__version__ = "0.1.0"

#: The Streamlit release whose public interface tabstream meets; what
#: ``streamlit.__version__`` answers to a script that imports us under that name.
STREAMLIT_VERSION = "1.67.0"
