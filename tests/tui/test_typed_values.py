"""What is typed into a form: periods, numbers and figures, and how they are said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.scheme import default_scheme
from tui.language import Language, speak
from tui.review.amounts import in_powers, in_threes, upper_base
from tui.review.figure_input import read_number, read_value, rebased
from tui.review.form import Form, fields_of
from tui.review.input_error import InputError
from tui.review.period_input import Period, read_period
from tui.review.period_words import period_words

ISSUED = "2024-03-05"
MONTHS = st.builds("{:04}-{:02}".format, st.integers(1900, 2099), st.integers(1, 12))
PARTS = st.builds(
    "{:04}-{}".format,
    st.integers(1900, 2099),
    st.sampled_from(["H1", "H2", "Q1", "Q2", "Q3", "Q4"]),
)
YEARS = st.integers(1900, 2099).map(str)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", ""),
        ("25", "2025"),
        ("78", "1978"),
        ("２０２５年", "2025"),
        ("145", "2021/2025"),
        ("155", "2026/2030"),
        ("十四五", "2021/2025"),
        ("24h1", "2024-H1"),
        ("H2", "2024-H2"),
        ("25Q3", "2025-Q3"),
        ("2025-Q3", "2025-Q3"),
        ("2506", "2025-06"),
        ("202506", "2025-06"),
        ("25.6", "2025-06"),
        ("25-10", "2025-10"),
        ("24-26", "2024/2026"),
        ("05-10", "2005/2010"),
        ("2005-10", "2005-10"),
        ("2024—2026年", "2024/2026"),
        ("2401-04", "2024-01/2024-04"),
        ("24.1-4", "2024-01/2024-04"),
        ("2411-2502", "2024-11/2025-02"),
    ],
)
def test_short_forms_of_a_period(typed: str, value: str) -> None:
    """Figures alone say nothing of whether it is a deadline."""
    assert read_period(typed, ISSUED) == Period(value)


@pytest.mark.parametrize(
    ("typed", "value", "kind"),
    [
        ("今年", "2024", "in"),
        ("去年", "2023", "in"),
        ("全年", "2024", "in"),
        ("上半年", "2024-H1", "in"),
        ("1-4月", "2024-01/2024-04", "in"),
        ("25年上半年", "2025-H1", "in"),
        ("到25年", "2025", "by"),
        ("年底前", "2024", "by"),
        ("“十四五”末", "2025", "by"),
        ("近三年", "2021/2023", "in"),
        ("每年", "", "each"),
        ("目前", "2024-03", "in"),
        ("本月", "2024-03", "in"),
    ],
)
def test_periods_in_words_go_by_the_articles_date(typed: str, value: str, kind: str) -> None:
    """Words say besides whether it is within the period, by its end, or each time."""
    assert read_period(typed, ISSUED) == Period(value, kind)


@pytest.mark.parametrize("typed", ["abc", "5", "h9", "26-24", "2025/2025", "24年6月底多", "2513"])
def test_what_is_no_period_is_told(typed: str) -> None:
    """Nothing is made of it."""
    with pytest.raises(InputError):
        read_period(typed, ISSUED)


@pytest.mark.parametrize("typed", ["今年", "h1", "近三年"])
def test_an_article_without_a_date_asks_for_the_year(typed: str) -> None:
    """What is relative cannot be resolved; what names its year can."""
    with pytest.raises(InputError, match="年份"):
        read_period(typed, None)
    assert read_period("25年上半年", None).value == "2025-H1"


@given(st.one_of(YEARS, MONTHS, PARTS))
def test_a_period_as_the_scheme_writes_it_is_itself(value: str) -> None:
    """A value that is typed over with what stands there stays, whenever the article came out."""
    assert read_period(value, None) == Period(value)


@given(st.one_of(st.tuples(YEARS, YEARS), st.tuples(MONTHS, MONTHS)))
def test_a_stretch_is_itself_if_it_goes_forward(ends: tuple[str, str]) -> None:
    """One that ends before it begins is told."""
    first, last = ends
    if first < last:
        assert read_period(f"{first}/{last}", None) == Period(f"{first}/{last}")
    else:
        with pytest.raises(InputError):
            read_period(f"{first}/{last}", None)


@given(st.text("0123456789hHqQ-/.~年月季度上下半到前底十四五今去明 ", max_size=10))
def test_whatever_is_read_reads_the_same_again(typed: str) -> None:
    """What comes out is in the scheme's form, or it is told that nothing can be made of it."""
    try:
        period = read_period(typed, ISSUED)
    except InputError:
        return
    assert read_period(period.value, None).value == period.value


def test_periods_in_words_of_both_languages() -> None:
    """Plans by their names; what is no period as it is."""
    assert period_words("2021/2025") == "“十四五” 2021年—2025年"
    assert period_words("2024-Q3") == "2024年三季度"
    assert period_words("2024-01/2024-04") == "2024年1月—2024年4月"
    assert period_words("soon") == "soon"
    speak(Language.EN)
    assert period_words("2024-H1") == "first half of 2024"
    assert period_words("2021/2025") == "“十四五” (14th plan) 2021—2025"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("", ""), ("2300", "2300"), ("1.5万", "15000"), ("两千三百", "2300"), ("-３．５", "-3.5")],
)
def test_numbers(typed: str, value: str) -> None:
    """A multiplier is multiplied in where there is no unit for it to go to."""
    assert read_number(typed) == value


