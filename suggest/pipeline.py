"""From a clean text to its suggestions: words, entities, targets, and one choice among all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from suggest.entities import every_offer, suggest_entities
from suggest.entities.scores import Scores, measured
from suggest.entities.words import read_words
from suggest.extension import load_extensions
from suggest.lac import Lac
from suggest.parts import parts
from suggest.resolve import resolve
from suggest.targets import suggest_targets
from text.article import Zone
from text.scheme import Scheme, default_scheme
from text.span import Span, Suggestion

_NAMES = frozenset({"PER", "LOC", "ORG"})


class Pipeline:
    """LAC, the entity grammar, the target grammar and what others installed, one after another.

    `scheme` says which labels may be suggested and in which layer they are; without one it is the
    default scheme. `scores` are what entity rules are worth, None for what ships with the package.
    Building a pipeline loads the models.
    """

    def __init__(self, scheme: Scheme | None = None) -> None:
        self.scores: Scores | None = None
        scheme = scheme or default_scheme()
        self._layers = {label.name: label.layer for label in scheme.labels}
        self._lac = Lac()
        self._extensions = load_extensions()

    def suggest(  # noqa: PLR0913 - what an article is, by name
        self,
        text: str,
        *,
        title: str | None = None,
        published: str | None = None,
        zones: Sequence[Zone] = (),
        on_progress: Callable[[float], None] | None = None,
        on_fault: Callable[[str], object] = lambda _: None,
    ) -> tuple[Suggestion, ...]:
        """The suggestions for `text`, sorted by (start, -end).

        Within a layer none overlaps another, and none stands in a boilerplate zone. `on_progress`
        is told which part of the work (0 to 1) is done, `on_fault` what an installed suggester did
        wrong: what it said is left out.
        """
        about = {"title": title, "published": published}
        found: list[Suggestion] = []
        for part in parts(text, zones):
            tokens = self._lac.tokens(part.text, on_progress and part.telling(on_progress, text))
            entities = suggest_entities(part.text, tokens, self.scores)
            targets = suggest_targets(part.text, tokens, entities, zones=part.zones, **about)
            others = [
                offer
                for extension in self._extensions
                for offer in extension.suggest(
                    part.text, self._layers, on_fault, tokens=tokens, zones=part.zones, **about
                )
            ]
            chosen = resolve([*entities, *targets, *others], self._layers, part.zones)
            found += map(part.placed, chosen)
        return tuple(found)

    def readings(self, text: str) -> list[Span]:
        """All that LAC or a grammar takes for a span of `text`, right or not, without attributes.

        Meant for a line or two: what an annotator may have an edge moved to.
        """
        tokens = self._lac.tokens(text)
        offers = every_offer(read_words(text, tokens), self.scores or measured())
        targets = suggest_targets(text, tokens, suggest_entities(text, tokens, self.scores))
        names = (Span(token.start, token.end, token.tag) for token in tokens if token.tag in _NAMES)
        others = (Span(span.start, span.end, span.label) for span in (*offers, *targets))
        return list(dict.fromkeys([*names, *others]))
