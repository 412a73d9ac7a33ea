"""What can stop print: each error carries a message for the contributor, in Swedish."""


class PrintError(Exception):
    """A printed product could not be made as it should be."""
