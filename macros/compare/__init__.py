"""Comparison: tables of records by criteria, and what the records share, where they differ."""
