"""Whether a figure is a goal or something reached."""

from __future__ import annotations

import re

from suggest.targets.cues import AHEAD, DONE
from suggest.targets.figure import Figure
from suggest.targets.lasting import is_bare
from suggest.targets.reading import Reading
from suggest.targets.right_edge import AIMED
from suggest.targets.setting import Genre

TARGET, RESULT = "TARGET", "RESULT"

_OLD_STATE = re.compile(r"[由从](?:[^，。；到至]{0,12}的)?[约近]?$")
_COMPARED = re.compile(r"[，、（]?(?:分别)?(?:同比|环比|[比较](?:上年|去年))")
"""What follows a figure that is set against the one of a year before: 12亿元，同比增长3%."""
_AGAINST_THE_PAST = re.compile(r"[较比](?:上年|去年|上月)")
_IN_USE = re.compile(r"(?:投产|启用|投用|通车|竣工|落成|并网|交付)(?!后)")
_OPENED = re.compile(r"(?:已|正式|建成)(?:通车|投产|投用|启用|投运)(?![以之]?[后前])")
_WORKS = re.compile(r"(?:项目|工程)(?:占比|比重)?[达为有共]?$")
_SECTION_AHEAD = re.compile(r"目标|任务|打算|安排|举措|措施|展望|重点工作|保障|下一步|计划")
_SECTION_DONE = re.compile(r"回顾|成效|成绩|总结|完成情况|基本情况|基础|综合|运行")


def kind(reading: Reading, figure: Figure) -> str:
    """`TARGET` or `RESULT`: by the nearest word that tells, from the clause out to the article."""
    if is_old_state(reading, figure):
        return RESULT
    value, before = figure.quantity.start, figure.previous
    begun = figure.clause
    if before and before.end > begun and is_old_state(reading, before):
        begun = before.end
    tells = reading.cues.last(begun, value) or reading.cues.last(value, figure.end)
    if AIMED.search(reading.page.text, figure.end, reading.page.clauses.end(figure.end)):
        return TARGET
    if not tells and reading.setting.genre is not Genre.BULLETIN:
        tells = around(
            reading, figure.clause, figure.end, listed=_is_list_of_works(reading, figure)
        )
    if not tells:
        tells = AHEAD if reading.setting.genre is Genre.PLAN else DONE
    if tells == AHEAD and _is_estimate(reading, figure):
        return RESULT
    return TARGET if tells == AHEAD else RESULT


def is_old_state(reading: Reading, figure: Figure) -> bool:
    """Whether a figure says from what another one starts out: 由65万千瓦提高到500万千瓦."""
    words = reading.page.text[figure.start : figure.quantity.start]
    return bool(_OLD_STATE.search(words))


def is_projected(reading: Reading, figure: Figure) -> bool:
    """Whether a figure describes what is to be built or raised: its size, not a goal of a year."""
    sentence = reading.scopes.sentence(figure.start)
    return reading.cues.is_projected(sentence, figure.end)


def _is_estimate(reading: Reading, figure: Figure) -> bool:
    """Whether 预计 estimates what a year brought that is over: 2015年，生产总值预计达到739亿元."""
    sentence, end = reading.scopes.sentence(figure.start), figure.quantity.start
    if "预计" not in reading.page.text[sentence:end]:
        return False
    times = reading.calendar.between(sentence, end)
    last = times[-1] if times else None
    return last is not None and last.tense < 0 and not last.time.until and not last.time.part


def _is_list_of_works(reading: Reading, figure: Figure) -> bool:
    """Whether a figure says how many projects there are, or which share some of them are."""
    words = reading.page.text[figure.start : figure.quantity.start]
    return bool(_WORKS.search(words)) and figure.quantity.base_unit in {"count", "%"}


def around(reading: Reading, start: int, end: int, *, listed: bool = False) -> int:
    """What the words around the clause `start:end` tell of it, the nearest first; 0 for nothing.

    What projects that are `listed` will cost does not tell whether there are so many of them.
    """
    scopes, cues = reading.scopes, reading.cues
    sentence, paragraph = scopes.sentence(start), scopes.around(start)
    compared = _AGAINST_THE_PAST.search(reading.page.text, start, end)
    return (
        (cues.is_projected(start, end) and (_stands(reading, sentence, start) or AHEAD))
        or cues.last_before(sentence, start)
        or (not listed and not compared and cues.is_projected(sentence, start))
        or _introduced(reading, scopes.paragraph(start))
        or _times(reading, paragraph, sentence)
        or _heading(reading, start)
        or ((compared or _COMPARED.match(reading.page.text, end)) and DONE)
        or (
            reading.setting.genre is not Genre.PLAN
            and (cues.manner(sentence, end) or cues.manner(paragraph, end))
        )
        or 0
    )


def _stands(reading: Reading, start: int, end: int) -> int:
    """`DONE` where what `start:end` speaks of came into use at a time that is over, else 0."""
    text, clauses = reading.page.text, reading.page.clauses
    for entry in reading.calendar.between(start, end):
        if entry.tense < 0 and _IN_USE.search(text, entry.time.end, clauses.end(entry.time.end)):
            return DONE
    opened = _OPENED.search(text, start, end)
    return DONE if opened and reading.cues.last(start, opened.start()) != AHEAD else 0


def _times(reading: Reading, start: int, end: int) -> int:
    entries = reading.calendar.between(start, end)
    lasting = [e for e in entries if not is_bare(e.time)]
    tenses = [e.tense for e in lasting if e.time.kind == "in" or not e.time.part]
    return next((tense for tense in reversed(tenses) if tense), 0)


def _introduced(reading: Reading, paragraph: int) -> int:
    """What the line that introduces the list tells, to which the line at `paragraph` belongs."""
    introduced = reading.cues.last(*reading.introduction(paragraph))
    return introduced or reading.cues.last(*reading.leading(paragraph))


def _heading(reading: Reading, position: int) -> int:
    start, end = reading.scopes.heading(position)
    heading = reading.page.text[start:end]
    if _SECTION_AHEAD.search(heading):
        return AHEAD
    return DONE if _SECTION_DONE.search(heading) else 0
