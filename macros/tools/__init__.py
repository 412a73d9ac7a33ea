"""The tools that answer: decision guide, self-assessment and sums, each with its judge in Python.

The same rules and sums run in the reader's browser (`overrides/assets/js/verktyg-*.js`); tests compare them.
"""
