"""What the scripts of the site are given: words and data, written into the built site."""
