"""How often a run looks for memory that nothing uses."""

import gc

# A build and a check turn files into many small values that live until they end: looking through them again and again
# takes a seventh of the time and finds next to nothing.
_SELDOM = (1_000_000, 50, 100)


def look_for_waste_seldom() -> None:
    """For the rest of this run."""
    gc.set_threshold(*_SELDOM)
