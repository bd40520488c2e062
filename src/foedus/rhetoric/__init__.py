"""Rhetoric against the record: each measure in a file of its own, never one score."""
