"""Printed products: the guide, section guides, sheets, checklists, comparison sheets and Word documents.

One way from the built pages to print: `html_tree` reads a page, `convert` turns it into blocks of plain
values and refuses what it does not know, and the Typst templates under `overrides/typst` (or
`word_document`) draw the blocks. Text goes to Typst as data, never as markup.
"""
