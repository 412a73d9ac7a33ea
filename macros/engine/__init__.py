"""Everything that knows the site engine or runs it."""
