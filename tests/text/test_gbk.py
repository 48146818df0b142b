"""GBK read one byte off: damaged text restored, sound text left alone, certainty kept."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from tests.text.damage.gbk import first_bytes_lost, half_width, misread, quoted
from tests.text.restored_runs import Figures, measured
from tests.text.sound import article
from text.change import rewrite
from text.repairs import gbk

GOLD = sorted(Path(__file__).parents[1].joinpath("gold").glob("*/*.json"))

HONEST = [
    "什么?!",
    "真的吗?!他说不知道。",
    "他问:“你本来想去哪里?!”她没有回答。",
    "为什么?被告说他不知道?",
    "怎么办?办法总比困难多!Really?!",
    "这是真的?!?",
    "“这样也行?!保证质量是第一位的,”他说,“对吧?”",
    "是不是?!北京市的A座在哪里?",
    "经济增长了吗？！报告说增长了5%，B股也涨了。",
    "他不懂GBK?!碍于面子,他没有问H先生?",
    "https://example.com/?报告=1&a=b",
    "何谓新质生产力?本文试从三个方面作答:A.创新;B.质优;C.先进。",
    "??!!?!?!",
    "能不能?杯水车薪,杯弓蛇影h",
    "\ufffd\ufffd",
    "",
]


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same seed must give the same damage


def _restored(text: str) -> str:
    return rewrite(text, gbk.find(text))[0]


@pytest.mark.parametrize("text", HONEST)
def test_honest_marks_stay(text: str) -> None:
    """Questions and exclamations that somebody wrote are no damage."""
    assert gbk.find(text) == []


@pytest.mark.parametrize("seed", range(4))
def test_sound_text_is_untouched(seed: int) -> None:
    """Nothing fires on generated text of 30,000 characters with marks of every kind in it."""
    text = article(seed, 30_000, half_width=True)
    random = _random(seed)
    marks = ["?", "?!", "!", "?!?", "？！", "。", ","]
    asked = "".join(random.choice(marks) if c in "。," else c for c in half_width(text))
    assert gbk.find(text) == []
    assert gbk.find(asked) == []
    assert gbk.find(OpenCC("s2t").convert(asked)) == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:3])
def test_sound_news_with_questions_is_untouched(path: Path) -> None:
    """Nothing fires in real articles either, whatever marks their clauses end with."""
    text = json.loads(path.read_text(encoding="utf-8"))["text"]
    random = _random(7)
    marks = ["?", "?!", "吗?", "！", "?!?"]
    asked = "".join(random.choice(marks) if c in "。，,；" else c for c in text)
    assert gbk.find(text.replace("□", "")) == []
    assert gbk.find(asked) == []


def test_a_clean_text_loads_no_dictionary() -> None:
    """Without a run to judge, neither jieba nor its dictionary nor OpenCC is touched."""
    program = (
        "import sys; from text.repairs import gbk; from text.repairs.gbk import lexicon, script;"
        "assert gbk.find('新质生产力。“好”？什么?!真的!\\n' * 1000) == [];"
        "assert lexicon._lines.cache_info().currsize == 0;"
        "assert script._simplified.cache_info().currsize == 0;"
        "assert not {'jieba', 'opencc', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_run_is_found_wherever_it_stands() -> None:
    """Without a word of context, before a line's end, at the end of the text."""
    sound = "我们要坚持高质量发展。”公司负责人表示,下一步扩大生产。\n好"
    damage = misread(sound, sound.index("。”"))
    damaged, _ = rewrite(sound, [damage])
    assert damaged.startswith("我们要坚持高质量发展?!惫")
    assert _restored(damaged) == sound


def test_the_script_of_the_article_is_kept() -> None:
    """A traditional article is restored in traditional characters, a simplified one is not."""
    simplified = "经济发展水平不断提高。“环境保护工作取得显著成绩,”他说,经济建设与环境保护并重。"
    for sound in (simplified, OpenCC("s2t").convert(simplified)):
        damaged, _ = rewrite(sound, [misread(sound, sound.index("。“"))])
        assert damaged != sound
        assert _restored(damaged) == sound


