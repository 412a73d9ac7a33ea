"""What has changed for readers, when and with which source: `data/andringar/`, which a command writes from git.

The build never asks git, so a shallow clone or an archive gives the same pages as the whole repository.
"""
