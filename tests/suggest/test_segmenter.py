"""Word boundaries by jieba."""

from pathlib import Path

from suggest.client import Worker
from suggest.segmenter import Segmenter


def test_boundaries_are_where_words_begin(tmp_path: Path) -> None:
    """The words between the boundaries make up the text."""
    text = "推动高质量发展，产值突破2300亿元。\n第二段"
    starts = Segmenter(tmp_path).boundaries(text)
    words = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert "".join(words) == text
    assert "推动" in words
    assert "2300" in words
    assert any(tmp_path.iterdir())


async def test_the_worker_tells_words() -> None:
    """The bench gets its boundaries from the worker; an empty text has none."""
    async with Worker() as worker:
        assert await worker.words("全面开启建设") == [0, 2, 4]
        assert await worker.words("") == []
