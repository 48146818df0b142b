PRAGMA application_id = 1785619049;
PRAGMA user_version = 8;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'jinbiao','m0001_first','2026-11-22 04:10:23.702049+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'jinbiao','m0002_rulings','2026-11-22 04:10:23.703290+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'jinbiao','m0003_claims','2026-11-22 04:10:23.703879+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'jinbiao','m0004_renames','2026-11-22 04:10:23.704336+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'jinbiao','m0005_words','2026-11-22 04:10:23.705200+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'jinbiao','m0006_batches','2026-11-22 04:10:23.719767+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'jinbiao','m0007_leads','2026-11-22 04:10:23.952965+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'jinbiao','m0008_sums','2026-11-22 04:10:24.114709+00:00');
CREATE TABLE articles (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- import order
  id TEXT NOT NULL UNIQUE,                   -- first 16 hex digits of raw_sha256
  source TEXT NOT NULL,
  encoding TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,
  imported TEXT NOT NULL,
  revision TEXT REFERENCES revisions(id),    -- the current one
  run INTEGER REFERENCES runs(id)            -- whose suggestions are shown; of that revision
, address TEXT) STRICT;
INSERT INTO "articles" VALUES(1,'4461ff739c27b4e1','seeds/一.txt','utf-8','4461ff739c27b4e15f8a000d4707dbd32b8d162535332a0b65117e4e66b164d9','2026-11-22T04:10:24Z','c710d1fdd3afe6bf',1,NULL);
INSERT INTO "articles" VALUES(2,'4553d9b21cf8878d','seeds/三.txt','utf-8','4553d9b21cf8878d0de96134f9cffad6a64820802e9f9935da8496c2831b1846','2026-11-22T04:10:24Z','afdf68c4c770d267',NULL,NULL);
CREATE TABLE bodies (
  revision TEXT PRIMARY KEY REFERENCES revisions(id),
  text TEXT NOT NULL,
  alignment TEXT NOT NULL,                   -- JSON, as the codec writes them
  repairs TEXT NOT NULL,
  zones TEXT NOT NULL
, rulings TEXT NOT NULL DEFAULT '[]') STRICT, WITHOUT ROWID;
INSERT INTO "bodies" VALUES('afdf68c4c770d267','实现税金，
','[[1, 0, 1, 0], [2, 6, 8, 1], [1, 8, 9, 0], [1, 9, 11, 1], [1, 11, 12, 0]]','[["doubled", 4, 5, 9, 11, ",,", "，", false]]','[["title", 0, 4]]','[]');
INSERT INTO "bodies" VALUES('c710d1fdd3afe6bf','甘肃科技集团党委书记张利明说，甘肃科技集团到2025年工业总产值突破2300亿元。','[[41, 1, 42, 0]]','[]','[]','[]');
CREATE TABLE bookmarks (
  person TEXT NOT NULL REFERENCES people(name),
  article TEXT NOT NULL REFERENCES articles(id),
  mark TEXT,
  position INTEGER NOT NULL,
  PRIMARY KEY (person, article)
) STRICT, WITHOUT ROWID;
INSERT INTO "bookmarks" VALUES('ann','4461ff739c27b4e1','s27-40-TARGET',3);
CREATE TABLE claims ( article TEXT PRIMARY KEY REFERENCES articles(id), person TEXT NOT NULL REFERENCES people(name), until TEXT NOT NULL) STRICT, WITHOUT ROWID;
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
, batch TEXT) STRICT;
INSERT INTO "edits" VALUES(1,'e8a65e34026ee811',1,'c710d1fdd3afe6bf','ann','2026-11-22T04:10:24Z','accept','{}','{"spans": [{"id": "s0-6-ORG", "start": 0, "end": 6, "label": "ORG", "attributes": {}, "text": "甘肃科技集团", "state": "accepted", "annotator": "ann", "decided": "2026-11-22T04:10:24Z", "suggested": {"start": 0, "end": 6, "label": "ORG", "attributes": {}, "score": 0.9, "by": "lac"}}]}',0.0,0,NULL,NULL);
INSERT INTO "edits" VALUES(2,'f438549b2ce42698',1,'c710d1fdd3afe6bf','ann','2026-11-22T04:10:24Z','reject','{}','{"spans": [{"id": "s6-10-TITLE", "start": 6, "end": 10, "label": "TITLE", "attributes": {}, "text": "党委书记", "state": "rejected", "annotator": "ann", "decided": "2026-11-22T04:10:24Z", "suggested": {"start": 6, "end": 10, "label": "TITLE", "attributes": {}, "score": 0.9, "by": "lac"}}]}',0.0,0,NULL,NULL);
INSERT INTO "edits" VALUES(3,'e987319e52641fb6',1,'c710d1fdd3afe6bf','ann','2026-11-22T04:10:24Z','relate','{}','{"spans": [{"id": "s27-40-TARGET", "start": 27, "end": 40, "label": "TARGET", "attributes": {"value": "2300", "unit": "亿元", "owner": "甘肃科技集团"}, "text": "工业总产值突破2300亿元", "state": "corrected", "annotator": "ann", "decided": "2026-11-22T04:10:24Z", "suggested": {"start": 27, "end": 40, "label": "TARGET", "attributes": {"value": "2300", "unit": "亿元"}, "score": 0.9, "by": "lac"}}], "relations": [["s27-40-TARGET", "owner", "s0-6-ORG"]]}',0.0,0,NULL,NULL);
INSERT INTO "edits" VALUES(4,'d37c4fef7e9287fa',1,'c710d1fdd3afe6bf','ann','2026-11-22T04:10:24Z','comment','{"reading": {"comment": null}}','{"reading": {"comment": "old"}}',0.0,0,NULL,NULL);
INSERT INTO "edits" VALUES(5,'36b05e64c1279331',1,'c710d1fdd3afe6bf','ann','2026-11-22T04:10:24Z','undo','{"reading": {"comment": "old"}}','{"reading": {"comment": null}}',0.0,0,4,NULL);
INSERT INTO "edits" VALUES(6,'0b87f4b7e107e4e1',1,'c710d1fdd3afe6bf','ann','2026-11-22T04:10:24Z','finish','{"reading": {"status": "open"}}','{"reading": {"status": "done"}}',0.0,0,NULL,NULL);
CREATE TABLE exceptions ( reading INTEGER NOT NULL REFERENCES readings(id), mark TEXT NOT NULL, PRIMARY KEY (reading, mark)) STRICT, WITHOUT ROWID;
CREATE TABLE facets (
  facet TEXT NOT NULL,       -- label, state, by, lowest or highest score, has, person
  value ANY NOT NULL,
  number INTEGER NOT NULL,   -- the article's
  PRIMARY KEY (facet, value, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "facets" VALUES('by','lac',1);
INSERT INTO "facets" VALUES('has','comment',1);
INSERT INTO "facets" VALUES('highest',0.9,1);
INSERT INTO "facets" VALUES('label','ORG',1);
INSERT INTO "facets" VALUES('label','PER',1);
INSERT INTO "facets" VALUES('label','TARGET',1);
INSERT INTO "facets" VALUES('label','TITLE',1);
INSERT INTO "facets" VALUES('lowest',0.9,1);
INSERT INTO "facets" VALUES('person','ann',1);
INSERT INTO "facets" VALUES('state','accepted',1);
INSERT INTO "facets" VALUES('state','corrected',1);
INSERT INTO "facets" VALUES('state','rejected',1);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table','names','names',0,'CREATE VIRTUAL TABLE names USING fts5(title, source, content='''')');
CREATE TABLE 'names_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO "names_config" VALUES('version',4);
CREATE TABLE 'names_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO "names_data" VALUES(1,X'');
INSERT INTO "names_data" VALUES(10,X'00000000000000');
CREATE TABLE 'names_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'names_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE people (
  name TEXT PRIMARY KEY,
  article TEXT REFERENCES articles(id)       -- the one last open
) STRICT, WITHOUT ROWID;
INSERT INTO "people" VALUES('ann','4461ff739c27b4e1');
CREATE TABLE raws (
  article TEXT PRIMARY KEY REFERENCES articles(id),
  raw TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "raws" VALUES('4461ff739c27b4e1','﻿甘肃科技集团党委书记张利明说，甘肃科技集团到2025年工业总产值突破2300亿元。');
INSERT INTO "raws" VALUES('4553d9b21cf8878d','實(shí)現稅金,,
');
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
  undecided INTEGER NOT NULL DEFAULT 0, article_number INTEGER,
  UNIQUE (article, kind, name)
) STRICT;
INSERT INTO "readings" VALUES(1,'4461ff739c27b4e1','personal','ann','c710d1fdd3afe6bf','done',NULL,0,3,1,1);
CREATE TABLE relations (
  reading INTEGER NOT NULL,
  head TEXT NOT NULL,
  label TEXT NOT NULL,
  child TEXT NOT NULL,
  PRIMARY KEY (reading, head, label, child),
  FOREIGN KEY (reading, head) REFERENCES spans(reading, id),
  FOREIGN KEY (reading, child) REFERENCES spans(reading, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "relations" VALUES(1,'s27-40-TARGET','owner','s0-6-ORG');
CREATE TABLE renames ( id INTEGER PRIMARY KEY, old TEXT NOT NULL, new TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
CREATE TABLE revisions (
  id TEXT PRIMARY KEY,                       -- hash of article, cleaner, text and alignment
  article TEXT NOT NULL REFERENCES articles(id),
  cleaner TEXT NOT NULL,
  title TEXT,
  published TEXT,
  made TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "revisions" VALUES('afdf68c4c770d267','4553d9b21cf8878d','1','实现税金','2024-03','2026-11-22T04:10:24Z');
INSERT INTO "revisions" VALUES('c710d1fdd3afe6bf','4461ff739c27b4e1','1',NULL,NULL,'2026-11-22T04:10:24Z');
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
INSERT INTO "runs" VALUES(1,'c710d1fdd3afe6bf','jinbiao','1','9bf3b3ca508788f6f07d0387eaa2cbe7472c14363f39b37283ed8ce91542d9e3','2026-11-22T04:10:24Z',4);
CREATE TABLE schemes (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  source TEXT NOT NULL,                      -- the TOML
  added TEXT NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO "schemes" VALUES('9bf3b3ca508788f6f07d0387eaa2cbe7472c14363f39b37283ed8ce91542d9e3','policy','1','# The default scheme: entities and targets in Chinese policy and industry news.
# docs/guidelines.md says at length what each label covers and where a span starts and ends.

name = "policy"
version = "1"

[[layers]]
name = "entity"
zh = "实体"

[[layers]]
name = "target"
zh = "目标"

[[labels]]
name = "PER"
zh = "人物"
layer = "entity"
key = "1"
colour = "#ff8fb1"
description = "a person''s name, without title"
is_not = "a surname with a post (李书记), 记者"
examples = ["张利明", "史秀卫", "范海瑞"]

[[labels]]
name = "ORG"
zh = "机构"
layer = "entity"
key = "2"
colour = "#6cb6ff"
description = "a named organisation: company, agency, party committee, university, institute, hospital, media outlet"
is_not = "集团, 各部门"
examples = ["杭钢集团", "省科技厅", "市经信局", "嘉善县委", "浙江清华长三角研究院", "甘肃日报"]

[[labels]]
name = "LOC"
zh = "地点"
layer = "entity"
key = "3"
colour = "#57d98a"
description = "a named place: administrative division, region, river, mountain, address-like place"
is_not = "全省, 城北"
examples = ["杭州", "浙江省", "钢城区", "黄河", "长三角", "大汶河"]

[[labels]]
name = "TITLE"
zh = "职务"
layer = "entity"
key = "4"
colour = "#d9b38c"
description = "the name of a post, without the organisation"
is_not = "记者, 负责人, 同志, 专家"
examples = ["党委书记", "董事长", "副区长", "局长", "市委常委"]

[[labels]]
name = "PROGRAM"
zh = "政策"
layer = "entity"
key = "5"
colour = "#c79bff"
description = "a named policy, plan, strategy, law, campaign, initiative or standing mechanism"
is_not = "高质量发展, 转型升级, 对标世界一流; 十四五 as a mere period"
examples = ["“三抓三促”行动", "八八战略", "“双倍增”行动", "黄河流域生态保护和高质量发展战略", "“十四五”规划", "《所属企业经营业绩和总部部门绩效考核办法》", "鲲鹏计划", "链长制"]

[[labels]]
name = "EVENT"
zh = "会议"
layer = "entity"
key = "6"
colour = "#ff9a4d"
description = "a named meeting, congress, fair or ceremony"
is_not = "会议, 研讨会"
examples = ["省第十五次党代会", "党的二十大", "全国两会", "市委十一届十一次全会"]

[[labels]]
name = "PROJECT"
zh = "项目"
layer = "entity"
key = "7"
colour = "#4ddbe0"
description = "a named construction or industrial project, park, base, zone, platform or facility"
is_not = "重大项目, 产业园区"
examples = ["半山基地", "济源碳捕集产业园", "长三角金融创新中心", "20万吨铜基新材料项目", "嘉善国开区", "G60科创走廊"]

[[labels]]
name = "TARGET"
zh = "目标"
layer = "target"
key = "8"
colour = "#ff6b6b"
description = "a quantified goal: promised, planned, expected; not yet reached when the text was written"
is_not = "a figure that only identifies: 第十五次, 2025年, 1号, 四大产业, “2+4”"
examples = ["规上工业总产值突破2300亿元", "GDP确保增长6%以上", "7%", "新引进过亿元项目40个以上", "营业收入力争超100亿元"]

[[labels]]
name = "RESULT"
zh = "成果"
layer = "target"
key = "9"
colour = "#c3e64d"
description = "a quantified fact: reached, current or past"
is_not = "counts that only structure the text: 6个方面, 一是; words without a number: 数千, 大批"
examples = ["工业总产值同比增长40%", "年产量达340万吨", "下属5户企业被新认定为“专精特新”中小企业"]

[[labels]]
name = "AIM"
zh = "愿景"
layer = "target"
key = "0"
colour = "#fff07a"
description = "a goal without a figure: to build, become or enter a named state"
is_not = "加强, 推进, 提升, 优化 and their objects"
examples = ["打造成为科技赋能高地", "建设成为国家级特大型数据中心", "打造国家级智能制造示范工厂"]

[[attributes]]
name = "indicator"
zh = "指标"
labels = ["TARGET", "RESULT"]
type = "text"
description = "the words of the text that name what is measured; inherited from an earlier span when shared"
example = "规上工业总产值"

[[attributes]]
name = "value"
zh = "数值"
labels = ["TARGET", "RESULT"]
type = "number"
description = "number as a decimal string, Chinese numerals resolved, without the unit''s multiplier"
example = "2300"

[[attributes]]
name = "value_max"
zh = "上限"
labels = ["TARGET", "RESULT"]
type = "number"
description = "upper end of a range"
example = "6.5"

[[attributes]]
name = "unit"
zh = "单位"
labels = ["TARGET", "RESULT"]
type = "text"
description = "as written, simplified, with its multiplier"
example = "亿元"

[[attributes]]
name = "base_value"
zh = "基本值"
labels = ["TARGET", "RESULT"]
type = "number"
unit = "base_unit"
description = "value × multiplier, in the base unit, as a decimal string"
example = "230000000000"

[[attributes]]
name = "base_unit"
zh = "基本单位"
labels = ["TARGET", "RESULT"]
type = "text"
choices = ["CNY", "USD", "%", "pp", "t", "m", "m2", "m3", "W", "Wh", "s", "count", "multiple", "rank"]
description = "the unit of base_value; pp is percentage points, t tonnes"
example = "CNY"

[[attributes]]
name = "comparator"
zh = "界限"
labels = ["TARGET", "RESULT"]
type = "choice"
choices = ["=", ">=", ">", "<=", "<", "~", "range"]
description = ">= 以上, 不低于, 至少; > 超, 突破, 余, 多; <= 以内, 不超过; < 低于, 以下; ~ 左右, 约, 近; = everything else, 达到 included"
example = ">"

[[attributes]]
name = "change"
zh = "变化"
labels = ["TARGET", "RESULT"]
type = "choice"
choices = ["level", "growth", "decline", "share", "rank", "count"]
description = "level 达到, 突破, 提高到, 降至; growth 增长, 提高; decline 下降, 减少; share 占比; rank 位居; count items to be done"
example = "growth"

[[attributes]]
name = "basis"
zh = "基期"
labels = ["TARGET", "RESULT"]
type = "text"
choices = ["yoy", "mom"]
description = "yoy 同比, mom 环比, `since YYYY` 比YYYY年"
example = "yoy"

[[attributes]]
name = "period"
zh = "时期"
labels = ["TARGET", "RESULT"]
type = "period"
description = "the time that the figure is for: YYYY, YYYY-Hn, YYYY-Qn, YYYY-MM, YYYY/YYYY or YYYY-MM/YYYY-MM"
example = "2025"

[[attributes]]
name = "period_kind"
zh = "时限"
labels = ["TARGET", "RESULT"]
type = "choice"
choices = ["in", "by", "each"]
description = "in 全年, 上半年; by 到2025年, 年底前; each 每年"
example = "by"

[[attributes]]
name = "certainty"
zh = "确定性"
labels = ["TARGET", "RESULT"]
type = "choice"
choices = ["committed", "ambition", "forecast", "planned", "reached"]
description = "committed 确保, 必须; ambition 力争, 努力; forecast 预计, 有望; planned 计划, 将, none; reached for a RESULT"
example = "ambition"

[[attributes]]
name = "owner"
zh = "主体"
labels = ["TARGET", "RESULT"]
type = "span"
description = "the entity span (or its text) that promises or reached it"
example = "甘肃科技集团"
','2026-11-22T04:10:24Z',1);
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
INSERT INTO "spans" VALUES(1,'s0-6-ORG','c710d1fdd3afe6bf',0,6,'ORG','{}','甘肃科技集团','accepted','ann','2026-11-22T04:10:24Z',0,6,'ORG','{}',0.9,'lac');
INSERT INTO "spans" VALUES(1,'s27-40-TARGET','c710d1fdd3afe6bf',27,40,'TARGET','{"value": "2300", "unit": "亿元", "owner": "甘肃科技集团"}','工业总产值突破2300亿元','corrected','ann','2026-11-22T04:10:24Z',27,40,'TARGET','{"value": "2300", "unit": "亿元"}',0.9,'lac');
INSERT INTO "spans" VALUES(1,'s6-10-TITLE','c710d1fdd3afe6bf',6,10,'TITLE','{}','党委书记','rejected','ann','2026-11-22T04:10:24Z',6,10,'TITLE','{}',0.9,'lac');
CREATE TABLE stretches (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL,      -- whoever has a reading; each has one of each kind that begins at 0
  kind TEXT NOT NULL CHECK (kind IN ('done', 'settled')),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  UNIQUE (person, kind, first)
) STRICT;
INSERT INTO "stretches" VALUES(1,'ann','done',0,1);
INSERT INTO "stretches" VALUES(2,'ann','settled',0,0);
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
INSERT INTO "suggestions" VALUES(1,0,6,'ORG','{}',0.9,'lac');
INSERT INTO "suggestions" VALUES(1,6,10,'TITLE','{}',0.9,'lac');
INSERT INTO "suggestions" VALUES(1,10,13,'PER','{}',0.9,'lac');
INSERT INTO "suggestions" VALUES(1,27,40,'TARGET','{"value": "2300", "unit": "亿元"}',0.9,'lac');
INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table','words','words',0,'CREATE VIRTUAL TABLE words USING fts5(text, content='''')');
CREATE TABLE 'words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO "words_config" VALUES('version',4);
CREATE TABLE 'words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO "words_data" VALUES(1,X'');
INSERT INTO "words_data" VALUES(10,X'00000000000000');
CREATE TABLE 'words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX revisions_by_article ON revisions(article);
CREATE INDEX spans_by_label ON spans(label, state);
CREATE INDEX relations_by_child ON relations(reading, child);
CREATE TRIGGER edits_stay BEFORE UPDATE ON edits
BEGIN SELECT RAISE(ABORT, 'the edit log is append-only'); END;
CREATE TRIGGER edits_remain BEFORE DELETE ON edits
BEGIN SELECT RAISE(ABORT, 'the edit log is append-only'); END;
CREATE INDEX edits_by_batch ON edits(batch) WHERE batch IS NOT NULL;
CREATE INDEX readings_in_order ON readings(name, kind, status, article_number);
CREATE INDEX revisions_by_date ON revisions(published) WHERE published IS NOT NULL;
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
CREATE INDEX edits_by_reading ON edits(reading, id, undoes, person, seconds, keys);
CREATE INDEX edits_by_day ON edits(person, at, seconds, keys);
CREATE INDEX edits_that_finish ON edits(reading, at) WHERE verb = 'finish';
CREATE INDEX spans_by_day ON spans(annotator, decided);
CREATE INDEX spans_as_judged ON spans(reading, annotator, state, suggested_label, by);
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
PRAGMA writable_schema=OFF;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('articles',2);
INSERT INTO "sqlite_sequence" VALUES('runs',1);
INSERT INTO "sqlite_sequence" VALUES('readings',1);
INSERT INTO "sqlite_sequence" VALUES('edits',6);
COMMIT;
