"""What is known of an archive over time: every run's texts, findings and scores, in one DuckDB file.

``store.open_store`` is the door. Needs the extra ``report``. The tables are described in ``docs/store.md``.
"""
