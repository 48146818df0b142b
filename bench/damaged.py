"""What damage costs: the gold articles suggested for as they are, and as damaged copies of them.

Each copy is cleaned and suggested for as any file is. What was suggested is followed back through
the cleaner and the damage to the sound text, and held against its gold there. A gold span that
reaches into a GBK run stands for all of that run, as characters restored in it do. Scores are those
that ship, fitted on these articles too: what counts here is the difference.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from suggest.evaluation.gold import Gold
from suggest.evaluation.report import evaluate
from suggest.evaluation.sample import Sample, make_sample
from suggest.evaluation.scores import FIGURES, KIND_IGNORED
from suggest.pipeline import Pipeline
from tests.text.damage import copies, gbk
from text.article import Article
from text.cleaning import clean
from text.scheme import default_scheme
from text.span import Span
from tui.cli.table import table

GOLD = Path(__file__).parents[1] / "tests" / "gold"
SCHEME = default_scheme()
ROUNDS = 2
ALLOWED = 3.0
"""Points of F1 or of accuracy that damage may cost."""

Damages = Sequence[copies.Damage]
GBK = gbk.first_bytes_lost
ALL = [copies.traditional, copies.doubled_stops, copies.pinyin, GBK]
TOGETHER: Mapping[str, Damages] = {"sound": [], "all": ALL}
ALONE: Mapping[str, Damages] = {
    "sound": [],
    "traditional": [copies.traditional],
    "pinyin": [copies.pinyin],
    "stops": [copies.doubled_stops],
    "GBK": [GBK],
    "trad., GBK": [copies.traditional, GBK],
    "all": ALL,
}
QUOTED: Mapping[str, Damages] = {
    "sound": [gbk.quotes],
    "GBK": [gbk.quotes, GBK],
    "trad., GBK": [gbk.quotes, copies.traditional, GBK],
    "all": [gbk.quotes, *ALL],
}
"""Bytes are lost where sentences end at quotes, as few do in the gold articles: here many do."""


def main() -> None:
    """Print what each kind of damage costs, and all together."""
    pipeline = Pipeline(SCHEME)
    print_costs(pipeline, "as they are", ALONE)
    print_costs(pipeline, "half of their sentences quoted", QUOTED)


def print_costs(
    pipeline: Pipeline, name: str, kinds: Mapping[str, Damages], rounds: int = ROUNDS
) -> None:
    """Print a row for each figure: what it is on sound text, and how far from that after damage.

    The first of `kinds` is the sound text. What costs more than it may is marked.
    """
    golds = [read_sound(path) for path in sorted(GOLD.glob("*/*.json"))]
    columns = [
        figures([damaged(pipeline, gold, kind, seed) for seed in range(rounds) for gold in golds])
        for kind in kinds.values()
    ]
    print(f"\n— {len(golds)} gold articles, {name}: points, and what damage changes in them")
    rows = [
        (figure, f"{sound:.1f}", *(told(found[figure] - sound) for found in columns[1:]))
        for figure, sound in columns[0].items()
    ]
    print("\n".join(table([("", *kinds), *rows])))


def told(change: float) -> str:
    """A change in points, marked where it is worse than allowed."""
    return f"{change:+.1f}{'!' if change < -ALLOWED else ''}"


def read_sound(path: Path) -> Gold:
    """The gold of an article by the offsets of its sound text, whatever file it came as."""
    record = json.loads(path.read_text(encoding="utf-8"))
    spans = (Span(s["start"], s["end"], s["label"], s["attributes"]) for s in record["spans"])
    layers = frozenset(record["layers"]) if "layers" in record else None
    return Gold(path.name, None, record["text"], tuple(spans), layers=layers)


def damaged(pipeline: Pipeline, gold: Gold, damages: Damages, seed: int) -> Sample:
    """A copy of an article with what is suggested for it, in ranges of the sound text."""
    random = Random(f"{gold.name} {seed}")  # noqa: S311 - the same damage each time
    raw, damage = copies.done(gold.text, list(damages), random)
    revision = clean(raw)
    suggestions = pipeline.suggest(
        revision.text, title=revision.title, published=revision.published, zones=revision.zones
    )
    spans = []
    for span in gold.spans:
        start, end = damage.to_raw(*damage.to_clean(span.start, span.end))
        spans.append(replace(span, start=start, end=end))
    followed = replace(revision, alignment=revision.alignment.compose(damage))
    article = Article("", gold.name, "utf-8", gold.text, "", followed)
    return make_sample(replace(gold, spans=tuple(spans)), article, suggestions, SCHEME)


def figures(samples: Sequence[Sample]) -> dict[str, float]:
    """What is measured, in points by name."""
    report = evaluate(samples, SCHEME)
    entities, *_ = report.groups
    scores = {score.name: score for score in (*report.labels, *report.groups[1:])}
    found: dict[str, float] = {}
    for score in (entities, *(scores[name] for name in (FIGURES, KIND_IGNORED, "AIM"))):
        found |= {f"{score.name}, strict": score.strict, f"{score.name}, overlap": score.overlap}
    return found | {accuracy.name: accuracy.percent for accuracy in report.attributes}


if __name__ == "__main__":
    main()