@pytest.mark.parametrize("sign", ["？", "！", "\ufffd"])
def test_other_decoders_show_the_same_damage_otherwise(sign: str) -> None:
    """A full-width exclamation mark, or a replacement character for an odd byte, is as good."""
    sound = "“我们要推动产业发展。”济源市委书记表示,推动产业发展是济源的大事。"
    damaged, _ = rewrite(sound, [misread(sound, sound.index("。”"))])
    shown = damaged.replace("!", "！") if sign == "！" else damaged
    shown = shown.replace("?", "\ufffd") if sign == "\ufffd" else shown
    assert _restored(shown) == sound


def test_a_vanished_pair_that_left_a_trace_is_restored_too() -> None:
    """Where its private character came through, there is one place less to guess."""
    sound = "“数字经济发展很快。”半山基地负责人表示,数字经济发展很快,半山基地将加快建设。"
    damage = misread(sound, sound.index("。”"), vanished="□")
    assert "□" in damage.after
    assert _restored(rewrite(sound, [damage])[0]) == sound


def test_a_character_lost_for_good_is_shown_as_lost() -> None:
    """A digit that an odd byte swallowed cannot be known, and is not called certain."""
    sound = "“产量再创新高。”今年1月8日,公司产量再创新高。今年形势很好。"
    damaged, _ = rewrite(sound, [misread(sound, sound.index("。”"))])
    assert _restored(damaged) == sound.replace("1月", "□月", 1)
    assert any("□" in change.after and not change.certain for change in gbk.find(damaged))


def test_the_first_digit_of_a_year_comes_back() -> None:
    """Of 20xx年 the 2 can be known, though no more than supposed."""
    sound = "他说：“这是好事。”秦牧川指出2024年要再努力。"
    damaged, _ = rewrite(sound, [misread(sound, sound.index("。”"))])
    assert "2024" not in damaged
    assert _restored(damaged) == sound
    assert not next(change for change in gbk.find(damaged) if change.after.endswith("2")).certain


def test_readings_of_what_is_no_run_are_none() -> None:
    """Nothing is offered for sound text."""
    assert gbk.readings("什么?!真的吗", 2, 4) == []


def test_runs_of_one_line_are_told_apart() -> None:
    """Each is restored by itself, and quotes that the first gave back count for the next."""
    sound = "公司服务很好。“环保产业发展很快,前景很好。”公司负责人表示,产业发展很快。"
    places = [sound.index("。“"), sound.index("。”")]
    damaged, _ = rewrite(sound, [misread(sound, place) for place in places])
    assert _restored(damaged) == sound


@given(
    st.text(st.sampled_from("?!！“”。，碍h杯卑肷交刎撠吮硎,(1月\n□\ufffd\ud800 zǔ"), max_size=40)
)
@settings(max_examples=150, deadline=None)
def test_changes_can_always_be_made(text: str) -> None:
    """Whatever comes in, changes stand in order, replace something, and never break a line."""
    changes = gbk.find(text)
    rewrite(text, changes)
    for change in changes:
        assert "\n" not in text[change.start : change.end]
        assert change.after
        # The likeliest way through a whole run need not have the likeliest reading of each part.
        readings = gbk.readings(text, change.start, change.end)
        assert change.after in {reading.text for reading in readings}


def _figures(texts: list[str], seed: int) -> Figures:
    total = Figures()
    for text in texts:
        total.add(measured(text, first_bytes_lost(text, _random(seed))))
    return total


@pytest.mark.parametrize("script", ["simplified", "traditional"])
@pytest.mark.parametrize("kind", ["grammar", "news"])
def test_what_is_called_certain_is_right(script: str, kind: str) -> None:
    """Of the characters called certain 99 % are right; most are restored; nothing else fires."""
    if kind == "grammar":
        texts = [half_width(article(seed, 6_000)) for seed in range(40, 46)]
    else:
        texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in GOLD]
        texts = [quoted(half_width(text), _random(3)) for text in texts]
    if script == "traditional":
        texts = [OpenCC("s2t").convert(text) for text in texts]
    figures = _figures(texts, 4)
    assert figures.runs > 50
    assert figures.certain_right >= 0.99 * figures.certain
    assert figures.certain >= 0.6 * figures.characters
    assert figures.right >= 0.8 * figures.characters
    assert figures.false == 0
