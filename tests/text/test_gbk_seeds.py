"""The nine places of the seeds where GBK was read one byte off, one by one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC

from text.change import Change
from text.repairs import gbk

ROOT = Path(__file__).parents[2]
STEEL = "000_812ebb8b0af0794c"
JIYUAN = "002_bb49f985e92f357c"

PLACES = [
    (STEEL, "開放合作高地", "?!?", "。”□", "月1日,"),
    (STEEL, "環保綜合服務", "?!碍h", "。“環", "保產業"),
    (STEEL, "燎原井噴之勢", "?!杯h", "。”環", "保集團"),
    (STEEL, "發展重要高地", "?!卑肷交刎撠熑吮硎?,", "。”半山基地負責人表示,", "數字科技"),
    (
        STEEL,
        "‘壓艙石’重任",
        "?!睂庝撠撠熑嗽谘杏憰现赋?,",
        "。”寧鋼負責人在研討會上指出,",
        "鋼鐵智造",
    ),
    (STEEL, "科技創新網絡", "?!笔】萍紡d", "。”省科技廳", "副廳長"),
    (JIYUAN, "高質(zhì)量發(fā)展的信心", "?!睗?", "。”濟(", "jì)源經(jīng)濟"),
    (JIYUAN, "高效率補(bǔ)鏈,", "?!痹ス饨疸U", "。”豫光金鉛", "集團(tuán)"),
    (JIYUAN, "先進(jìn)生產(chǎn)力", "?!苯鹄瘓F(tuán)", "。”金利集團(tuán)", "董事長"),
]


@cache
def _seed(name: str) -> tuple[str, tuple[Change, ...]]:
    text = ROOT.joinpath("seeds", f"{name}.txt").read_text(encoding="utf-8")
    return text, tuple(gbk.find(text))


@pytest.mark.parametrize(("name", "before", "run", "restored", "behind"), PLACES)
def test_each_place_reads_as_its_article_had_it(
    name: str, before: str, run: str, restored: str, behind: str
) -> None:
    """The run is found from end to end and nothing else is touched; it keeps its script."""
    text, changes = _seed(name)
    start = text.index(before + run + behind) + len(before)
    mending = [change for change in changes if start <= change.start < start + len(run)]
    assert "".join(change.after for change in mending) == restored
    assert mending[0].start == start
    assert mending[-1].end == start + len(run)
    assert all(change.kind == gbk.KIND and change.whole for change in mending)


@pytest.mark.parametrize(("name", "before", "run", "restored", "behind"), PLACES)
def test_each_place_agrees_with_the_reference(
    name: str, before: str, run: str, restored: str, behind: str
) -> None:
    """In simplified characters and without pinyin it stands in the reference text."""
    gold = json.loads(ROOT.joinpath("tests", "gold", "seeds", f"{name}.json").read_text("utf-8"))
    bare = "".join(c for c in restored if c not in "()" and not "a" <= c <= "ǜ")
    assert OpenCC("t2s").convert(bare) in gold["text"]


def test_the_seeds_hold_no_other_run() -> None:
    """Nine runs in two of the five, and not a change beside them."""
    starts = {}
    for path in sorted(ROOT.joinpath("seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        changes = gbk.find(text)
        starts[path.stem] = sum(text.startswith("?!", change.start) for change in changes)
        touched = sum(change.end - change.start for change in changes)
        assert touched == sum(len(run) for name, _, run, _, _ in PLACES if name == path.stem)
    assert starts == {
        STEEL: 6,
        "001_d984e09867d52986": 0,
        JIYUAN: 3,
        "003_3a8f504408d92bd7": 0,
        "004_203cf439d4644065": 0,
    }


def test_what_is_called_certain_in_the_seeds_is_right() -> None:
    """Every certain part stands in the restored article; what was lost for good is not certain."""
    for name in (STEEL, JIYUAN):
        _, changes = _seed(name)
        wanted = "".join(restored for place, _, _, restored, _ in PLACES if place == name)
        for change in changes:
            assert not change.certain or change.after in wanted
            assert not change.certain or "□" not in change.after
    assert sum(not change.certain for change in _seed(STEEL)[1]) >= 1


def test_an_uncertain_place_offers_its_readings() -> None:
    """The first is the one that was taken; the shares fall, and those of all make up at most 1."""
    text, changes = _seed(STEEL)
    uncertain = [change for change in changes if not change.certain]
    for change in uncertain:
        readings = gbk.readings(text, change.start, change.end)
        assert readings[0].text == change.after
        assert len(readings) > 1 or change.after
        shares = [reading.score for reading in readings]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) <= 1 + 1e-9
