"""Generated pages: pure functions from the knowledge base to pages, one module a kind of page."""
