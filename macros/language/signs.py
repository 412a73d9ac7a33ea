"""Signs around texts that a page in another language must mark.

No text holds them otherwise (private use), and they never reach a reader: `macros.translation.html` makes marks of
them when a page is done.
"""

SWEDISH_FROM, SWEDISH_TO = "\ue000", "\ue001"
OLDER_FROM, OLDER_TO = "\ue002", "\ue003"
