"""The language of texts: sentences, readability, passive forms and spelling. Pure functions, Swedish only."""
