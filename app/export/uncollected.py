"""Making much that all stays: the collector of garbage would look through it again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave garbage alone meanwhile; whoever switched collecting off keeps it off.

    A document becomes a million objects that live until its file is written.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
