"""Numbers that only identify, and ranks."""

import pytest

from suggest.identifiers import find_identifiers
from suggest.ranks import find_ranks


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("省第十五次党代会", "十五"),
        ("G60科创走廊", "60"),
        ("PM2.5平均浓度", "2.5"),
        ("5G基站", "5"),
        ("“2+4”产业", "2"),
        ("致电0931-8159799。", "8159799"),
        ("云政办发〔2023〕196号", "196"),
        ("一、总体要求", "一"),
        ("（二）重点任务", "二"),
        ("八大工程", "八"),
        ("四大产业", "四"),
        ("每万人口", "万"),
        ("上午10时", "10"),
        ("6个方面", "6"),
        ("“五个济南”", "五"),
        ("500强企业", "500"),
        ("105国道旁", "105"),
        ("东经120度", "120"),
        ("ISO9001认证", "9001"),
        ("莲花路188号", "188"),
        ("C919客机", "919"),
        ("“135N”集群", "135"),
    ],
)
def test_numbers_that_identify(text: str, number: str) -> None:
    """Ordinals, codes, section numbers, slogans and telephones are marked."""
    place = text.index(number)
    assert any(start <= place < end for start, end in find_identifiers(text))


@pytest.mark.parametrize(
    "text", ["增长8%", "“今年完成20%”", "四个百亿级产业", "两大千亿级产业集群"]
)
def test_numbers_that_count(text: str) -> None:
    """Figures are left alone, also those in quoted speech and grades such as 百亿级."""
    assert list(find_identifiers(text)) == []


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("增速居全省第三位", "3", "位"),
        ("黄磷产能稳居全国前三", "3", ""),
        ("位列中国化工企业500强第87位", "87", "位"),
        ("跻身国内前两名", "2", "名"),
        ("总量全省第一", "1", ""),
    ],
)
def test_ranks(text: str, number: str, unit: str) -> None:
    """A rank is a number that somebody holds among others."""
    (rank,) = find_ranks(text)
    assert (str(rank.number), rank.unit, rank.base_unit) == (number, unit, "rank")


@pytest.mark.parametrize(
    "text", ["进入第二阶段", "跻身全球第一梯队", "召开第十七届会议", "保持第一季度势头"]
)
def test_ordinals_are_no_ranks(text: str) -> None:
    """The second phase and the first echelon are nobody's rank."""
    assert list(find_ranks(text)) == []
