"""What hatchling does besides, when it builds a wheel: the manual page is made of the parser that goes into it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManualPage(BuildHookInterface[Any]):
    """Puts ``whosays.1`` where ``man`` looks for the pages of the commands beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the page, and name it as a file of the wheel."""
        sys.path[:0] = [self.root, str(Path(self.root, "bench"))]
        from manpage import page

        made = Path(tempfile.mkdtemp(), "whosays.1")
        made.write_text(page(), "utf-8")
        build_data["shared_data"][str(made)] = "share/man/man1/whosays.1"
