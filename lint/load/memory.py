"""The memory that many small values take."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for reference cycles seldom: a check makes many small values and next to no cycles."""
    before, enabled = gc.get_threshold(), gc.isenabled()
    gc.set_threshold(200_000, 20, 100)
    gc.enable()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        if not enabled:
            gc.disable()
