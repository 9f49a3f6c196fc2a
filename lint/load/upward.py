"""The nearest of some file: the first on the way from a path's folder to the root."""

# os.path: a path stays the string that was typed, and walking thousands of them stays quick.
# ruff: noqa: PTH100, PTH120

from __future__ import annotations

import os
from collections.abc import Callable

from lint.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    Found = TypeVar("Found")


def nearest(
    path: str, near: dict[str, Found | None], found_in: Callable[[str], Found | None]
) -> Found | None:
    """Return what ``found_in`` gives for the innermost folder above ``path`` that has it.

    ``near`` keeps the answer for every folder passed on the way, so that each is looked into once.
    """
    folder = os.path.dirname(os.path.abspath(path))
    passed: list[str] = []
    while folder not in near:
        passed.append(folder)
        near[folder] = found = found_in(folder)
        outer = os.path.dirname(folder)
        if found or outer == folder:
            break
        folder = outer
    for inner in passed:
        near[inner] = near[folder]
    return near[folder]
