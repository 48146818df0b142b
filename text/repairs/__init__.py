"""Repairs: each finds one kind of damage and says how to mend it, without touching the text.

Every module here offers `find(text) -> list[Change]`, the changes in order and without overlap.
"""
