"""Where the built-in rules lie."""

from __future__ import annotations

from pathlib import Path

import lint


def rules_folder() -> Path:
    """Return the rules' folder: inside the wheel, or beside the package in a checkout."""
    package = Path(lint.__file__).parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"
