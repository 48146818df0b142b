"""How a bench that a server shows says that its visitor goes on the tour."""

ASKED_FOR_TOUR = 10
"""The exit status: the server runs the tour next, and the bench again after it."""
