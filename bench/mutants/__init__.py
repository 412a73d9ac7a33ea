"""Faults put in by hand: one file a fault in `faults/`, and the command that tells which tests find each."""
