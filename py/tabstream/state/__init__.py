"""What outlives a run: ``st.session_state``, ``st.query_params`` and ``st.secrets``.

Each of them is one object for all apps; it shows what belongs to the app that is running.
"""

from tabstream.state.app_secrets import SecretsProxy, secrets
from tabstream.state.parameters import (
    QueryParamsProxy,
    experimental_get_query_params,
    experimental_set_query_params,
    query_params,
)
from tabstream.state.session_values import SessionStateProxy, session_state

__all__ = [
    "QueryParamsProxy",
    "SecretsProxy",
    "SessionStateProxy",
    "experimental_get_query_params",
    "experimental_set_query_params",
    "query_params",
    "secrets",
    "session_state",
]
