"""``streamlit.elements.lib``: nothing of its own; scripts ask for the modules below it."""
