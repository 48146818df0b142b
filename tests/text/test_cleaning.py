"""The cleaner as a whole: its laws on any damage, sound text untouched, damaged text restored."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.damage import copies
from tests.text.laws import assert_sound
from tests.text.restored import kept_share, restored_share
from tests.text.sound import article
from tests.text.strategies import DAMAGED
from text.change import rewrite
from text.cleaning import CHAIN, CLEANER, clean
from text.loading import load, load_bytes

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))
DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@given(DAMAGED)
@settings(max_examples=200, deadline=None)
def test_every_chain_of_repairs_keeps_the_laws(raw: str) -> None:
    """Whatever comes in, the alignment of the clean text is sound and reaches the end of both."""
    revision = clean(raw)
    assert revision.alignment.length == len(revision.text)
    assert revision.alignment.raw_length == len(raw)
    assert_sound(revision.alignment)


@given(DAMAGED, st.permutations(CHAIN), st.integers(0, len(CHAIN)))
@settings(max_examples=100, deadline=None)
def test_repairs_compose_in_any_order(raw: str, chain: list[object], length: int) -> None:
    """Any repairs in any order map a range as each of them in turn does."""
    text, total = raw, rewrite(raw, [])[1]
    for find in chain[:length]:
        assert callable(find)
        after, step = rewrite(text, find(text))
        composed = step.compose(total)
        for start in range(0, len(after), 3):
            end = min(len(after), start + 4)
            assert composed.to_raw(start, end) == total.to_raw(*step.to_raw(start, end))
        text, total = after, composed
    assert_sound(total)


@given(DAMAGED)
@settings(deadline=None)
def test_nothing_dangerous_is_left(raw: str) -> None:
    """No control, escape, bidi override or lone surrogate gets into the clean text."""
    assert not DANGEROUS.search(clean(raw).text)


@given(DAMAGED)
@settings(deadline=None)
def test_repairs_tell_what_stands_where(raw: str) -> None:
    """Each repair quotes the raw text before and the clean text after, in raw order."""
    revision = clean(raw)
    starts = [repair.raw_start for repair in revision.repairs]
    assert starts == sorted(starts)
    for repair in revision.repairs:
        assert repair.before == raw[repair.raw_start : repair.raw_end] != repair.after
        assert repair.after == revision.text[repair.start : repair.end]


@given(DAMAGED)
@settings(deadline=None)
def test_zones_are_in_order_and_cover_the_words(raw: str) -> None:
    """Zones do not overlap, and all that they leave out is blank or a mark between credits."""
    revision = clean(raw)
    position, left = 0, []
    for zone in revision.zones:
        assert position <= zone.start < zone.end <= len(revision.text)
        left.append(revision.text[position : zone.start])
        position = zone.end
    left.append(revision.text[position:])
    assert not re.search("[\u4e00-\u9fff]", "".join(left))


@pytest.mark.parametrize("seed", range(4))
def test_sound_text_is_left_alone(seed: int) -> None:
    """On 120,000 characters of sound modern text, full-width and half-width, no repair fires."""
    text = article(seed, 30_000, half_width=seed >= 2)
    revision = clean(text)
    assert revision.repairs == ()
    assert revision.text == text
    assert list(revision.alignment.pieces()) == [(0, len(text), 0, len(text), False)]


@pytest.mark.parametrize("kind", copies.KINDS)
@pytest.mark.parametrize("seed", [5, 6])
def test_damaged_text_is_restored(seed: int, kind: str) -> None:
    """At least 99.5 % of the characters come back, and spans stay on their words all the way."""
    random = Random(seed)  # noqa: S311 - the same seed must give the same damage
    sound = article(seed, 12_000, half_width=True)
    raw, damage = copies.done(sound, copies.KINDS[kind], random)
    assert raw != sound
    revision = clean(raw)
    assert restored_share(sound, revision.text) >= 0.995
    assert kept_share(sound, damage, revision) >= 0.99


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.encode().decode("latin-1"),
        lambda text: text.replace("“", "&ldquo;").replace("”", "&#8221;"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text.replace("，", "，\u200b"),
    ],
    ids=["latin", "entities", "crlf", "invisible"],
)
def test_encoded_text_is_restored_exactly(damage: Callable[[str], str]) -> None:
    """Damage that loses nothing is undone to the last character."""
    sound = article(7, 5_000)
    assert clean(damage(sound)).text == sound


def test_utf8_read_as_gbk_is_restored_but_for_lost_bytes() -> None:
    """Where every byte survived the wrong reading the text comes back; lost ones show as □."""
    sound = "集团实现营业收入，同比增长，完成全年目标任务，推动高质量发展取得新成效。\n" * 3
    revision = clean(sound.encode().decode("gbk", "replace"))
    assert restored_share(sound, revision.text) > 0.9
    assert all(("□" in repair.after) is not repair.certain for repair in revision.repairs)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_seeds_keep_their_lines_and_offsets(path: Path) -> None:
    """A seed's clean text has its paragraphs, and its Han characters lead back to the file."""
    article = load(path)
    revision = article.revision
    assert revision.cleaner == CLEANER
    assert revision.text.count("\n") == article.raw.count("\n")
    assert article.raw == path.read_bytes().decode(article.encoding)
    assert_sound(revision.alignment)


