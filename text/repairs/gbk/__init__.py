"""GBK read one byte off: `高地?!卑肷交刎撠熑吮硎?,` was `高地。”半山基地負責人表示,`.

A crawler lost the first byte of a mark before a quote (it shows as `?`); the bytes after it were
paired one off until they fell in step again. Pairs in the user-defined areas of GBK vanished; a
trail byte left over shows as the ASCII character it is, and a lead byte left over as `?`, which
swallowed the ASCII character after it. So every run has many readings, and the likeliest by jieba's
word frequencies and the article's own words is the one to restore.
"""

from text.repairs.gbk.restoring import KIND, Reading, find, readings

__all__ = ["KIND", "Reading", "find", "readings"]
