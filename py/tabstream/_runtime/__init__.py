"""How a run works, from an event to a complete tree. It has never heard of a slider."""

from tabstream._runtime.config import Config
from tabstream._runtime.context import RunContext, current_run, running
from tabstream._runtime.nodes import Branch, Node
from tabstream._runtime.session import Session
from tabstream._runtime.session_state import SessionState
from tabstream._runtime.tracebacks import exception_message
from tabstream._runtime.tree import Tree
from tabstream._runtime.widgets import Callback, ValueCodec, WidgetSpec

__all__ = [
    "Branch",
    "Callback",
    "Config",
    "Node",
    "RunContext",
    "Session",
    "SessionState",
    "Tree",
    "ValueCodec",
    "WidgetSpec",
    "current_run",
    "exception_message",
    "running",
]
