"""``streamlit.components``: names that are not there yet."""

from tabstream._streamlit.components import v1 as v1
from tabstream._streamlit.components import v2 as v2
