"""Web pages: the article told from the page, and what the page says of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.text.readers.making import make_page, read
from text.readers.broken import BrokenInputError
from text.reading import BinaryInputError, EmptyInputError

HEADLINE = "甘肃科技集团开展“三抓三促”行动"
PARAGRAPHS = [
    f"第{number}段说，甘肃科技集团以深入开展“三抓三促”行动为有力抓手，1至4月工业总产值同比增长{number}0%。"
    for number in range(1, 6)
]
BODY = "".join(f"<p>　　{paragraph}</p>" for paragraph in PARAGRAPHS)
HEAD = (
    f"<title>{HEADLINE}_政务动态_新甘肃</title>"
    '<link rel="canonical" href="https://www.example.cn/2023/06/01/1.shtml">'
    '<meta property="article:published_time" content="2023-06-01T08:00:00+08:00">'
)


def test_the_article_is_told_from_the_page() -> None:
    """A line a paragraph, markup and indents gone; navigation and footer are not in it."""
    document = read("html", make_page(f"<h1>{HEADLINE}</h1>{BODY}", HEAD))
    assert document.raw.splitlines() == [HEADLINE, *PARAGRAPHS]
    assert document.encoding == "utf-8"


def test_title_date_and_address_are_kept() -> None:
    """The title without the names of channel and site, the address that the page calls its own."""
    document = read("html", make_page(BODY, HEAD))
    assert document.title == HEADLINE
    assert document.published == "2023-06-01"
    assert document.address == "https://www.example.cn/2023/06/01/1.shtml"


def test_a_page_that_names_nothing_has_nothing() -> None:
    """No title, date or address is made up."""
    document = read("html", make_page(BODY))
    assert (document.title, document.published, document.address) == (None, None, None)


def test_a_headline_outside_the_article_is_its_first_line() -> None:
    """It is labelled like the rest, so it has to be in the text, once."""
    page = make_page("", HEAD).replace(
        '<div class="main">', f'<div><h1>{HEADLINE}</h1></div><div id="zoom" class="main">{BODY}'
    )
    assert read("html", page).raw.splitlines() == [HEADLINE, *PARAGRAPHS]


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16"])
def test_pages_in_other_encodings_are_read(encoding: str) -> None:
    """Whatever their head claims."""
    paragraph = "杭鋼集團黨委書記、董事長張利明強調，將杭鋼打造成為科技賦能高地。" * 4
    page = f'<html><head><meta charset="utf-8"></head><body><p>{paragraph}</p></body></html>'
    document = read("html", page.encode(encoding))
    assert document.raw == paragraph


def test_a_fragment_is_a_page() -> None:
    """Text saved without html, head and body is read too."""
    assert read("html", f"<p>{PARAGRAPHS[0]}</p>").raw == PARAGRAPHS[0]


def test_tables_and_lists_are_in_the_text() -> None:
    """Figures often stand in them."""
    table = "<table><tr><th>指标</th><th>目标</th></tr><tr><td>GDP</td><td>6%</td></tr></table>"
    raw = read("html", make_page(f"{BODY}<ul><li>建设半山基地</li></ul>{table}")).raw
    assert all(words in raw for words in ("建设半山基地", "指标", "GDP", "6%"))


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<script>var a = 1</script>"])
def test_a_page_without_text_is_told(page: str) -> None:
    """It is no article."""
    with pytest.raises(EmptyInputError, match=r"a\.html has no article in it"):
        read("html", page)


def test_a_paragraph_of_ten_million_characters_is_read_whole() -> None:
    """The parser that trafilatura would use drops all of it without a word."""
    paragraph = "a文" * 2_000_000 + "完。"
    assert read("html", f"<html><body><p>{paragraph}</p></body></html>").raw == paragraph


def test_what_the_parser_would_leave_out_is_told() -> None:
    """Elements in each other by the thousand end its patience; half an article is none."""
    page = "<div>" * 5000 + PARAGRAPHS[0]
    with pytest.raises(BrokenInputError, match=r"a\.html cannot be read whole"):
        read("html", page)


def test_characters_that_no_text_has_do_not_come_in_by_reference() -> None:
    """NUL and halves of pairs can be spelt in HTML."""
    raw = read("html", make_page(f"<p>甲&#0;乙&#xD800;丙</p>{BODY}")).raw
    raw.encode()
    assert "\0" not in raw


def test_a_file_with_nuls_is_no_page() -> None:
    """Refused as any text would be."""
    with pytest.raises(BinaryInputError, match="NUL"):
        read("html", b"<html>\0</html>")


def test_nothing_is_said_on_the_side() -> None:
    """The libraries' warnings stay off standard error, where our own messages stand."""
    code = (
        "from tests.text.readers.making import read\n"
        "for page in ('<html></html>', '<p>x', '<html><body><div>' * 50 + '文' * 99):\n"
        "    try: read('html', page)\n"
        "    except Exception as error: assert 'a.html' in str(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr == b""
