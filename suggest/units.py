"""Units of measure: how they are written, what they measure and what one is in the base unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """One `name` is `factor` of `base` (CNY, %, pp, t, m2, m, m3, W, Wh, s, count, multiple …)."""

    name: str
    base: str
    factor: Decimal


# For each base unit: a name, what one of it is in the base unit, the next name … Factors are those
# of GB 3100 (SI); 斤, 担, 里 and 亩 are the market units of the State Council's order of 1959
# (0.5 kg, 50 kg, 500 m, 1/15 hectare).
_MEASURED = {
    "CNY": "元 1 元人民币 1 人民币 1 块钱 1",
    "USD": "美元 1 美金 1",
    "EUR": "欧元 1",
    "JPY": "日元 1",
    "HKD": "港元 1 港币 1",
    "GBP": "英镑 1",
    "KRW": "韩元 1",
    "RUB": "卢布 1",
    "AUD": "澳元 1",
    "CAD": "加元 1",
    "SGD": "新加坡元 1 新元 1",
    "CHF": "瑞士法郎 1",
    "%": "% 1 ‰ 0.1 ‱ 0.01 成 10",
    "pp": "个百分点 1 百分点 1 个千分点 0.1 个基点 0.01",
    "t": "吨 1 t 1 千克 0.001 公斤 0.001 kg 0.001 斤 0.0005 克 1E-6 毫克 1E-9 微克 1E-12 担 0.05 "
    "吨标准煤 1 吨标煤 1 千克标准煤 0.001 克标准煤 1E-6 吨二氧化碳当量 1 吨二氧化碳 1 载重吨 1 "
    "蒸吨 1",
    "m2": "平方米 1 平米 1 平方 1 ㎡ 1 m² 1 亩 666.6666666667 公顷 1E4 "
    "平方公里 1E6 平方千米 1E6 km² 1E6",
    "m": "米 1 延米 1 公里 1000 千米 1000 km 1000 海里 1852 里 500 车道公里 1000 "
    "厘米 0.01 毫米 0.001 微米 1E-6 纳米 1E-9 英寸 0.0254",
    "m3": "立方米 1 立方 1 方 1 m³ 1 标方 1 标准立方米 1 升 0.001 毫升 1E-6 桶 0.158987294928",
    "W": "瓦 1 千瓦 1000 兆瓦 1E6 吉瓦 1E9 W 1 kW 1000 KW 1000 MW 1E6 GW 1E9",
    "Wh": "瓦时 1 千瓦时 1000 兆瓦时 1E6 吉瓦时 1E9 度 1000 度电 1000 kWh 1000 MWh 1E6 GWh 1E9",
    "VA": "伏安 1 千伏安 1000 兆伏安 1E6",
    "V": "伏 1 千伏 1000 kV 1000",
    "J": "焦耳 1 吉焦 1E9",
    "FLOPS": "P 1E15 PFLOPS 1E15 EFLOPS 1E18",
    "B": "GB 1E9 TB 1E12 PB 1E15 EB 1E18",
    "s": "秒 1 秒钟 1 分钟 60 小时 3600 个小时 3600 天 86400 工作日 86400 个工作日 86400 周 604800 "
    "个月 2629746 月 2629746 个季度 7889238 年 31556952",
    "℃": "℃ 1 摄氏度 1",
    "a": "岁 1 周岁 1",
    "multiple": "倍 1 番 2",
    "TEU": "TEU 1 标箱 1 标准箱 1 个标箱 1 个标准箱 1",
}

# Measure words of people and things: each one is one.
_COUNTED = """
    人 人次 人份 名 位 户 户次 家 家次 个 项 项次 件 件次 条 条次 座 座次 台 台次 台套 套 辆 辆次
    列 列次 架 架次 艘 艘次 班 班次 趟 趟次 航次 车次 只 头 头次 羽 尾 匹 株 棵 根 张 份 册 卷 集
    部 篇 场 场次 批 批次 笔 单 票 股 种 类 门 款 宗 起 例 次 对 副 幅 支 枚 箱 盏 盘 盒 瓶 袋 包
    粒 颗 剂 针 孔 口 眼 所 处 站 片 块 栋 幢 间 组 床 席 课时 学时 机柜 个机柜 标准机架
    个标准机架 门次
"""


def _measured() -> Iterator[Unit]:
    for base, row in _MEASURED.items():
        words = iter(row.split())
        for name, factor in zip(words, words, strict=True):
            yield Unit(name, base, Decimal(factor))


UNITS = {unit.name: unit for unit in _measured()} | {
    name: Unit(name, "count", Decimal(1)) for name in _COUNTED.split()
}

_NAMES = "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True))
UNIT = re.compile(
    rf"(?P<name>{_NAMES})(?:(?<![A-Za-z])|(?![A-Za-z]))"
    rf"(?:[（(][套次处座个台][)）])?(?P<per>/(?:[万亿千百]{{0,2}}(?:{_NAMES}|[月日])))?"
)
"""A unit as written, with what it is counted by (元/吨), as it follows a number."""
