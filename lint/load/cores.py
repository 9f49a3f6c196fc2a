"""How many processes can work at once."""

# ruff: noqa: PTH123

from __future__ import annotations

import os

_QUOTA = "/sys/fs/cgroup/cpu.max"
"""What a container may have, as Linux tells it inside: microseconds of work in so many of time, or ``max``."""


def cores() -> int:
    """Return the number of cores that this process may use: those of the machine, or fewer where it is kept to some."""
    if told := getattr(os, "process_cpu_count", None):  # from Python 3.13 on
        found = told() or 1
    elif hasattr(os, "sched_getaffinity"):
        found = len(os.sched_getaffinity(0))
    else:
        found = os.cpu_count() or 1
    return max(1, min(found, _quota(_QUOTA) or found))


def _quota(path: str) -> int:
    """Return how many cores the time that a container may have makes, rounded up; 0 where there is no limit."""
    try:
        with open(path, encoding="ascii") as file:
            most, period = file.read().split()
            return -(-int(most) // int(period))
    except (OSError, ValueError):
        return 0
