"""Indexes that lead to the articles a query asks for, in import order, and to the next open one.

`facets` tells which articles ever had something: it names every article that fits, and may name
one that no longer does. `stretches` are the runs of article numbers that a person has done, so
that what is left lies between them, however many were done in a row. Triggers keep them, so that no
verb can forget to; only what a whole run of suggestions has is noted once, with the run.
"""

from __future__ import annotations

from sqlite_utils import Database

TABLES = """
ALTER TABLE readings ADD COLUMN article_number INTEGER;

DROP INDEX readings_by_name;
CREATE INDEX readings_in_order ON readings(name, kind, status, article_number);
CREATE INDEX revisions_by_date ON revisions(published) WHERE published IS NOT NULL;

CREATE TABLE facets (
  facet TEXT NOT NULL,       -- label, state, by, lowest or highest score, has, person
  value ANY NOT NULL,
  number INTEGER NOT NULL,   -- the article's
  PRIMARY KEY (facet, value, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE stretches (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL,      -- whoever has a reading; each has a stretch that begins at 0
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  UNIQUE (person, first)
) STRICT;
"""

CONTENT = """
UPDATE readings SET article_number = (SELECT number FROM articles WHERE id = article);

INSERT INTO facets
SELECT 'person', name, article_number FROM readings WHERE kind = 'personal'
UNION SELECT 'has', 'comment', article_number FROM readings WHERE comment IS NOT NULL
UNION SELECT 'has', 'flag', article_number FROM readings WHERE flag
UNION SELECT 'label', label, article_number FROM spans JOIN readings ON readings.id = reading
UNION SELECT 'state', state, article_number FROM spans JOIN readings ON readings.id = reading
UNION SELECT 'label', label, number FROM articles JOIN suggestions USING (run)
UNION SELECT 'by', by, number FROM articles JOIN suggestions USING (run)
UNION SELECT 'lowest', min(score), number FROM articles JOIN suggestions USING (run) GROUP BY number
UNION SELECT 'highest', max(score), number FROM articles JOIN suggestions USING (run)
  GROUP BY number;

INSERT INTO stretches (person, first, last)
SELECT name, min(number), max(number)
FROM (
  SELECT name, number, number - row_number() OVER (PARTITION BY name ORDER BY number) AS stretch
  FROM (
    SELECT name, 0 AS number FROM people
    UNION SELECT name, 0 FROM readings WHERE kind = 'personal'
    UNION
    SELECT name, article_number FROM readings WHERE kind = 'personal' AND status = 'done'
  )
)
GROUP BY name, stretch;
"""

TRIGGERS = """
CREATE TRIGGER people_begin AFTER INSERT ON people BEGIN
  -- Before the first article, so that there is a stretch before whatever is left.
  INSERT INTO stretches (person, first, last) SELECT NEW.name, 0, 0
  WHERE NOT EXISTS (SELECT 1 FROM stretches WHERE person = NEW.name);
END;

CREATE TRIGGER readings_begin AFTER INSERT ON readings BEGIN
  UPDATE readings SET article_number = (SELECT number FROM articles WHERE id = NEW.article)
  WHERE id = NEW.id;
  INSERT INTO stretches (person, first, last) SELECT NEW.name, 0, 0
  WHERE NEW.kind = 'personal' AND NOT EXISTS (SELECT 1 FROM stretches WHERE person = NEW.name);
  -- The conflict clause of the statement that fires a trigger overrides the trigger's own.
  INSERT INTO facets SELECT 'person', name, article_number FROM readings AS mine
  WHERE id = NEW.id AND kind = 'personal' AND NOT EXISTS (
    SELECT 1 FROM facets WHERE facet = 'person' AND value = mine.name
    AND number = mine.article_number
  );
END;

CREATE TRIGGER readings_noted AFTER UPDATE OF comment, flag ON readings BEGIN
  INSERT INTO facets SELECT 'has', value, NEW.article_number
  FROM (SELECT iif(NEW.comment IS NULL, NULL, 'comment') AS value
    UNION SELECT iif(NEW.flag = 0, NULL, 'flag')) AS noted
  WHERE value IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM facets WHERE facet = 'has' AND facets.value = noted.value
    AND number = NEW.article_number
  );
END;

CREATE TRIGGER spans_labelled AFTER INSERT ON spans BEGIN
  INSERT INTO facets SELECT 'label', NEW.label, article_number FROM readings AS mine
  WHERE id = NEW.reading AND NOT EXISTS (
    SELECT 1 FROM facets WHERE facet = 'label' AND value = NEW.label
    AND number = mine.article_number
  );
  INSERT INTO facets SELECT 'state', NEW.state, article_number FROM readings AS mine
  WHERE id = NEW.reading AND NOT EXISTS (
    SELECT 1 FROM facets WHERE facet = 'state' AND value = NEW.state
    AND number = mine.article_number
  );
END;

CREATE TRIGGER readings_done AFTER UPDATE OF status ON readings
WHEN NEW.kind = 'personal' AND NEW.status = 'done' AND OLD.status <> 'done' BEGIN
  UPDATE stretches SET last = NEW.article_number
  WHERE person = NEW.name AND last = NEW.article_number - 1 AND first = (
    SELECT max(first) FROM stretches WHERE person = NEW.name AND first < NEW.article_number
  );
  INSERT INTO stretches (person, first, last)
  SELECT NEW.name, NEW.article_number, NEW.article_number
  WHERE NEW.article_number > (
    SELECT last FROM stretches WHERE person = NEW.name AND first <= NEW.article_number
    ORDER BY first DESC LIMIT 1
  );
  UPDATE stretches SET last = following.last
  FROM stretches AS following
  WHERE following.person = NEW.name AND following.first = NEW.article_number + 1
  AND stretches.person = NEW.name AND stretches.first = (
    SELECT max(first) FROM stretches WHERE person = NEW.name AND first <= NEW.article_number
  );
  DELETE FROM stretches WHERE person = NEW.name AND first = NEW.article_number + 1;
END;

CREATE TRIGGER readings_reopened AFTER UPDATE OF status ON readings
WHEN NEW.kind = 'personal' AND NEW.status <> 'done' AND OLD.status = 'done' BEGIN
  INSERT INTO stretches (person, first, last)
  SELECT person, NEW.article_number + 1, last FROM stretches
  WHERE person = NEW.name AND last > NEW.article_number AND first = (
    SELECT max(first) FROM stretches WHERE person = NEW.name AND first <= NEW.article_number
  );
  DELETE FROM stretches WHERE person = NEW.name AND first = NEW.article_number;
  UPDATE stretches SET last = NEW.article_number - 1
  WHERE person = NEW.name AND last >= NEW.article_number AND first = (
    SELECT max(first) FROM stretches WHERE person = NEW.name AND first < NEW.article_number
  );
END;
"""


def up(db: Database) -> None:
    """Make the tables, fill them from what is there, and have them kept."""
    for script in (TABLES, CONTENT, TRIGGERS):
        db.executescript(script)
