"""Widgets: they receive plain values, draw them, and answer with messages."""
