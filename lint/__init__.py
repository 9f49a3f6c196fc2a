"""whosays: the editorial linter that asks *who says?*"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"
__all__ = ["__version__", "check_files", "check_text", "explain", "fix_text"]

_PUBLIC = frozenset(("check_text", "check_files", "explain", "fix_text"))


def __getattr__(name: str) -> object:
    """Load the public functions on first use, so that ``import lint`` costs nothing."""
    if name in _PUBLIC:
        return getattr(import_module("lint.api"), name)
    raise AttributeError(f"module 'lint' has no attribute {name!r}")
