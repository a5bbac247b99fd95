"""Keeping what functions return, so that a rerun does not compute it again."""

from tabstream.caching.connection import connect, forget_functions
from tabstream.caching.decorators import cache, cache_data, cache_resource
from tabstream.caching.old_names import clear_cache

__all__ = ["cache", "cache_data", "cache_resource", "clear_cache", "connect", "forget_functions"]
