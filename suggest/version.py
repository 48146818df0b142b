"""Who suggests, in which version: kept apart so that to know it is not to load the grammar."""

from suggest.installed import identity, installed

SUGGESTER = "grammar"
GRAMMAR = "4"
"""Raised whenever the same text may get other suggestions."""

VERSION = "+".join([GRAMMAR, *map(identity, installed())])
"""With the suggesters that others installed: to install one renews what is in the store."""
