"""Dates as pages write them."""

from __future__ import annotations

import pytest

from text.dates import find_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023/06/01/ 09:55 来源", "2023-06-01"),
        ("发布时间: 2023-01-29", "2023-01-29"),
        ("（2024年3月28日）", "2024-03-28"),
        ("2024.3.8", "2024-03-08"),
        ("二〇二三年十二月二十一日", "2023-12-21"),
        ("2024年5月", "2024-05"),
        ("2024年2月30日", None),
        ("2024年上半年", None),
        ("12024-03-01", None),
        ("2024-13-01", None),
    ],
)
def test_dates_are_read(text: str, iso: str | None) -> None:
    """Dates as Chinese pages write them, if the calendar has them."""
    found = find_date(text)
    assert (found.iso if found else None) == iso
