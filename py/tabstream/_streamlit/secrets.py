"""``streamlit.runtime.secrets``: what ``st.secrets`` is and what it holds."""

from tabstream.errors import StreamlitSecretNotFoundError as StreamlitSecretNotFoundError
from tabstream.state import SecretsProxy as Secrets
from tabstream.state import secrets as secrets_singleton

__all__ = ["Secrets", "StreamlitSecretNotFoundError", "secrets_singleton"]
