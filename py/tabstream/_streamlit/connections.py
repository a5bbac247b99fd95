"""``streamlit.connections``: names that are not there yet."""

from __future__ import annotations

from tabstream.not_there_yet import NotThereYet

_FILES = "Data comes from files and addresses, such as by `pd.read_csv(url)`."


class _Connections:
    MODULE = "st.connections"
    BaseConnection = NotThereYet("connection_name, **kwargs", _FILES)
    ExperimentalBaseConnection = NotThereYet("connection_name, **kwargs", _FILES)
    SQLConnection = NotThereYet("connection_name, **kwargs", _FILES)
    SnowflakeConnection = NotThereYet("connection_name, **kwargs", _FILES)
    SnowflakeCallersRightsConnection = NotThereYet("connection_name, **kwargs", _FILES)


BaseConnection = _Connections.BaseConnection
ExperimentalBaseConnection = _Connections.ExperimentalBaseConnection
SQLConnection = _Connections.SQLConnection
SnowflakeConnection = _Connections.SnowflakeConnection
SnowflakeCallersRightsConnection = _Connections.SnowflakeCallersRightsConnection