def test_the_third_seed_reads_clean() -> None:
    """Traditional, glossed and doubled: its headline and first sentence come out sound."""
    revision = load(SEEDS[2]).revision
    assert revision.title == (
        "挖掘新质生产力 推动产业再升级——示范区党员干部群众深入学习贯彻全国两会精神"
    )
    assert "春风浩荡,万象更新。穿行于玉川大地,记者发现," in revision.text
    assert "处处升腾着生机与活力" in revision.text
    assert {"pinyin", "doubled punctuation", "script"} <= {r.kind for r in revision.repairs}


def test_an_article_is_named_by_its_bytes() -> None:
    """The id comes from the bytes, and the raw text is theirs exactly, CRLF and mark included."""
    article = load_bytes(b"\xef\xbb\xbf\xe6\x96\xb0\r\n", "a.txt")
    assert (article.id, article.raw_sha256[:16]) == (article.id, article.id)
    assert article.raw == "\ufeff新\r\n"
    assert article.revision.text == "新\n"
    assert article.revision.alignment.to_raw(0, 2) == (1, 4)


def test_a_repair_can_be_refused_or_settled() -> None:
    """A refused repair is not done, a settled one reads as ruled and is certain; others stay."""
    raw = "發展,,王乾(qián)隨著\ue000\x1b"
    first = clean(raw)
    assert first.text == "发展,王干随着□"
    doubted = [repair for repair in first.repairs if not repair.certain]
    assert [repair.before for repair in doubted] == ["乾", "\ue000"]
    name, lost = ((repair.kind, repair.raw_start, repair.raw_end) for repair in doubted)
    comma = next(r for r in first.repairs if r.kind == "doubled punctuation")
    escape = ("hostile", len(raw) - 1, len(raw))
    rulings = {
        name: "乾",
        (comma.kind, comma.raw_start, comma.raw_end): None,
        lost: "前",
        escape: None,
    }
    second = clean(raw, rulings)
    assert second.text == "发展,,王乾随着前"
    assert_sound(second.alignment)


def test_nothing_but_controls_gives_an_empty_text() -> None:
    """A text of which nothing is left is still an article."""
    revision = clean("\x1b[31m\u200b")
    assert (revision.text, revision.zones, revision.title) == ("", (), None)
    assert len(revision.repairs) == 2


def test_importing_the_room_loads_no_model() -> None:
    """`text` imports neither jieba nor opencc until something has to be converted."""
    code = (
        "import sys, text.loading, text.scheme, text.sources;"
        "print([m for m in sys.modules if m.split('.')[0] in {'jieba', 'opencc', 'numpy'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
