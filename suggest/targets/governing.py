"""The time that the words around a figure give it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from suggest.targets.calendar import Dated, dated
from suggest.targets.figure import Figure
from suggest.targets.kind import is_old_state, is_projected
from suggest.targets.lasting import (
    TENSES,
    holding,
    is_aside,
    is_lasting,
    is_of_a_plan,
    is_of_an_event,
    is_outgrown,
)
from suggest.targets.reading import Reading
from suggest.targets.reported import reported_time
from suggest.targets.scopes import LONGEST_PARAGRAPH
from suggest.targets.setting import Genre
from suggest.targets.timeless import THEN, is_size, is_timeless

_SPEAKER = re.compile(r"(?:说|表示|介绍|指出|透露|称|告诉记者)[，：。,:]")
_NUMBERED = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节])",
    re.MULTILINE,
)
_GOAL = re.compile(r"目标[^，；\n]{0,8}$")
_LONGEST_GOAL = 16
_LABELLED = re.compile(r"目标[任务值]*[：:]")
_COMPARING = re.compile(r"^其中|同比|增长|下降|占|分[^，。]{1,6}看")
_NEXT_CLAUSE = 12
_LONGEST_WORD = 4
_COMPLETED = re.compile(r"[投试]产|投料|交付|通车|建成|达产|竣工|投用|完工|运营|开通|并网")


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
    if is_old_state(reading, figure):
        return _starting_time(reading, figure, paragraph)
    own = calendar.between(figure.clause, group[-1].end)
    if own:
        return own[-1]
    if is_size(reading, figure) or (kind == "TARGET" and is_timeless(reading, figure, sentence)):
        return None
    before = _before(reading, paragraph, figure.clause)
    if kind == "RESULT":
        before = [e for e in before if not is_outgrown(reading, e, figure)]
    if before and THEN.search(reading.page.text, sentence, position):
        return before[-1]
    here = [e for e in before if e.time.start >= sentence and e.tense in {0, TENSES[kind]}]
    if kind == "TARGET":
        here = [e for e in here if not is_of_an_event(reading, e)]
    if here:
        return here[-1]
    then = _time_of_completion(reading, group[-1]) if kind == "TARGET" else None
    return then or _around(reading, figure, before, kind)


def _before(reading: Reading, start: int, end: int) -> list[Dated]:
    """The times in `start:end`, without those that hold in their own clause alone."""
    entries, text = reading.calendar.between(start, end), reading.page.text
    return [entry for entry in entries if not is_aside(text, entry.time)]


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
        lasting = [e for e in before if is_lasting(e) and e.time.start < sentence]
        held = holding(reading, lasting, kind)
        if held and not (kind == "RESULT" and is_of_a_plan(reading, held[-1])):
            return _widened(reading, held[-1], figure, kind)
    headed = _introducing(reading, scopes.paragraph(position)) or reading.calendar.between(
        *scopes.heading(position)
    )
    headed = [entry for entry in headed if kind == "TARGET" or entry.tense <= 0]
    if headed:
        return headed[-1]
    if kind == "RESULT":
        return reported_time(reading, figure)
    return (
        _lasting_deadline(before, scopes.sentence)
        or _lasting_deadline(
            reading.calendar.between(*reading.leading(scopes.paragraph(position))), scopes.sentence
        )
        or _deadline(reading, figure)
        or _planned_year(reading, figure)
    )


def _introducing(reading: Reading, paragraph: int) -> list[Dated]:
    """The times of the sentence that introduces a list, else of those in front of it."""
    start, end = reading.introduction(paragraph)
    before = reading.scopes.around(start)
    return reading.calendar.between(start, end) or reading.calendar.between(before, start)


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
    begun = reading.scopes.paragraph(figure.start)
    if _LABELLED.search(reading.page.text, begun, figure.start):
        return reading.calendar.current_before(figure.start, reading.setting.year)
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
