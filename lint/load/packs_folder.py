"""Where the built-in rules lie."""

from __future__ import annotations

import os

import lint


def rules_folder() -> str:
    """Return the rules' folder: inside the wheel, or beside the package in a checkout."""
    package = os.path.dirname(os.path.abspath(lint.__file__))  # noqa: PTH100, PTH120 - pathlib costs 4 ms
    inside = os.path.join(package, "rules")  # noqa: PTH118
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules")  # noqa: PTH112, PTH118, PTH120
