"""Tables: reading what an author calls data, and encoding it into a `Frame`.

::

    anything  ── read_table ──▶  Table  ── encode_table ──▶  Frame
    (coerce.py)                  (names beside raw values)   (typed bytes)
"""

from __future__ import annotations

from tabstream.elements._frames.append import append_frames
from tabstream.elements._frames.coerce import is_table_like, read_table
from tabstream.elements._frames.decode import decode_frame
from tabstream.elements._frames.encode import encode_table
from tabstream.elements._frames.json_text import to_json_text
from tabstream.elements._frames.pandas_data import is_styler
from tabstream.elements._frames.styler import hides_index, read_styles, without_hidden
from tabstream.elements._frames.table import Table, TableColumn
from tabstream.elements._frames.values import column_values

__all__ = [
    "Table",
    "TableColumn",
    "append_frames",
    "column_values",
    "decode_frame",
    "encode_table",
    "hides_index",
    "is_styler",
    "is_table_like",
    "read_styles",
    "read_table",
    "to_json_text",
    "without_hidden",
]
