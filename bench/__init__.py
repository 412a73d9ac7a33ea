"""Measurements: time, memory, search and the weight of pages. They print and assert nothing."""
