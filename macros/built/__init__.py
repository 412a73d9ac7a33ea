"""The built site, from the engine's pages to what is published: each page is read once and written once."""
