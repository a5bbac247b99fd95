"""Modules that exist only because scripts import them from Streamlit under these names."""
