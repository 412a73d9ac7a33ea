"""The site's search, made at build: documents from the built pages, Swedish words, index, files.

The steps, each a module: `documents` (what a page says), `questions` (how people ask for it), `analysis` (words and
stems), `compounds` (parts of words), `lexicon` (what means the same), `index` (BM25F), `write` (files). The browser's
half is `overrides/assets/js/sok-*.js`.
"""
