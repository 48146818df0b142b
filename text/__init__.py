"""The vocabulary (Article, Alignment, Span, Scheme) and what turns bytes into clean, aligned text.

Nothing here knows a database, a model or a screen.
"""
