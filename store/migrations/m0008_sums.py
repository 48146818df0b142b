"""Indexes for sums over a person's work, and leads to what waits and to titles and sources.

`stretches` now come in kinds: beside the articles that a person has done, those where nothing waits
for them any more (`settled`). `names` is searched as `words` is, and filled when it is first asked.
"""

from __future__ import annotations

from sqlite_utils import Database

INDEXES = """
DROP INDEX edits_by_reading;
CREATE INDEX edits_by_reading ON edits(reading, id, undoes, person, seconds, keys);
CREATE INDEX edits_by_day ON edits(person, at, seconds, keys);
CREATE INDEX edits_that_finish ON edits(reading, at) WHERE verb = 'finish';
CREATE INDEX spans_by_day ON spans(annotator, decided);
CREATE INDEX spans_as_judged ON spans(reading, annotator, state, suggested_label, by);

CREATE VIRTUAL TABLE names USING fts5(title, source, content='');
"""

STRETCHES = """
DROP TRIGGER people_begin;
DROP TRIGGER readings_begin;
DROP TRIGGER readings_done;
DROP TRIGGER readings_reopened;

ALTER TABLE stretches RENAME TO former;
CREATE TABLE stretches (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL,      -- whoever has a reading; each has one of each kind that begins at 0
  kind TEXT NOT NULL CHECK (kind IN ('done', 'settled')),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  UNIQUE (person, kind, first)
) STRICT;

INSERT INTO stretches (person, kind, first, last)
SELECT person, 'done', first, last FROM former ORDER BY person, first;

INSERT INTO stretches (person, kind, first, last)
SELECT name, 'settled', min(number), max(number)
FROM (
  SELECT name, number, number - row_number() OVER (PARTITION BY name ORDER BY number) AS stretch
  FROM (
    SELECT person AS name, 0 AS number FROM former
    UNION
    SELECT name, article_number FROM readings WHERE kind = 'personal' AND undecided = 0
  )
)
GROUP BY name, stretch;

DROP TABLE former;
"""

VERBS = """
-- SQLite has no procedures: what is put into one of these views joins or leaves its stretch.
CREATE VIEW joining AS SELECT person, kind, first AS number FROM stretches;
CREATE VIEW leaving AS SELECT person, kind, first AS number FROM stretches;

CREATE TRIGGER joining_stretch INSTEAD OF INSERT ON joining BEGIN
  UPDATE stretches SET last = NEW.number
  WHERE person = NEW.person AND kind = NEW.kind AND last = NEW.number - 1 AND first = (
    SELECT max(first) FROM stretches
    WHERE person = NEW.person AND kind = NEW.kind AND first < NEW.number
  );
  INSERT INTO stretches (person, kind, first, last)
  SELECT NEW.person, NEW.kind, NEW.number, NEW.number
  WHERE NEW.number > (
    SELECT last FROM stretches
    WHERE person = NEW.person AND kind = NEW.kind AND first <= NEW.number
    ORDER BY first DESC LIMIT 1
  );
  UPDATE stretches SET last = following.last
  FROM stretches AS following
  WHERE following.person = NEW.person AND following.kind = NEW.kind
  AND following.first = NEW.number + 1
  AND stretches.person = NEW.person AND stretches.kind = NEW.kind AND stretches.first = (
    SELECT max(first) FROM stretches
    WHERE person = NEW.person AND kind = NEW.kind AND first <= NEW.number
  );
  DELETE FROM stretches
  WHERE person = NEW.person AND kind = NEW.kind AND first = NEW.number + 1;
END;

CREATE TRIGGER leaving_stretch INSTEAD OF INSERT ON leaving BEGIN
  INSERT INTO stretches (person, kind, first, last)
  SELECT person, kind, NEW.number + 1, last FROM stretches
  WHERE person = NEW.person AND kind = NEW.kind AND last > NEW.number AND first = (
    SELECT max(first) FROM stretches
    WHERE person = NEW.person AND kind = NEW.kind AND first <= NEW.number
  );
  DELETE FROM stretches WHERE person = NEW.person AND kind = NEW.kind AND first = NEW.number;
  UPDATE stretches SET last = NEW.number - 1
  WHERE person = NEW.person AND kind = NEW.kind AND last >= NEW.number AND first = (
    SELECT max(first) FROM stretches
    WHERE person = NEW.person AND kind = NEW.kind AND first < NEW.number
  );
END;
"""

TRIGGERS = """
CREATE TRIGGER people_begin AFTER INSERT ON people BEGIN
  -- Before the first article, so that there is a stretch before whatever is left.
  INSERT INTO stretches (person, kind, first, last)
  SELECT NEW.name, value, 0, 0 FROM (SELECT 'done' AS value UNION SELECT 'settled')
  WHERE NOT EXISTS (SELECT 1 FROM stretches WHERE person = NEW.name);
END;

CREATE TRIGGER readings_begin AFTER INSERT ON readings BEGIN
  UPDATE readings SET article_number = (SELECT number FROM articles WHERE id = NEW.article)
  WHERE id = NEW.id;
  INSERT INTO stretches (person, kind, first, last)
  SELECT NEW.name, value, 0, 0 FROM (SELECT 'done' AS value UNION SELECT 'settled')
  WHERE NEW.kind = 'personal' AND NOT EXISTS (SELECT 1 FROM stretches WHERE person = NEW.name);
  INSERT INTO joining SELECT name, 'settled', article_number FROM readings
  WHERE id = NEW.id AND kind = 'personal' AND undecided = 0;
  INSERT INTO joining SELECT name, 'done', article_number FROM readings
  WHERE id = NEW.id AND kind = 'personal' AND status = 'done';
  -- The conflict clause of the statement that fires a trigger overrides the trigger's own.
  INSERT INTO facets SELECT 'person', name, article_number FROM readings AS mine
  WHERE id = NEW.id AND kind = 'personal' AND NOT EXISTS (
    SELECT 1 FROM facets WHERE facet = 'person' AND value = mine.name
    AND number = mine.article_number
  );
END;

CREATE TRIGGER readings_done AFTER UPDATE OF status ON readings
WHEN NEW.kind = 'personal' AND NEW.status = 'done' AND OLD.status <> 'done' BEGIN
  INSERT INTO joining VALUES (NEW.name, 'done', NEW.article_number);
END;

CREATE TRIGGER readings_reopened AFTER UPDATE OF status ON readings
WHEN NEW.kind = 'personal' AND NEW.status <> 'done' AND OLD.status = 'done' BEGIN
  INSERT INTO leaving VALUES (NEW.name, 'done', NEW.article_number);
END;

CREATE TRIGGER readings_settled AFTER UPDATE OF undecided ON readings
WHEN NEW.kind = 'personal' AND NEW.undecided = 0 AND OLD.undecided <> 0 BEGIN
  INSERT INTO joining VALUES (NEW.name, 'settled', NEW.article_number);
END;

CREATE TRIGGER readings_unsettled AFTER UPDATE OF undecided ON readings
WHEN NEW.kind = 'personal' AND NEW.undecided <> 0 AND OLD.undecided = 0 BEGIN
  INSERT INTO leaving VALUES (NEW.name, 'settled', NEW.article_number);
END;
"""


def up(db: Database) -> None:
    """Make the indexes, sort the stretches by kind, and have them kept."""
    for script in (INDEXES, STRETCHES, VERBS, TRIGGERS):
        db.executescript(script)
