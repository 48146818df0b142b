"""LAC, whose model is loaded once."""

from __future__ import annotations

import pytest

from suggest.lac import Lac


@pytest.fixture(scope="session")
def lac() -> Lac:
    """The words and names of a text."""
    return Lac()
