"""Who suggests, in which version: kept apart so that to know it is not to load the grammar."""

SUGGESTER = "grammar"
VERSION = "1"
"""Raised whenever the same text may get other suggestions."""
