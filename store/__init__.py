"""Articles, decisions and their history in one SQLite file, and the formats that go in and out.

Nothing here knows a screen or a model. `store.store.Store` is the way in.
"""
