"""The hand-written pages as text: front matter, passages, headings and prose, with their places."""
