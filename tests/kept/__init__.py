"""Kept pages: what the small site says, as text that a reviewer reads, and the command that accepts a change."""
