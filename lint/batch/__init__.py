"""Check many texts at once, as Arrow has them: one function that any engine can call on its workers.

``check_batch`` is pure and picklable. Spark's ``mapInArrow``, Ray Data's ``map_batches``, Dask and Polars all have a
place for such a function; ``whosays report`` calls the same one. Needs the extra ``report``.
"""

from __future__ import annotations

try:
    import pyarrow as pyarrow
except ImportError:  # said in our words: who calls this may be a cluster, whose log has one line for us
    raise ImportError("lint.batch needs pyarrow; install it with: pip install 'whosays[report]'") from None

from lint.batch.check import Columns, check_batch, check_batches
from lint.batch.columns import schema

__all__ = ["Columns", "check_batch", "check_batches", "schema"]
