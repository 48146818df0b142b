"""What the suggesters are worth on the gold articles, each with scores fitted on the others.

Held out are the scores of entity rules and their calibration: for each article they are fitted on
all others (`bench.entity_scores`). Not held out are the rules themselves, which were written with
these articles in view, nor the ten shares in `suggest/targets/score.py`: articles of a new kind
come out lower. How those of `further` and `exam` did when first met, `tests/gold/README.md` says.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path

from bench.damaged import TOGETHER, print_costs
from bench.entity_scores import held_out_rates, isotonic, read_samples, shown
from bench.marked import ARTICLES, read_marked
from suggest.entities.scores import Scores
from suggest.evaluation.gold import Gold, read_gold
from suggest.evaluation.report import Report, evaluate
from suggest.evaluation.sample import Sample, make_sample
from suggest.pipeline import Pipeline
from suggest.worker import FAULTS
from text.article import Article
from text.errors import JinbiaoError
from text.scheme import default_scheme
from text.span import Suggestion
from tui.cli.report_lines import attribute_lines, score_lines, trust_lines
from tui.jobs.measure_articles import load_gold

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
SCHEME = default_scheme()


def main() -> None:
    """Print the tables by folder, then what scores and suggesters are worth over all."""
    pipeline = Pipeline(SCHEME)
    paths = sorted(GOLD.glob("*/*.json"))
    golds = [gold for path in paths for gold in read_gold(path)]
    fitted_on_others = held_out_scores()
    scores = [next(fitted_on_others) if has_entities(gold) else None for gold in golds]
    measured = []
    for folder, members in groupby(zip(paths, golds, scores, strict=True), key=folder_of):
        chosen = list(members)
        shipped = [sample(pipeline, gold, None) for _, gold, _ in chosen]
        held_out = [sample(pipeline, gold, scores) for _, gold, scores in chosen]
        report = evaluate(held_out, SCHEME)
        heading = f"{folder.relative_to(ROOT)}: {len(chosen)} articles, entity scores held out"
        print_scores(heading, report)
        fitted = evaluate(shipped, SCHEME).overall
        print(f"\nentities with the scores that ship, fitted on these articles too: {fitted}")
        measured += held_out
    pipeline.scores = None
    marked = [suggested(pipeline, *pair) for pair in read_marked()]
    heading = f"{ARTICLES.relative_to(ROOT)}: {len(marked)} articles, targets only, not held out"
    print_scores(heading, replace(evaluate(marked, SCHEME), attributes=()))
    print(f"\n— over the {len(measured)} articles with held-out scores: scores and suggesters")
    print("\n".join(trust_lines(evaluate(measured, SCHEME))))
    print_costs(pipeline, "damaged", TOGETHER, rounds=1)


def has_entities(gold: Gold) -> bool:
    """Whether the entities of an article were annotated."""
    return gold.layers is None or "entity" in gold.layers


def held_out_scores() -> Iterator[Scores]:
    """For each article with entities, in the order of their paths, scores fitted on the others.

    The choices in these others, which the calibration is fitted to, are by scores without each.
    """
    samples = read_samples()
    rated = list(held_out_rates(samples))
    judged = [[(span, s.right(span)) for span in s.chosen(rates)] for s, rates in rated]
    for place, (_, rates) in enumerate(rated):
        outcomes = [*chain(*judged[:place], *judged[place + 1 :])]
        steps = isotonic([(span.score, right) for span, right in outcomes])
        scores = Scores(rates.rates, {}, tuple(steps))
        yield replace(scores, shown=shown(scores, outcomes))


def sample(pipeline: Pipeline, gold: Gold, scores: Scores | None) -> Sample:
    """An article with what `pipeline` suggests by `scores`, None for those that ship."""
    article = load_gold(gold)
    if isinstance(article, JinbiaoError):
        raise article
    pipeline.scores = scores
    return suggested(pipeline, gold, article)


def suggested(pipeline: Pipeline, gold: Gold, article: Article) -> Sample:
    """An article with what `pipeline` suggests: nothing where it stumbles, which is told."""
    revision = article.revision
    suggestions: tuple[Suggestion, ...] = ()
    try:
        suggestions = pipeline.suggest(
            revision.text, title=revision.title, published=revision.published, zones=revision.zones
        )
    except FAULTS as error:
        print(f"{gold.name}: no suggestions, for {type(error).__name__}: {error}", file=sys.stderr)
    return make_sample(gold, article, suggestions, SCHEME)


def folder_of(member: Sequence[object]) -> Path:
    """The folder of the first of `member`, a path."""
    path = member[0]
    assert isinstance(path, Path)
    return path.parent


def print_scores(heading: str, report: Report) -> None:
    """F1 and attributes under a heading."""
    print(f"\n— {heading}")
    print("\n".join([*score_lines(report, SCHEME), *attribute_lines(report)]))


if __name__ == "__main__":
    main()