@pytest.mark.parametrize("typed", ["绿", "2300元", "1.2.3", "十六七"])
def test_what_is_no_number_is_told(typed: str) -> None:
    """Nothing is made of it."""
    with pytest.raises(InputError):
        read_number(typed)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2400", {"value": "2400", "unit": "亿元"}),
        ("1.5万", {"value": "1.5", "unit": "万元"}),
        ("6-6.5%", {"value": "6", "value_max": "6.5", "unit": "%", "comparator": "range"}),
        ("超2300亿元", {"value": "2300", "unit": "亿元", "comparator": ">"}),
        ("40个以上", {"value": "40", "unit": "个", "comparator": ">="}),
        ("五成", {"value": "5", "unit": "成"}),
        ("", {"value": ""}),
    ],
)
def test_a_value_may_bring_its_unit_range_and_bound(typed: str, says: dict[str, str]) -> None:
    """What is not typed stays as it was."""
    assert read_value(typed, {"value": "2300", "unit": "亿元"}) == says


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["亿元", "%", "个", "万吨", "朵", "万朵"]))
def test_the_base_value_is_the_value_times_what_a_unit_is(value: Decimal, unit: str) -> None:
    """An unknown unit has no base unit, and counts as its multiplier."""
    factors = {"亿元": 10**8, "%": 1, "个": 1, "万吨": 10**4, "朵": 1, "万朵": 10**4}
    told = rebased({}, {"value": f"{value:f}", "unit": unit})
    assert Decimal(told["base_value"]) == value * factors[unit]
    assert (told["base_unit"] == "") == ("朵" in unit)


def test_a_rank_stays_a_rank() -> None:
    """Where the unit is not changed, its base unit is not found anew."""
    before = {"value": "3", "unit": "位", "base_unit": "rank"}
    assert rebased(before, {**before, "value": "2"}) == {"base_value": "2", "base_unit": "rank"}


def test_large_values_are_said_as_powers() -> None:
    """Digits in threes for all, a power of ten where it is short and easier."""
    assert (in_threes("230000000000"), in_powers("230000000000")) == (
        "230,000,000,000",
        "2.3 × 10¹¹",
    )
    assert (in_threes("-1234.5"), in_powers("1234")) == ("-1,234.5", "")
    assert (in_threes("soon"), in_powers("NaN"), in_powers("123456789")) == ("soon", "", "")
    told = {"value": "2", "value_max": "3", "base_value": "200000000"}
    assert upper_base(told) == "300000000"
    assert upper_base({**told, "value": "0"}) == ""


# The form


def form(**told: str) -> Form:
    return Form(default_scheme().attributes_of("TARGET"), told, ISSUED)


def at(form: Form, name: str, words: str) -> Form:
    """The form with `words` typed into the field of that name."""
    form.go_to([f.attribute.name for f in form.fields].index(name))
    form.type(words)
    return form


def test_each_field_has_a_letter_of_its_own() -> None:
    """Initials for names of one word, where they are free."""
    letters = {f.attribute.name: f.letter for f in form().fields}
    assert len(set(letters.values())) == len(letters)
    assert [letters[name] for name in ("period", "unit", "owner", "value_max")] == list("puom")
    many = default_scheme().attributes_of("TARGET") * 3
    assert len(fields_of(many)) == len(many)


def test_a_value_typed_with_all_it_brings_changes_its_neighbours() -> None:
    """And typing on starts from what stood there before: nothing is left of a half-typed unit."""
    filled = form(value="6", unit="%", base_value="6", base_unit="%", comparator="=")
    at(filled, "value", "超2300亿元")
    assert filled.values == {
        "value": "2300",
        "unit": "亿元",
        "base_value": "230000000000",
        "base_unit": "CNY",
        "comparator": ">",
    }
    filled.type("7")
    assert filled.values["unit"] == "%"
    assert filled.values["comparator"] == "="


def test_what_is_wrong_stays_with_its_field_until_it_is_right() -> None:
    """The values are as before; saving leads there."""
    filled = at(form(period="2023"), "period", "25h9")
    assert filled.values == {"period": "2023"}
    filled.step(1)
    assert filled.go_to_wrong()
    assert filled.text == "25h9"
    filled.type("25h1")
    assert not filled.go_to_wrong()
    assert filled.values == {"period": "2025-H1", "period_kind": "in"}


def test_choices_are_picked_turned_and_cleared() -> None:
    """By number, to the one beside, to none."""
    filled = form()
    filled.jump("e")
    assert filled.pick(2)
    assert filled.values == {"certainty": "ambition"}
    filled.turn(1)
    assert filled.values == {"certainty": "forecast"}
    assert not filled.pick(9)
    assert filled.pick(0)
    assert filled.values == {}


def test_a_deadline_in_words_says_that_it_is_one() -> None:
    """年底前 sets the period and its kind."""
    assert at(form(), "period", "年底前").values == {"period": "2024", "period_kind": "by"}


def test_a_period_alone_is_within_it_unless_another_kind_was_chosen() -> None:
    """`25` says only when; without a period there is no kind to say."""
    assert at(form(), "period", "25").values == {"period": "2025", "period_kind": "in"}
    chosen = form(period="2024", period_kind="by")
    assert at(chosen, "period", "25").values == {"period": "2025", "period_kind": "by"}
    assert at(form(), "period", "").values == {}


@given(st.text(max_size=12), st.integers(0, 12))
def test_no_words_break_a_form(words: str, index: int) -> None:
    """Either they are a value, or they are told to be none."""
    filled = form(value="6", unit="%", base_value="6", base_unit="%")
    filled.go_to(index)
    filled.type(words)
    assert all(filled.values.values())
    assert len(filled.wrong) <= 1
