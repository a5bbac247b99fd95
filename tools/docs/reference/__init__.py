"""The reference: pages of the documentation that are made of the docstrings."""

from __future__ import annotations

from tools.docs.reference.names import PAGES as PAGES
from tools.docs.reference.names import Named as Named
from tools.docs.reference.names import names_of as names_of
from tools.docs.reference.names import public_names as public_names
from tools.docs.reference.page import example_of as example_of
from tools.docs.reference.page import write_page as write_page
