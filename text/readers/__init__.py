"""Files of every kind into text, one module a format.

A format's module has `read(file) -> Document`, or `members(file, columns)` where files of it hold
articles. Some import what only an extra installs, so only `dispatch` imports them.
"""
