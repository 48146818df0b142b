"""Numbers that only identify: ordinals, codes, dates, section numbers, slogans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from text.alignment import Range

_N = r"[0-9,零〇一二两三四五六七八九十百千]{1,12}"
_PLUS = r"[0-9A-Za-z一二三四五六七八九十百千]{1,6}"
_STRUCTURE = (
    "方面|环节|层面|维度|阶段|步骤|方向|部分|重点任务|关键|统一|专题|要素|字|点要求|坚持|转变"
)

_RULES = (
    rf"第{_N}(?![0-9零〇一二两三四五六七八九十百千位名])",  # 第十五次
    rf"{_N}(?:号|届|星|国道|省道|楼|室|版|型|\#)",
    rf"{_N}(?:万?吨)?级(?!以上)",  # 5A级 and 万吨级, but not 千亿级
    rf"{_N}强(?!化|度|制)",  # 500强
    r"(?<![A-Za-z0-9])[A-Za-z]{1,6}-?[0-9]{1,6}(?:\.[0-9]+)?(?![0-9])",  # G60, PM2.5
    r"(?<![0-9.])[0-9]{1,4}(?:\.[0-9]+)?[A-OQ-VX-Z](?![A-Za-z])",  # 5G
    rf"(?<![0-9]){_PLUS}(?:\+{_PLUS}){{1,4}}",  # “2+4”
    r"(?<![0-9])0[0-9]{2,3}[-—–]?[0-9]{7,8}(?![0-9])",
    r"(?<![0-9])(?:1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4})(?![0-9])",  # telephones
    r"[〔\[［][0-9]{4}[〕\]］][0-9]{0,5}",  # 〔2023〕196号
    r"^[ \t\u3000]{0,8}(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]"
    r"|[0-9一二三四五六七八九十]{1,3}[、.．](?![0-9]))",
    r"(?<=[；。：:;\s])[0-9]{1,2}[.．、](?![0-9])",
    r"[一二三四五六七八九十](?:是|要(?!素))",
    r"第[一二三][梯方阵线]",
    rf"(?:[东西]经|[南北]纬){_N}(?:\.[0-9]+)?度",
    r"[一二两三四五六七八九十]{1,2}大(?![量幅约多于]|[“\"]?[百千万]亿)",  # 八大工程
    r"[年日](?:产|处理|加工)[0-9][0-9.,]{0,9}[^，。；、：\n0-9]{1,25}?(?:项目|工程|基地|装置|生产线)",
    r"每[十百千万亿]{1,2}",  # 每万人
    r"[0-9]{1,2}[:：][0-9]{2}|(?<![0-9.])[0-9]{1,2}[日时点分](?![之钟])",
    rf"{_N}多?个?(?:{_STRUCTURE})",
    r"[两三四五]位数",
)
_IDENTIFYING = re.compile("|".join(f"(?:{rule})" for rule in _RULES), re.MULTILINE)
_SLOGAN = re.compile(r"[“‘\"][^”’\"，。；！？：\n]{1,12}[”’\"]")
_FIGURE_IN_QUOTES = re.compile(r"[0-9]|亿级|[增减降超破达]")


def find_identifiers(text: str) -> Iterator[Range]:
    """The stretches of a folded `text` whose numbers identify, in no particular order."""
    for match in _IDENTIFYING.finditer(text):
        yield match.span()
    for match in _SLOGAN.finditer(text):
        if not _FIGURE_IN_QUOTES.search(match.group()):
            yield match.span()
