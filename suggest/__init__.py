"""Clean text in, suggestions out: words, entities, targets, and the process that holds the models.

Nothing here knows a database or a screen, and importing the package loads no model.
"""
