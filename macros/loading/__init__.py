"""From files in `data/` to an immutable knowledge base, or to a complete list of problems."""
