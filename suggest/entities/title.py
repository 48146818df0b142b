"""Posts: 党委书记, 常务副县长, 首席科学家; before a person, after one, or at an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from suggest import lexicon
from suggest.entities.offers import offer
from suggest.entities.words import Words
from text.alignment import Range
from text.span import Suggestion

_BODY = (
    "(?:"
    "(?:(?<![\u4e00-\u9fff])|(?<=的))村(?:党?支部|党总支|委会)"
    "|(?:机关|总|分|直属|(?<!学)校|(?<![学医法])院)?(?:党委|党组|党工委|党总支|党支部|支部|纪委|纪检组|纪工委|监委|团委|工会|(?<![国省市县区州])妇联"
    "|董事会|董事局|监事会|理事会|(?<!人大)常委会)|(?:学术|技术|专家|编辑|评审)委员会)"
)
_PARTY_OFFICE = "(?<!委)(?:政法委|组织部|宣传部|统战部)"
_AREA = (
    "(?:(?:全球|海外|[美欧非亚]洲|北美|南美|中东|东南亚"
    "|(?:大中华|中国|亚太|华[东南北中]|东北|西[南北])区?)(?:区域)?|区域)"
)
_COMMITTEE = re.compile("(?:自治区|[省市县区州盟旗镇乡])(?:党?委|政府)")
_LONGEST_BEFORE = 14
_BRAND = re.compile("(?:^|[^\u4e00-\u9fff])(?!公司|集团)[\u4e00-\u9fff]{2,3}\\Z")
_LINK = re.compile(r"[、，,/]?\s*(?:兼任?)?\s*")
_NOT_AFTER = (
    "(?:(?<=长)[远期效足达]|(?<=经理)[人层]|(?<=支书)记|(?<=大使)[馆命]|(?<=主席)台|(?<=总统)计"
    "|[们级制会办组团局]|室|单位|人选|岗位)"
)
# 首席科学官, 首席技术顾问: who is first in a field, whatever it is.
_CHIEF = "首席[\u4e00-\u9fff]{2,4}?(?:官|师|家|顾问|专家|代表|研究员)"
# 操作部|经理; but 特种车辆事业部 and 罗凤项目部 are organisations.
_DEPARTMENT = re.compile("(?!项目|事业)[\u4e00-\u9fff]{2}部\\Z")


def titles(
    words: Words, owners: Iterable[Suggestion], people: Iterable[Suggestion]
) -> Iterator[Suggestion]:
    """Offers of posts in `words`.

    `owners` are the organisations and places that a post may follow, `people` the persons whom it
    may stand before or after.
    """
    owner_ends = set()
    owner_at = {}
    for owner in owners:
        owner_ends.add(owner.end)
        owner_at[owner.start] = owner.end
    persons = [(person.start, person.end) for person in people]
    leads_on = {start for start, _ in persons}
    person_ends = {end for _, end in persons}
    for start, end in reversed(posts(words)):
        link = _LINK.match(words.text, end)
        following = link.end() if link else end
        if following in leads_on or owner_at.get(following) in leads_on:
            leads_on.add(start)
            yield offer(start, end, "TITLE", "person")
        elif start in person_ends:
            yield offer(start, end, "TITLE", "after-person")
        else:
            yield offer(start, end, "TITLE", "owner" if start in owner_ends else "alone")


def posts(words: Words) -> list[Range]:
    """The ranges of posts with what ranks them, in order and without overlap."""
    found: list[Range] = []
    covered = 0
    for match in _posts().finditer(words.text):
        end = match.end()
        earliest = max(covered, match.start() - _LONGEST_BEFORE)
        found.append((_after_committee(words, _start(words, earliest, match.start())), end))
        covered = end
    return found


@cache
def _posts() -> re.Pattern[str]:
    """A post that is not the beginning of another word: no 支书 in 总支书记."""
    names = lexicon.alternatives("posts").removeprefix("(?:")  # one branch: re skips to its letters
    return re.compile(f"(?:{_CHIEF}|{names}(?!{_NOT_AFTER})")


def _start(words: Words, earliest: int, post: int) -> int:
    """Where what belongs to the post at `post` begins: with a word, but 副 binds in any case."""
    department = _DEPARTMENT.search(words.text, max(earliest, post - 3), post)
    if department and words.text.startswith("经理", post) and _may_start(words, department.start()):
        return department.start()
    for before in (_before(), lexicon.pattern("ranks", after=r"\Z")):
        match = before.search(words.text, earliest, post)
        if not match or _ends_firm(words, *match.span()):
            continue
        if _may_start(words, match.start()) or match[0].endswith("副"):
            return match.start()
    return post


def _ends_firm(words: Words, start: int, end: int) -> bool:
    """Whether the field before a post is the trade of a firm: 智耘科技|总经理."""
    trade = _trade().match(words.text, start, end)
    return bool(trade and _BRAND.search(words.text, max(0, start - 4), start))


@cache
def _trade() -> re.Pattern[str]:
    """What ends the short name of a firm: 科技, and 国际 of 远陆国际."""
    return re.compile(f"{lexicon.alternatives('trades')}|国际")


def _may_start(words: Words, position: int) -> bool:
    """Whether a word starts at `position`, or LAC takes it into a name: 黄湾镇|党委."""
    return words.starts(position) or words.token(position).tag in ("ORG", "LOC")


@cache
def _before() -> re.Pattern[str]:
    """What a post may have before it: a body, ranks, a field."""
    rank, field = lexicon.alternatives("ranks"), lexicon.alternatives("fields")
    return re.compile(
        rf"(?:{_BODY}|{_PARTY_OFFICE}|{_COMMITTEE.pattern}|{_AREA})?{rank}*{field}?(?:{_BODY})?{rank}*\Z"
    )


def _after_committee(words: Words, start: int) -> int:
    """`start`, moved over what belongs to a named place: 嘉善县委 · 书记, 黄湾镇 · 党委书记."""
    if words.text.endswith("自治区", 0, start) and words.text.startswith("党委", start):
        return start + len("党委")
    committee = _COMMITTEE.match(words.text, start)
    if committee and start > 0 and words.token(start - 1).tag in ("LOC", "ORG"):
        of_town = committee[0].endswith("党委") and not committee[0].startswith("自治区")
        return committee.end() - 2 * of_town
    return start
