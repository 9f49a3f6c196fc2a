"""whosays: the editorial linter that asks *who says?*"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["__version__", "check_files", "check_text", "explain"]


def __getattr__(name: str) -> object:
    """Load the public functions on first use, so that ``import lint`` costs nothing."""
    if name in {"check_text", "check_files", "explain"}:
        from lint import api

        return getattr(api, name)
    raise AttributeError(f"module 'lint' has no attribute {name!r}")
