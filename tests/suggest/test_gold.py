"""What is suggested for the gold articles is as good as reviewers may count on."""

from __future__ import annotations

from pathlib import Path

import pytest

from suggest.evaluation.gold import read_gold
from suggest.evaluation.report import Report, evaluate
from suggest.evaluation.sample import make_sample
from suggest.pipeline import Pipeline
from text.loading import load
from text.scheme import default_scheme

GOLD = Path(__file__).parents[1] / "gold"
SCHEME = default_scheme()
STRICT = {
    "entity": 80,
    "PER": 92,
    "ORG": 82,
    "LOC": 85,
    "TITLE": 85,
    "PROGRAM": 60,
    "EVENT": 70,
    "PROJECT": 60,
    "figures": 65,
}
OVERLAP = {"entity": 88, "figures": 85, "figures, kind ignored": 92, "AIM": 70}
RIGHT = {
    "kind": 90,
    "value": 97,
    "unit": 95,
    "comparator": 92,
    "change": 85,
    "certainty": 88,
    "period": 75,
    "indicator": 60,
}
"""Percent of the matched figures whose attribute is that of the gold."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The suggesters, loaded once."""
    return Pipeline(SCHEME)


@pytest.mark.parametrize("folder", sorted(path.name for path in GOLD.iterdir() if path.is_dir()))
def test_suggestions_are_mostly_right(pipeline: Pipeline, folder: str) -> None:
    """No score of a folder of gold falls below what an annotator's work is planned with."""
    report = measured(pipeline, folder)
    scores = {score.name: score for score in (*report.groups, *report.labels)}
    found = {accuracy.name: accuracy.percent for accuracy in report.attributes}
    below = {
        **{f"{name} strict": scores[name].strict - least for name, least in STRICT.items()},
        **{f"{name} overlap": scores[name].overlap - least for name, least in OVERLAP.items()},
        **{name: found[name] - least for name, least in RIGHT.items()},
    }
    assert {name: points for name, points in below.items() if points < 0} == {}


def measured(pipeline: Pipeline, folder: str) -> Report:
    """What the suggestions for the articles of a folder are worth."""
    samples = []
    for path in sorted(GOLD.joinpath(folder).glob("*.json")):
        for gold in read_gold(path):
            assert gold.file
            article = load(gold.file)
            clean = article.revision
            suggestions = pipeline.suggest(
                clean.text, title=clean.title, published=clean.published, zones=clean.zones
            )
            samples.append(make_sample(gold, article, suggestions, SCHEME))
    return evaluate(samples, SCHEME)
