"""Word boundaries by jieba."""

from itertools import accumulate
from pathlib import Path

from suggest.client import Worker
from suggest.segmenter import Segmenter


def test_words_make_up_the_text(tmp_path: Path) -> None:
    """One after the other, by their lengths; what was learnt of the dictionary is kept."""
    text = "推动高质量发展，产值突破2300亿元。\n第二段"
    lengths = Segmenter(tmp_path).lengths(text)
    ends = list(accumulate(lengths))
    words = [text[end - length : end] for length, end in zip(lengths, ends, strict=True)]
    assert "".join(words) == text
    assert "推动" in words
    assert "2300" in words
    assert any(tmp_path.iterdir())


async def test_the_worker_tells_words() -> None:
    """The bench gets its boundaries from the worker; an empty text has none."""
    async with Worker() as worker:
        assert list(await worker.words("全面开启建设")) == [0, 2, 4]
        assert list(await worker.words("")) == []
