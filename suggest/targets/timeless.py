"""What is for no year: how large something is, a rule that stands."""

from __future__ import annotations

import re

from suggest.targets.figure import Figure
from suggest.targets.kind import is_old_state
from suggest.targets.reading import Reading
from suggest.targets.setting import Genre

_SIZE = re.compile(
    r"(?:项目|工程|协议|计划|规划|线路|路线|正线)?"
    r"(?:总投资|投资总额|概算|全长|总长|占地|总?建筑面积|总?用地|总?装机(?:规模|容量)?[0-9]|库容|码头岸线)"
    r"|(?:(?<=项目|工程)|项目|工程)(?:投资[约近超]?[0-9]|新建|安装|布置)"
)
"""What a building or a road is, whenever: it is for no year."""
_STANDING = re.compile(
    r"(?:最高|最长|不超过|不高于|以内).*(?:奖励|补助|补贴|资助)|(?:奖励|补助|补贴|资助|期限|利率).*(?:最高|最长|不超过|不高于|以内)"
)
"""A rule that holds from when it is made."""
_UPON = re.compile(r"(?:投产|达产|满产|建成|投用|投运|投入使用|运营)(?:以|之)?后")
"""What is so once something stands is for no year that the text names."""
THEN = re.compile(r"届时|到时")


def is_size(reading: Reading, figure: Figure) -> bool:
    """Whether a figure says how large something is that is built: 全长300公里."""
    return _SIZE.match(reading.page.text, figure.start) is not None


def is_undated(reading: Reading, figure: Figure) -> bool:
    """Whether a figure that no time is named for has none, not even that of the article.

    So does what another one starts out from, and a size, but in a report on one year.
    """
    if is_old_state(reading, figure):
        return True
    yearly = reading.setting.genre in {Genre.BULLETIN, Genre.REPORT}
    return is_size(reading, figure) and not yearly


def is_timeless(reading: Reading, figure: Figure, sentence: int) -> bool:
    """Whether a goal is what something measures, or what it brings once it stands."""
    text, end = reading.page.text, figure.quantity.start
    if is_size(reading, figure) or _STANDING.search(text, figure.start, figure.end):
        return True
    return bool(_UPON.search(text, sentence, end)) and not THEN.search(text, sentence, end)
