"""The first schema.

Keys that mean the same in every store (article and revision ids, scheme hashes, people's names,
span ids, an edit's uid) are text, so that two stores can be merged. Bulky text stands in tables of
its own (`raws`, `bodies`), so that the queue is read without it.
"""

from __future__ import annotations

from sqlite_utils import Database

SCHEMA = """
CREATE TABLE articles (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- import order
  id TEXT NOT NULL UNIQUE,                   -- first 16 hex digits of raw_sha256
  source TEXT NOT NULL,
  encoding TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,
  imported TEXT NOT NULL,
  revision TEXT REFERENCES revisions(id),    -- the current one
  run INTEGER REFERENCES runs(id)            -- whose suggestions are shown; of that revision
) STRICT;

CREATE TABLE raws (
  article TEXT PRIMARY KEY REFERENCES articles(id),
  raw TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  id TEXT PRIMARY KEY,                       -- hash of article, cleaner, text and alignment
  article TEXT NOT NULL REFERENCES articles(id),
  cleaner TEXT NOT NULL,
  title TEXT,
  published TEXT,
  made TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX revisions_by_article ON revisions(article);

CREATE TABLE bodies (
  revision TEXT PRIMARY KEY REFERENCES revisions(id),
  text TEXT NOT NULL,
  alignment TEXT NOT NULL,                   -- JSON, as the codec writes them
  repairs TEXT NOT NULL,
  zones TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE schemes (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  source TEXT NOT NULL,                      -- the TOML
  added TEXT NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision TEXT NOT NULL REFERENCES revisions(id),
  suggester TEXT NOT NULL,
  version TEXT NOT NULL,
  scheme TEXT NOT NULL REFERENCES schemes(hash),
  made TEXT NOT NULL,
  size INTEGER NOT NULL,                     -- how many suggestions
  UNIQUE (revision, suggester)
) STRICT;

CREATE TABLE suggestions (
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  label TEXT NOT NULL,
  attributes TEXT NOT NULL,                  -- JSON object of strings
  score REAL NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (run, start, end, label),
  CHECK (0 <= start AND start < end)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  name TEXT PRIMARY KEY,
  article TEXT REFERENCES articles(id)       -- the one last open
) STRICT, WITHOUT ROWID;

CREATE TABLE bookmarks (
  person TEXT NOT NULL REFERENCES people(name),
  article TEXT NOT NULL REFERENCES articles(id),
  mark TEXT,
  position INTEGER NOT NULL,
  PRIMARY KEY (person, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL REFERENCES articles(id),
  kind TEXT NOT NULL CHECK (kind IN ('personal', 'shared', 'adjudicated')),
  name TEXT NOT NULL,                        -- of a personal one: the person's
  revision TEXT NOT NULL REFERENCES revisions(id),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done')),
  comment TEXT,
  flag INTEGER NOT NULL DEFAULT 0 CHECK (flag IN (0, 1)),
  decided INTEGER NOT NULL DEFAULT 0,        -- counts for the queue, kept with every edit
  undecided INTEGER NOT NULL DEFAULT 0,
  UNIQUE (article, kind, name)
) STRICT;
CREATE INDEX readings_by_name ON readings(name, kind, status);

CREATE TABLE spans (
  reading INTEGER NOT NULL REFERENCES readings(id),
  id TEXT NOT NULL,
  revision TEXT NOT NULL REFERENCES revisions(id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  label TEXT NOT NULL,
  attributes TEXT NOT NULL,
  text TEXT NOT NULL,                        -- the words decided on, to check offsets against
  state TEXT NOT NULL CHECK (state IN ('accepted', 'corrected', 'added', 'rejected')),
  annotator TEXT NOT NULL REFERENCES people(name),
  decided TEXT NOT NULL,
  suggested_start INTEGER,                   -- the copy of what was judged
  suggested_end INTEGER,
  suggested_label TEXT,
  suggested_attributes TEXT,
  score REAL,
  by TEXT,
  PRIMARY KEY (reading, id),
  CHECK (0 <= start AND start < end),
  CHECK ((state = 'added') = (suggested_label IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX spans_by_label ON spans(label, state);

CREATE TABLE relations (
  reading INTEGER NOT NULL,
  head TEXT NOT NULL,
  label TEXT NOT NULL,
  child TEXT NOT NULL,
  PRIMARY KEY (reading, head, label, child),
  FOREIGN KEY (reading, head) REFERENCES spans(reading, id),
  FOREIGN KEY (reading, child) REFERENCES spans(reading, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_by_child ON relations(reading, child);

CREATE TABLE edits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))),  -- the same in every store
  reading INTEGER NOT NULL REFERENCES readings(id),
  revision TEXT NOT NULL REFERENCES revisions(id),
  person TEXT NOT NULL REFERENCES people(name),
  at TEXT NOT NULL,
  verb TEXT NOT NULL,
  before TEXT NOT NULL,                      -- JSON: the rows that this edit took away
  after TEXT NOT NULL,                       -- and those that it put in their place
  seconds REAL NOT NULL,
  keys INTEGER NOT NULL,
  undoes INTEGER REFERENCES edits(id)
) STRICT;
CREATE INDEX edits_by_reading ON edits(reading, id, undoes);

CREATE TRIGGER edits_stay BEFORE UPDATE ON edits
BEGIN SELECT RAISE(ABORT, 'the edit log is append-only'); END;

CREATE TRIGGER edits_remain BEFORE DELETE ON edits
BEGIN SELECT RAISE(ABORT, 'the edit log is append-only'); END;
"""


def up(db: Database) -> None:
    """Make every table of a new store."""
    db.executescript(SCHEMA)
