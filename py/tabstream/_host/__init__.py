"""What a running app may ask of the place it runs in."""

from tabstream._host.port import Host, ResultStore

__all__ = ["Host", "ResultStore"]
