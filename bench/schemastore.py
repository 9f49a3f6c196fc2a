"""Makes docs/schemastore/whosays.json anew, after a key, a format, a profile or a group has come: it is no measurement.

python bench/schemastore.py
"""

from __future__ import annotations

from pathlib import Path

from lint.front.settings_schema import schema_text

if __name__ == "__main__":
    kept = Path(__file__).parents[1] / "docs" / "schemastore" / "whosays.json"
    kept.write_text(schema_text(names=False), "utf-8")
    print(kept)
