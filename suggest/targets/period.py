"""The time that a figure is for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from suggest.targets.calendar import Dated, dated
from suggest.targets.figure import Figure
from suggest.targets.kind import is_old_state, is_projected
from suggest.targets.reading import Reading
from suggest.targets.reported import reported_time
from suggest.targets.scopes import LONGEST_PARAGRAPH
from suggest.targets.setting import Genre

_SPEAKER = re.compile(r"(?:说|表示|介绍|指出|透露|称|告诉记者)[，：。,:]")
_NUMBERED = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节])",
    re.MULTILINE,
)
_GOAL = re.compile(r"目标[^，；\n]{0,8}$")
_LONGEST_GOAL = 16
_COMPARING = re.compile(r"^其中|同比|增长|下降|占|分[^，。]{1,6}看")
_NEXT_CLAUSE = 12
_LONGEST_WORD = 4
_COMPLETED = re.compile(r"投产|投料|交付|通车|建成|达产|竣工|投用|完工|运营|开通|并网")
_SIZE = re.compile(
    r"(?:项目|工程|协议|计划|规划|线路|路线|正线)?(?:总投资|投资总额|概算|全长|总长|占地|总?建筑面积|总用地)"
)
"""What a building or a road is, whenever: it is for no year."""
_AVERAGED = re.compile(r"年均|复合增长|平均增长")
_YEAR = 4
_THEN = re.compile(r"届时|到时")
_UPON = re.compile(r"(?:投产|达产|满产|建成|投用|投运|投入使用|运营)(?:以|之)?后")
"""What is so once something stands is for no year that the text names."""
_ON_THE_SPOT = re.compile(r"[会式]上|现场|当天|当日")
_TENSES = {"TARGET": 1, "RESULT": -1}


def governing_time(reading: Reading, group: Sequence[Figure], kind: str) -> Dated | None:
    """The nearest time that holds for a list of figures, in its sentence, then further out.

    A time that lies behind does not hold for a TARGET, nor one ahead for a RESULT, unless it stands
    in their own clause. Where something went from one figure to another over some years, the first
    of them holds for the former, the last for the latter.
    """
    time, before = _nearest_time(reading, group, kind), group[0].previous
    if time and time.time.years > 1 and before and is_old_state(reading, before):
        return replace(time, time=replace(time.time, first=time.time.last))
    return time


def _nearest_time(reading: Reading, group: Sequence[Figure], kind: str) -> Dated | None:
    figure = group[0]
    scopes, calendar = reading.scopes, reading.calendar
    position = figure.quantity.start
    sentence, paragraph = scopes.sentence(position), scopes.around(position)
    own = calendar.between(figure.clause, group[-1].end)
    if own:
        return own[-1]
    if is_old_state(reading, figure):
        return _starting_time(reading, figure, paragraph)
    if kind == "TARGET" and _is_timeless(reading, figure, sentence):
        return None
    before = _before(reading, paragraph, figure.clause)
    if before and _THEN.search(reading.page.text, sentence, position):
        return before[-1]
    here = [e for e in before if e.time.start >= sentence and e.tense in {0, _TENSES[kind]}]
    if kind == "TARGET":
        here = [e for e in here if not _is_of_an_event(reading, e)]
    if here:
        return here[-1]
    then = _time_of_completion(reading, group[-1]) if kind == "TARGET" else None
    return then or _around(reading, figure, before, kind)


def _before(reading: Reading, start: int, end: int) -> list[Dated]:
    """The times in `start:end`, without 连续三年, which holds in its own clause alone."""
    entries, text = reading.calendar.between(start, end), reading.page.text
    return [entry for entry in entries if not text.startswith("连续", entry.time.start)]


def _is_timeless(reading: Reading, figure: Figure, sentence: int) -> bool:
    """Whether a goal is what something measures, or what it brings once it stands."""
    text, end = reading.page.text, figure.quantity.start
    if _SIZE.match(text, figure.start):
        return True
    return bool(_UPON.search(text, sentence, end)) and not _THEN.search(text, sentence, end)


def _starting_time(reading: Reading, figure: Figure, paragraph: int) -> Dated | None:
    """The time that a figure names from which another one starts out: 由2023年的190亿元.

    Else the first year of the stretch that its paragraph names, 从2019年到2023年.
    """
    for place in range(figure.start, figure.quantity.start):
        time = reading.page.times.get(place)
        if time and time.kind != "each":
            return dated(reading.setting, time)
    stretches = [e for e in reading.calendar.between(paragraph, figure.start) if e.time.years > 1]
    if not stretches:
        return None
    last = stretches[-1]
    return replace(last, time=replace(last.time, last=last.time.first))


def _time_of_completion(reading: Reading, figure: Figure) -> Dated | None:
    """The time in the clause after a figure at which it will be so: …18万吨，计划今年8月投产."""
    text, clauses = reading.page.text, reading.page.clauses
    begun = clauses.end(figure.end) + 1
    if text[begun - 1 : begun] not in {"，", ","}:
        return None
    stop = clauses.end(begun)
    for entry in reading.calendar.between(begun, stop):
        told = entry.time.start - begun > _LONGEST_WORD
        if told or entry.tense <= 0:
            continue
        if _COMPLETED.search(text, entry.time.end, stop):
            return entry
    return None


def _around(reading: Reading, figure: Figure, before: Sequence[Dated], kind: str) -> Dated | None:
    """The time that the earlier sentences, the introduction or the heading give a figure."""
    scopes, position = reading.scopes, figure.quantity.start
    paragraph, sentence = scopes.around(position), scopes.sentence(position)
    if kind == "RESULT" or not _SPEAKER.search(reading.page.text, paragraph, position):
        lasting = [e for e in before if _is_lasting(e) and e.time.start < sentence]
        holding = _holding(reading, lasting, kind)
        if holding:
            return _widened(reading, holding[-1], figure, kind)
    introducing = reading.calendar.between(*reading.introduction(scopes.paragraph(position)))
    headed = introducing or reading.calendar.between(*scopes.heading(position))
    if headed:
        return headed[-1]
    if kind == "RESULT":
        return reported_time(reading, figure)
    return (
        _lasting_deadline(before, scopes.sentence)
        or _deadline(reading, figure)
        or _planned_year(reading, figure)
    )


def _is_lasting(entry: Dated) -> bool:
    """Whether a time can go on to hold in the next sentence."""
    return entry.time.kind in {"in", "now"} or entry.time.until


def _lasting_deadline(before: Sequence[Dated], sentence: Callable[[int], int]) -> Dated | None:
    """The year by which goals are to be reached that an earlier sentence begins with: 到2027年…."""
    for entry in reversed(before):
        time = entry.time
        begins = time.start - sentence(time.start) <= _LONGEST_GOAL
        if time.kind == "by" and not time.part and not time.until and entry.tense > 0 and begins:
            return entry
    return None


def _deadline(reading: Reading, figure: Figure) -> Dated | None:
    """The year by which the goals of a section are to be reached: （二）发展目标。到2025年…."""
    text, paragraph = reading.page.text, reading.scopes.paragraph(figure.start)
    begun = max(0, figure.start - LONGEST_PARAGRAPH)
    for item in _NUMBERED.finditer(text, begun, figure.start):
        begun = item.start()
    for entry in reversed(reading.calendar.between(begun, paragraph)):
        goal = text[max(0, entry.time.start - _LONGEST_GOAL) : entry.time.start]
        if entry.time.kind == "by" and not entry.time.part and _GOAL.search(goal):
            return entry
    return None


def _planned_year(reading: Reading, figure: Figure) -> Dated | None:
    """The current year where an article has begun to speak of its plans for it."""
    if reading.setting.genre is Genre.PLAN or is_projected(reading, figure):
        return None
    return reading.calendar.planned_before(figure.start)


def _widened(reading: Reading, entry: Dated, figure: Figure, kind: str) -> Dated:
    """The year of a stretch of months, all that goes on to hold in the next sentences.

    Those that go on to compare with the year before mean the same stretch.
    """
    sentence = reading.scopes.sentence(figure.quantity.start)
    words = reading.page.text[sentence : reading.page.clauses.end(figure.end) + _NEXT_CLAUSE]
    if "/" not in entry.time.part or _COMPARING.search(words.partition("。")[0]):
        return entry
    year = entry.period(reading.setting, kind)[:4]
    return replace(entry, year=int(year) if year else None, time=replace(entry.time, part=""))


def listed_times(reading: Reading, group: Sequence[Figure]) -> Sequence[Dated]:
    """The times before a list that has one figure for each: 2023年、2024年、2025年分别达到."""
    if len(group) < 2:
        return ()
    sentence = reading.scopes.sentence(group[0].quantity.start)
    entries = reading.calendar.between(sentence, group[0].quantity.start)
    times = [entry for entry in entries if entry.time.kind == "in"][-len(group) :]
    joints = (reading.page.text[a.time.end : b.time.start] for a, b in pairwise(times))
    joined = all(joint in {"、", "和", "以及"} for joint in joints)
    return times if len(times) == len(group) and joined else ()


def is_on_the_spot(reading: Reading, figure: Figure) -> bool:
    """Whether a figure tells of the event that an article reports: 会上表彰10个先进单位."""
    text, sentence = reading.page.text, reading.scopes.sentence(figure.start)
    if reading.calendar.between(sentence, figure.end) or not reading.setting.month:
        return False
    return _ON_THE_SPOT.search(text, sentence, figure.start) is not None


def averaged_years(reading: Reading, figure: Figure) -> str:
    """The years over which a figure is an average, where its sentence names two or more.

    从2019年的1.12万元增加到去年的1.76万元，年均增长12%. Empty for others.
    """
    page, sentence = reading.page, reading.scopes.sentence(figure.start)
    if not _AVERAGED.search(page.text, figure.start, figure.quantity.start):
        return ""
    times = [page.times[place] for place in range(sentence, figure.start) if place in page.times]
    named = [dated(reading.setting, t).period(reading.setting, "") for t in times if not t.part]
    years = sorted({year for year in named if len(year) == _YEAR})
    return f"{years[0]}/{years[-1]}" if len(years) > 1 else ""


def period(reading: Reading, time: Dated | None, kind: str, *, cumulative: bool) -> str:
    """The period that a figure of `kind` under `time` is for, empty where the text gives none.

    What is `cumulative` up to the end of a month counts from January on.
    """
    setting = reading.setting
    if time is not None:
        named = time.period(setting, kind)
        if cumulative and time.time.until and len(time.time.part) == 2:
            return f"{named[:4]}-01/{named}"
        return named
    if kind == "TARGET" or setting.year is None:
        return ""
    if setting.genre in {Genre.BULLETIN, Genre.REPORT}:
        return str(setting.review)
    if setting.genre is Genre.EVENT and setting.month:
        return f"{setting.year}-{setting.month:02}"
    return str(setting.year)


def _holding(reading: Reading, entries: Sequence[Dated], kind: str) -> list[Dated]:
    """Those of `entries` that go on to hold after their clause, and agree with `kind`."""
    return [
        entry
        for entry in entries
        if entry.tense in {0, _TENSES[kind]} and not _is_of_an_event(reading, entry)
    ]


def _is_of_an_event(reading: Reading, entry: Dated) -> bool:
    """Whether a deadline belongs to its own clause alone: 2025年6月投产."""
    if (
        entry.time.until
        or not entry.time.part
        or (entry.time.kind != "by" and not _is_a_point(entry.time.part))
    ):
        return False
    words = reading.page.text[entry.time.end : reading.page.clauses.end(entry.time.end)]
    return bool(words) and not any(c.isdigit() for c in words)


def _is_a_point(part: str) -> bool:
    """Whether a part of a year is a month or a quarter, in which something happens."""
    return part.isdecimal() or part.startswith("Q")
