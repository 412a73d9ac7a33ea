"""The built site as files: names with marks, copies to take along, files for hosts, and the check of its links."""
