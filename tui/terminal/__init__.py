"""The terminal: what it can do, and what is done where it can do less."""
