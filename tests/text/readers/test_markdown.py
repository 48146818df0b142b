"""Markdown: text as it is, title and date from the front matter."""

from __future__ import annotations

import pytest

from tests.text.readers.making import read


def test_the_text_is_the_file_front_matter_included() -> None:
    """Marks stay: every offset is one into the file."""
    text = '---\ntitle: "甘肃科技集团"\ndate: 2023-06-01 08:00\n---\n# 标题\n\n*1至4月*增长40%。\n'
    document = read("md", text)
    assert document.raw == text
    assert (document.title, document.published) == ("甘肃科技集团", "2023-06-01")


@pytest.mark.parametrize(
    "text",
    [
        "# 标题\n\n---\ntitle: 不是\n---\n",
        "---\ntitle: 没有结束\n\n正文。\n",
        "--- \n",
        "title: 不是\n",
    ],
)
def test_what_is_no_front_matter_says_nothing(text: str) -> None:
    """A rule in the text, a block that never ends, a line that only looks so."""
    document = read("md", text)
    assert (document.raw, document.title, document.published) == (text, None, None)


def test_front_matter_may_be_written_in_several_ways() -> None:
    """Carriage returns, a byte order mark, capitals, quotes, a month alone, other keys."""
    document = read(
        "md", "\ufeff---\r\nTitle: '甲:乙'\r\ntags: [a]\r\npublished: 2023年6月\r\n...\r\n文"
    )
    assert (document.title, document.published) == ("甲:乙", "2023-06")


def test_a_date_that_is_none_is_left_out() -> None:
    """As is a title that is not there."""
    document = read("md", "---\ntitle:\ndate: soon\n---\n文")
    assert (document.title, document.published) == (None, None)
