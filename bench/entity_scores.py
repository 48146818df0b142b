"""What each entity rule is worth, measured on the gold articles leaving one out at a time.

Prints strict F1 by label and how often suggestions of a score were right; with `--write`
(`python -m bench.entity_scores --write`) also writes what was measured on all articles to
`suggest/entities/scores.txt`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from suggest.entities import chosen, offers_of_rules, weighed
from suggest.entities.scores import EVERY, Key, Scores, Step, families
from suggest.entities.words import Words, read_words
from suggest.lac import Lac
from text.span import Suggestion

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
SCORES = ROOT / "suggest" / "entities" / "scores.txt"
LABELS = ("PER", "ORG", "LOC", "TITLE", "PROGRAM", "EVENT", "PROJECT")
DRAWN_DOWN = 2  # offers, half of them as right as those of its family, that a rule starts with
DRAWN = 4  # suggestions that the isotonic map weighs as much as
ROUNDS = 3  # mentions are offered of what is chosen: rates and choices settle together

Place = tuple[int, int, str]
Counts = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """An article as the grammar sees it, and where its entities truly are."""

    group: str
    words: Words
    offers: tuple[Suggestion, ...]
    gold: frozenset[Place]

    def right(self, span: Suggestion) -> bool:
        """Whether `span` is one of the true entities."""
        return (span.start, span.end, span.label) in self.gold

    def weighed(self, scores: Scores) -> list[Suggestion]:
        """All that is offered, by these scores."""
        return weighed(self.words, self.offers, scores)

    def chosen(self, scores: Scores) -> list[Suggestion]:
        """What is chosen of it."""
        return chosen(self.weighed(scores))


def main() -> None:
    """Measure, print, and write where asked to."""
    samples = read_samples()
    held_out = [(s, s.chosen(scores)) for s, scores in held_out_rates(samples)]
    for group in dict.fromkeys(s.group for s in samples):
        print_f1(group, [(s, spans) for s, spans in held_out if s.group == group])
    print_f1("all", held_out)
    chosen_spans = [(span, s.right(span)) for s, spans in held_out for span in spans]
    steps = isotonic([(span.score, right) for span, right in chosen_spans])
    for step_rate, acceptance in steps:
        print(f"rate {step_rate:.2f}: {acceptance:.2f} right")
    if "--write" in sys.argv:
        rates = settled(samples).rates
        write(rates, shown(Scores(rates, {}, tuple(steps)), chosen_spans), steps)


def read_samples() -> list[Sample]:
    """The gold articles whose entities were annotated, tokenised."""
    lac = Lac()
    samples = []
    for path in sorted(GOLD.glob("*/*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if "entity" not in article.get("layers", ["entity"]):
            continue
        gold = ((s["start"], s["end"], s["label"]) for s in article["spans"])
        words = read_words(article["text"], lac.tokens(article["text"]))
        entities = frozenset(place for place in gold if place[2] in LABELS)
        offers = tuple(offers_of_rules(words))
        samples.append(Sample(path.parent.name, words, offers, entities))
    return samples


def held_out_rates(samples: Sequence[Sample]) -> Iterator[tuple[Sample, Scores]]:
    """Each sample with the rates that the others give."""
    for left_out in samples:
        yield left_out, settled([sample for sample in samples if sample is not left_out])


def settled(samples: Sequence[Sample]) -> Scores:
    """The rates of `samples`, which depend on themselves through mentions."""
    scores = Scores({}, {})
    for _ in range(ROUNDS):
        scores = Scores(rates_of(offers_by_rule(samples, scores)), {})
    return scores


def offers_by_rule(samples: Iterable[Sample], scores: Scores) -> dict[Key, Counts]:
    """How many offers of each label and rule were right, and how many there were.

    A place within a right and longer name counts half: the longer name is to win there.
    """
    right: Counter[Key] = Counter()
    offered: dict[Key, float] = defaultdict(float)
    for sample in samples:
        offers = {span for span in sample.weighed(scores) if span.by != "again"}
        holders = {
            place: span for span in offers if sample.right(span) for place in range(*ends(span))
        }
        for span in offers:
            holder = holders.get(span.start)
            within = span.label == "LOC" and holder is not None and holder.label != "LOC"
            offered[span.label, span.by] += 0.5 if within else 1
            right[span.label, span.by] += sample.right(span)
    return {key: (right[key], count) for key, count in offered.items()}


def ends(span: Suggestion) -> tuple[int, int]:
    """Where `span` starts and ends."""
    return span.start, span.end


def rates_of(counts: Mapping[Key, Counts]) -> dict[Key, float]:
    """The rate of every rule and family of rules (see `suggest.entities.scores`)."""
    totals: dict[Key, Counts] = {}
    for (label, rule), (right, offered) in counts.items():
        for family in families(rule):
            before = totals.get((label, family), (0, 0.0))
            totals[label, family] = (before[0] + right, before[1] + offered)
    rates: dict[Key, float] = {}
    for key in sorted(totals):  # a family stands before its members
        right, offered = totals[key]
        above = rates[key[0], families(key[1])[1]] if key[1] else right / offered
        rates[key] = (right + above) / (offered + DRAWN_DOWN)
    return rates


def isotonic(outcomes: Iterable[tuple[float, bool]]) -> list[Step]:
    """The rising steps that fit `outcomes` of (rate, right) best: pool adjacent violators.

    Returns (mean rate, share right) of each pool; where none was right, that of half a one.
    """
    pools: list[list[float]] = []  # sum of rates, right, count
    for score, group in groupby(sorted(outcomes), key=lambda outcome: outcome[0]):
        rights = [right for _, right in group]
        pools.append([score * len(rights), sum(rights), len(rights)])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(total / count, (right or 0.5) / count) for total, right, count in pools]


def print_f1(group: str, results: Sequence[tuple[Sample, list[Suggestion]]]) -> None:
    """Strict F1 of each label and of all, in percent."""
    figures = []
    for labels in (*((label,) for label in LABELS), LABELS):
        spans = [(s, span) for s, found in results for span in found if span.label in labels]
        right = sum(s.right(span) for s, span in spans)
        gold = sum(label in labels for s, _ in results for _, _, label in s.gold)
        name = labels[0] if len(labels) == 1 else "all"
        figures.append(f"{name} {200 * right / max(1, len(spans) + gold):.1f}")
    print(f"{group:8} strict F1, one article left out: {' · '.join(figures)}")


def shown(scores: Scores, outcomes: Iterable[tuple[Suggestion, bool]]) -> dict[Key, float]:
    """The acceptance to show for each rule (see `suggest.entities.scores`)."""
    right: Counter[Key] = Counter()
    chosen_of: Counter[Key] = Counter()
    for span, is_right in outcomes:
        right[span.label, span.by] += is_right
        chosen_of[span.label, span.by] += 1
    return {
        key: (right[key] + DRAWN * scores.acceptance(value)) / (chosen_of[key] + DRAWN)
        for key, value in scores.rates.items()
    }


def write(rates: Mapping[Key, float], to_show: Mapping[Key, float], steps: Sequence[Step]) -> None:
    """Write `suggest/entities/scores.txt`."""
    lines = ["# Written by bench/entity_scores.py; see scores.py for what it means."]
    lines += ["#", "# step, rate, acceptance"]
    lines += [f"step {step_rate:.3f} {acceptance:.3f}" for step_rate, acceptance in steps]
    lines += ["#", "# label, rule, rate, shown"]
    lines += [
        f"{key[0]} {key[1] or EVERY} {rates[key]:.3f} {to_show[key]:.3f}" for key in sorted(rates)
    ]
    SCORES.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
