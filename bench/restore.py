"""What the cleaner leaves of sound text and gives back of damaged text."""

from __future__ import annotations

from random import Random

from bench.figures import line
from tests.text.damage import copies
from tests.text.restored import kept_share, restored_share
from tests.text.sound import article
from text.cleaning import clean

SOUND = range(4)
DAMAGED = range(20, 24)
LENGTH = 30_000


def main() -> None:
    """Print repairs fired on sound text, and for each damage the characters and spans restored."""
    sound = [article(seed, LENGTH, half_width=seed % 2 == 1) for seed in SOUND]
    fired = sum(len(clean(text).repairs) for text in sound)
    line("sound text: repairs fired (asked: 0)", str(fired), f"of {sum(map(len, sound))} chars")
    for kind in copies.KINDS:
        restored(kind)


def restored(kind: str) -> None:
    """Print the worst of a few articles (asked: 99.5 % of the characters)."""
    characters, spans = [], []
    for seed in DAMAGED:
        sound = article(seed, LENGTH, half_width=True)
        random = Random(seed)  # noqa: S311 - the same seed must give the same damage
        raw, damage = copies.done(sound, copies.KINDS[kind], random)
        revision = clean(raw)
        characters.append(restored_share(sound, revision.text))
        spans.append(kept_share(sound, damage, revision))
    line(f"{kind}: characters", f"{min(characters):.3%}", f"spans {min(spans):.3%}")
