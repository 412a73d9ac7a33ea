"""Measurements: time, memory, search and the weight of pages. They print and assert nothing."""

# Debian's Chromium without a window: the same engine, and a third of the work of the one that people start.
CHROMIUM = "/usr/bin/chromium-headless-shell"
