"""Work shared among processes, and the memory that many small values take."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from lint.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    Task = TypeVar("Task")
    Result = TypeVar("Result")


@contextmanager
def mapped(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int, warm: Callable[[Task], object]
) -> Iterator[Iterator[Result]]:
    """Give the results of tasks in their order, from this process or from ``jobs`` of them.

    ``warm`` is called here with the first task before there are others.
    """
    if jobs <= 1:
        yield map(work, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor  # imported late: one process has no use for it

    warm(tasks[0])
    with ProcessPoolExecutor(jobs) as pool:
        yield pool.map(work, tasks)


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
