"""Which figures speak of the same thing, which contradict, and how far targets are reached."""

from __future__ import annotations

from decimal import Decimal

import pytest

from store.figures import Figure
from store.matching import Verdict, match
from store.measure import Kind, Months, amount, indicator_key, kind_of, months, owner_key, subject
from tests.store.figuring import result, target


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("嘉善县委", "嘉善县"),
        ("嘉善县委县政府", "嘉善县人民政府"),
        ("甘肃科技集团党委", "甘肃科技集团"),
        ("河南济源钢铁(集团)有限公司", "河南济源钢铁（集团）有限责任公司"),
        ("杭钢集团公司", "杭钢集团"),
        ("“Ａ 股”公司", "a股公司"),
    ],
)
def test_owners_go_by_many_names(one: str, other: str) -> None:
    """Legal forms, organs, width, case and brackets do not tell owners apart."""
    assert owner_key(one) == owner_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("市经信局", "市科技局"), ("嘉善县", "嘉兴市"), ("杭钢", "杭钢集团")]
)
def test_other_owners_stay_apart(one: str, other: str) -> None:
    """Nothing more is taken away from a name."""
    assert owner_key(one) != owner_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GDP增速", "地区生产总值"),
        ("规模以上工业总产值", "规上工业总产值"),
        ("实现营收", "营业收入"),
        ("累计完成固投", "固定资产投资"),
        ("税收同比", "税收"),
    ],
)
def test_indicators_go_by_many_names(one: str, other: str) -> None:
    """Verbs in front, 增速 behind and abbreviations do not tell indicators apart."""
    assert indicator_key(one) == indicator_key(other)


@pytest.mark.parametrize(
    ("period", "first", "length"),
    [
        ("2025", (2025, 1), 12),
        ("2025-H2", (2025, 7), 6),
        ("2025-Q4", (2025, 10), 3),
        ("2025-03", (2025, 3), 1),
        ("2025-03-31", (2025, 3), 1),
        ("2021/2025", (2021, 1), 60),
        ("2023-01/2023-04", (2023, 1), 4),
    ],
)
def test_periods_are_months(period: str, first: tuple[int, int], length: int) -> None:
    """Every way to write a period gives its months."""
    found = months(period)
    year, month = first
    assert found is not None
    assert found.first == year * 12 + month - 1
    assert found.length == length


@pytest.mark.parametrize("period", ["", None, "25", "2025-13", "2025-Q5", "2025/2024", "到2025年"])
def test_what_is_no_period(period: str | None) -> None:
    """Anything else is not guessed at."""
    assert months(period) is None


def test_a_part_lies_within_the_whole() -> None:
    """A quarter lies in its year and not in the next."""
    assert Months(24300, 24302).within(Months(24300, 24311))
    assert not Months(24300, 24302).within(Months(24301, 24311))


def test_an_amount_knows_its_last_digit() -> None:
    """23.5亿 may be 23.45亿; a decline is negative; a range has a top in the same unit."""
    found = amount(target(value="23.5", base_value="2350000000"))
    assert found is not None
    assert found.slack == Decimal("5000000")
    falling = amount(target(value="14", value_max="16", change="decline", base_unit="%"))
    assert falling is not None
    assert (falling.value, falling.top) == (-14, -16)
    assert amount(target(value="几十")) is None
    assert amount(target(value="9" * 1000)) is None


def test_a_growth_rate_is_a_change_whatever_it_is_called() -> None:
    """增速 with a percentage is growth; growth without a basis is over a year."""
    rate = target(indicator="GDP增速", value="6", unit="%", base_unit="%")
    assert kind_of(rate) is Kind.CHANGE
    assert subject(rate) == subject(
        target(indicator="GDP", value="6", base_unit="%", change="growth", basis="yoy")
    )
    assert subject(target(owner="")) is None
    assert subject(target(indicator="")) is None


CONTRADICTING: list[tuple[Figure, Figure]] = [
    (target(value="2300"), target(value="2500")),
    (result(value="2300"), result(value="2500")),
    (result(value="2300", comparator="<"), result(value="2500")),
    (result(value="2300"), result(value="2300", base_unit="USD")),
    (
        target(value="6", change="growth", base_unit="%"),
        target(value="6", change="decline", base_unit="%"),
    ),
]
AGREEING: list[tuple[Figure, Figure]] = [
    (target(value="2300"), target(value="2300")),
    (result(value="2300", comparator=">"), result(value="2315")),
    (result(value="2300", comparator="~"), result(value="2250")),
    (result(value="23.2", base_value="2320"), result(value="2315")),
    (target(value="6", certainty="committed"), target(value="7", certainty="ambition")),
    (target(value="2300"), target(value="2500", period="2026")),
    (target(value="2300"), target(value="2500", owner="杭钢")),
    (target(value="2300"), target(value="40", base_unit="%", change="growth")),
    (target(value="2300"), result(value="2100")),
    (target(value="2300", period=""), target(value="2500", period="")),
    (target(value="100", period_kind="each"), target(value="300", period_kind="by")),
]


@pytest.mark.parametrize(("one", "other"), CONTRADICTING)
def test_figures_that_contradict_are_found(one: Figure, other: Figure) -> None:
    """Of the same owner, indicator and period, with another number or unit: both are told."""
    assert match([one, other]).conflicts == {0: (1,), 1: (0,)}


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_figures_that_can_both_be_right_are_let_be(one: Figure, other: Figure) -> None:
    """A bound, a rounding, another certainty, time or subject is no contradiction."""
    assert match([one, other]).conflicts == {}


