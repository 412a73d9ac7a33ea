"""The forms in which contributors change records, and the words that describe their fields."""
