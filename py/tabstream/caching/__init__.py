"""Keeping what functions return, so that a rerun does not compute it again."""

from tabstream.caching.cached_function import CachedFunction, clear_all
from tabstream.caching.decorators import cache, cache_data, cache_resource
from tabstream.caching.old_names import clear_cache

__all__ = ["CachedFunction", "cache", "cache_data", "cache_resource", "clear_all", "clear_cache"]