def verdict(of: Figure, by: Figure) -> tuple[Verdict, Decimal] | None:
    """How the target stands by the result."""
    standing = match([by, of]).standings.get(1)
    return (standing.verdict, round(standing.share, 2)) if standing else None


REACHED, UNDER_WAY, BEHIND = Verdict.REACHED, Verdict.UNDER_WAY, Verdict.BEHIND
STANDINGS: list[tuple[str, Figure, Figure, Verdict, str]] = [
    ("more than asked", target(value="100"), result(value="103"), REACHED, "1.03"),
    ("just as much", target(value="100", comparator=">="), result(value="100"), REACHED, "1.00"),
    ("超 is not 达", target(value="100", comparator=">"), result(value="100"), UNDER_WAY, "1.00"),
    (
        "超 by 超",
        target(value="100", comparator=">"),
        result(value="100", comparator=">"),
        REACHED,
        "1.00",
    ),
    ("左右", target(value="100", comparator="~"), result(value="96"), REACHED, "0.96"),
    ("nearly", target(value="100"), result(value="93"), UNDER_WAY, "0.93"),
    ("short of it", target(value="100"), result(value="50"), BEHIND, "0.50"),
    ("a quarter", target(value="100"), result(value="24", period="2025-Q1"), UNDER_WAY, "0.24"),
    ("late", target(value="100"), result(value="30", period="2025-H1"), BEHIND, "0.30"),
    ("early", target(value="100"), result(value="101", period="2025-H1"), REACHED, "1.01"),
    (
        "a rate does not add up",
        target(value="6", base_unit="%", change="growth"),
        result(value="3", base_unit="%", change="growth", period="2025-H1"),
        BEHIND,
        "0.50",
    ),
    (
        "fell instead",
        target(value="6", base_unit="%", change="growth"),
        result(value="2", base_unit="%", change="decline"),
        BEHIND,
        "-0.33",
    ),
    (
        "fell as asked",
        target(value="14", base_unit="%", change="decline", comparator=">="),
        result(value="15", base_unit="%", change="decline"),
        REACHED,
        "1.07",
    ),
    ("below a ceiling", target(value="100", comparator="<="), result(value="80"), REACHED, "0.80"),
    ("over it", target(value="100", comparator="<="), result(value="130"), BEHIND, "1.30"),
    ("just over", target(value="100", comparator="<="), result(value="105"), UNDER_WAY, "1.05"),
    (
        "a ceiling used up too fast",
        target(value="100", comparator="<="),
        result(value="80", period="2025-H1"),
        UNDER_WAY,
        "0.80",
    ),
    (
        "压缩至 is a ceiling",
        target(value="3", base_unit="s", words="压缩至3个工作日"),
        result(value="2", base_unit="s"),
        REACHED,
        "0.67",
    ),
    (
        "a rank",
        target(value="5", base_unit="rank", change="rank"),
        result(value="3", base_unit="rank", change="rank"),
        REACHED,
        "0.60",
    ),
    (
        "by a deadline",
        target(value="100", period_kind="by"),
        result(value="95", period="2024"),
        UNDER_WAY,
        "0.95",
    ),
    ("no period but a date", target(value="100"), result(1, "2025-06", value="99", period=""),
     UNDER_WAY, "0.99"),
    ("no time set", target(value="100", period=""), result(value="120"), REACHED, "1.20"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("of", "by", "how", "share"), [row[1:] for row in STANDINGS], ids=[row[0] for row in STANDINGS]
)
def test_a_target_stands_by_its_result(of: Figure, by: Figure, how: Verdict, share: str) -> None:
    """Bounds, ceilings, directions and parts of the time are respected."""
    assert verdict(of, by) == (how, Decimal(share))


@pytest.mark.parametrize(
    ("of", "by"),
    [
        (target(value="100"), result(value="100", period="2024")),
        (target(value="100"), result(value="100", period="2024/2025")),
        (target(value="100"), result(value="100", base_unit="USD")),
        (target(value="100"), result(value="100", owner="杭钢")),
        (target(value="100"), result(value="100", indicator="利润")),
        (target(value="100"), result(value="6", change="growth", base_unit="%")),
        (target(value="100", period_kind="by"), result(value="99", period="2022")),
        (target(value="100", period_kind="by"), result(value="99", period="2026")),
        (target(value="100"), result(value="100", period="", published=None)),
        (target(value="0"), result(value="100")),
        (target(value="100", period="", published=None), result(value="100")),
        (target(value="100", period="", published="2026-02"), result(value="100", period="2025")),
    ],
)
def test_other_results_tell_nothing_of_a_target(of: Figure, by: Figure) -> None:
    """Another time, unit, owner or indicator is not compared."""
    assert verdict(of, by) is None


def test_the_latest_result_counts() -> None:
    """The result that reaches furthest in time is the one set beside the target."""
    some = [
        target(value="100"),
        result(value="24", period="2025-Q1"),
        result(value="104", period="2025"),
        result(value="51", period="2025-H1"),
    ]
    assert match(some).standings[0].result == 2


def test_thousands_that_contradict_each_other_stay_quick_to_list() -> None:
    """However many say something else, only so many of them are named to each."""
    found = match([result(value=str(number * 10)) for number in range(3000)]).conflicts
    assert len(found) == 3000
    assert max(map(len, found.values())) <= 64
