"""Columns of texts, links, switches, lists and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabstream.elements.column_config.column import (
    Column,
    ColumnConfig,
    ColumnWidth,
    ContentAlignment,
    read_only,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def TextColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: str | None = None,
    max_chars: int | None = None,
    validate: str | None = None,
) -> ColumnConfig:
    """Configure a column of texts.

    Parameters
    ----------
    label, width, help, disabled, required, pinned, alignment
        As in `Column`.
    default
        What a new row has.
    max_chars
        How long a text can be.
    validate
        A JavaScript regular expression that a text must match.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.TextColumn("Name", help="First and last")
    >>> grid = st.dataframe({"name": ["Ada Lovelace"]}, column_config={"name": column})
    """
    return {
        **Column(
            label,
            width=width,
            help=help,
            disabled=disabled,
            required=required,
            pinned=pinned,
            alignment=alignment,
        ),
        "default": default,
        "type_config": {"type": "text", "max_chars": max_chars, "validate": validate},
    }


def LinkColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: str | None = None,
    max_chars: int | None = None,
    validate: str | None = None,
    display_text: str | None = None,
) -> ColumnConfig:
    """Configure a column of addresses that open in a new tab.

    Parameters
    ----------
    label, width, help, disabled, required, pinned, alignment
        As in `Column`.
    default
        What a new row has.
    max_chars
        How long an address can be.
    validate
        A JavaScript regular expression that an address must match.
    display_text
        What is shown in place of the address: a text, a ``:material/…:`` icon, or a regular
        expression whose first group is taken out of the address.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.LinkColumn("Source", display_text=r"https://(.*?)/")
    >>> rows = {"source": ["https://example.org/page"]}
    >>> grid = st.dataframe(rows, column_config={"source": column})
    """
    return {
        **Column(
            label,
            width=width,
            help=help,
            disabled=disabled,
            required=required,
            pinned=pinned,
            alignment=alignment,
        ),
        "default": default,
        "type_config": {
            "type": "link",
            "max_chars": max_chars,
            "validate": validate,
            "display_text": display_text,
        },
    }


def CheckboxColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: bool | None = None,
) -> ColumnConfig:
    """Configure a column of boxes that are ticked or not.

    Parameters
    ----------
    label, width, help, disabled, required, pinned, alignment
        As in `Column`.
    default
        What a new row has.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.CheckboxColumn("Done")
    >>> grid = st.dataframe({"done": [True, False]}, column_config={"done": column})
    """
    return {
        **Column(
            label,
            width=width,
            help=help,
            disabled=disabled,
            required=required,
            pinned=pinned,
            alignment=alignment,
        ),
        "default": default,
        "type_config": {"type": "checkbox"},
    }


def ListColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    default: Iterable[str] | None = None,
) -> ColumnConfig:
    """Configure a column of lists, shown item by item.

    Parameters
    ----------
    label, width, help, pinned, disabled, required
        As in `Column`.
    default
        What a new row has.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.ListColumn("Tags")
    >>> grid = st.dataframe({"tags": [["new"], ["new", "sold"]]}, column_config={"tags": column})
    """
    return {
        "label": label,
        "width": width,
        "help": help,
        "pinned": pinned,
        "disabled": disabled,
        "required": required,
        "default": None if default is None else list(default),
        "type_config": {"type": "list"},
    }


def JsonColumn(
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Configure a column of nested values.

    Parameters
    ----------
    label, width, help, pinned, alignment
        As in `Column`.

    Examples
    --------
    >>> import tabstream as st
    >>> column = st.column_config.JsonColumn("Raw")
    >>> grid = st.dataframe({"raw": [{"a": 1}, {"a": [2, 3]}]}, column_config={"raw": column})
    """
    return {**read_only(label, width, help, pinned, type="json"), "alignment": alignment}
