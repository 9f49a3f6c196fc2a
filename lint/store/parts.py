"""What a run has done so far: a Parquet file for each batch of texts, named after all that went into it.

A run that is killed leaves its parts, and the same run begun again takes them up. A batch whose texts, settings or rules
are others has another name, so nothing stale is ever taken for new.
"""

# os.path: as everywhere where files are opened.
# ruff: noqa: PTH103, PTH105, PTH110, PTH118

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable
from hashlib import blake2b

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

_DIGEST = 16


class Parts:
    """The parts of one run, in a folder of their own."""

    def __init__(self, folder: str) -> None:
        """Keep the folder; it is made when the first part is written."""
        self.folder = folder
        self._names: list[str] = []

    def name_of(self, values: Iterable[bytes]) -> str:
        """Return the name of a part by all that it depends on."""
        digest = blake2b(digest_size=_DIGEST)
        for value in values:
            digest.update(len(value).to_bytes(8, "little"))
            digest.update(value)
        return f"{digest.hexdigest()}.parquet"

    def has(self, name: str) -> bool:
        """Say whether an earlier run has written a part whole."""
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            return False
        try:
            pq.ParquetFile(path).close()
        except (pa.ArrowInvalid, OSError):  # a disk that lost its end
            return False
        return True

    def add(self, name: str) -> None:
        """Take up a part that is there, as the next of this run."""
        self._names.append(name)

    def write(self, name: str, batch: pa.RecordBatch) -> None:
        """Write a part by rename, so that no part is ever seen half. Raises OSError."""
        os.makedirs(self.folder, exist_ok=True)
        path = os.path.join(self.folder, name)
        draft = f"{path}.{os.getpid()}"
        pq.write_table(pa.Table.from_batches([batch]), draft, compression="zstd")
        os.replace(draft, path)

    def counts(self, name: str) -> tuple[int, int, int, int]:
        """Return what a part came to: texts, problems, words and findings."""
        table = pq.read_table(os.path.join(self.folder, name), columns=["problem", "words", "findings"])
        problems = table.num_rows - table["problem"].null_count
        words = pc.sum(table["words"]).as_py() or 0
        return table.num_rows, problems, words, pc.sum(pc.list_value_length(table["findings"])).as_py() or 0

    @property
    def paths(self) -> list[str]:
        """The files of this run's parts, in its order, each once."""
        return [os.path.join(self.folder, name) for name in dict.fromkeys(self._names)]

    def discard(self) -> None:
        """Delete the folder, with what other runs may have left in it."""
        with contextlib.suppress(OSError):
            shutil.rmtree(self.folder)
