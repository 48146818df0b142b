"""Base values for reading: digits in threes, and as a power of ten."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

LARGE = Decimal(1_000_000)
"""From here on the power of ten is easier to read than the digits."""

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS_SHOWN = 6


def in_threes(value: str) -> str:
    """A decimal string with its digits in threes; what is none as it is."""
    number = _number(value)
    return value if number is None else f"{number:,f}"


def in_powers(value: str) -> str:
    """A large decimal string as 2.3 × 10¹¹; empty for others."""
    number = _number(value)
    if number is None or abs(number) < LARGE:
        return ""
    exponent = number.adjusted()
    digits = (number / Decimal(10) ** exponent).normalize()
    if len(digits.as_tuple().digits) > _DIGITS_SHOWN:
        return ""
    return f"{digits:f} × 10{str(exponent).translate(_RAISED)}"


def upper_base(attributes: Mapping[str, str]) -> str:
    """The base value of the upper end of a range; empty where there is none."""
    value, base = (_number(attributes.get(name, "")) for name in ("value", "base_value"))
    maximum = _number(attributes.get("value_max", ""))
    if not value or base is None or maximum is None:
        return ""
    return f"{(maximum * base / value).normalize():f}"


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
