"""Each repair by itself: what it mends, and the sound text that it leaves alone."""

from __future__ import annotations

import pytest

from text.change import Change, rewrite
from text.repairs import doubled, hostile, line_ends, pinyin, script


def mended(find: object, text: str) -> str:
    """The text after the repair `find`."""
    assert callable(find)
    changes: list[Change] = find(text)
    return rewrite(text, changes)[0]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("一\r\n二", "一\n二"),
        ("一\r二", "一\n二"),
        ("一\r\r\n二", "一\n\n二"),
        ("一\u2028二\u2029三\x85四\v五\f六", "一\n二\n三\n四\n五\n六"),
        ("一\n二\n", "一\n二\n"),
    ],
)
def test_line_ends_become_line_feeds(text: str, clean: str) -> None:
    """Every way to end a line becomes one line feed."""
    assert mended(line_ends.find, text) == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[1;31m红\x1b[0m", "红"),
        ("\x1b]0;title\x07文", "文"),
        ("\x1b]52;c;aGk=\x1b\\文", "文"),
        ("\x1bP1$q\x1b\\文", "文"),
        ("\x1bc文\x1b(B", "文"),
        ("\x9b31m文\x9d0;x\x9c", "文"),
        ("\x1b]0;no end\n文", "]0;no end\n文"),
        ("文\x1b", "文"),
        ("\x1b党", "党"),
        ("a\0b\x08c\x7fd\x9ee", "abcde"),
        ("a\u202eb\u2066c\u2069d\u200fe", "abcde"),
        ("\ufeff新\u200b质\u2060生\xad产\ufeff力", "新质生产力"),
        ("x\U000e0041\uffff\ufff9y", "xy"),
        ("失\ud800\ue123\U000f0001字", "失□□□字"),
        ("a\rb", "ab"),
    ],
)
def test_hostile_characters_go(text: str, clean: str) -> None:
    """Escape sequences go whole, controls and hidden marks singly; what is lost becomes □."""
    assert mended(hostile.find, text) == clean


@pytest.mark.parametrize(
    "text", ["一\t二\n", "👨\u200d👩\u200d👧 ❤\ufe0f", "[/nope] [@click=app.quit]", "é"]
)
def test_harmless_characters_stay(text: str) -> None:
    """Tabs, line feeds, emoji families, brackets and accents are no danger."""
    assert hostile.find(text) == []


def test_lost_characters_are_uncertain() -> None:
    """A reviewer should look where a character is lost, not where a control went."""
    assert [change.certain for change in hostile.find("\ue000\0")] == [False, True]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("挖掘新質(zhì)生產(chǎn)力", "挖掘新質生產力"),
        ("示範區（qū）", "示範區"),
        ("走了(le)，我的(de)，他們(men)", "走了，我的，他們"),
        ("女(nǚ)綠(lǜ)略(lüè)", "女綠略"),
        ("饕餮(tāotiè)", "饕餮"),
        ("皋陶(Gāo Yáo)", "皋陶"),
        ("嗯(ńg)", "嗯"),
        ("关(guān)注(zhù)济(jì)源(yuán)网(wǎng)的上(shang)", "关注济源网的上"),
        ("质(zh\u0069\u0300)", "质"),
    ],
)
def test_pinyin_goes(text: str, clean: str) -> None:
    """Syllables in either brackets, composed or not, and neutral ones that fit their character."""
    assert mended(pinyin.find, text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "国内生产总值(GDP)",
        "甲(a)乙(b)",
        "5米(m)长",
        "研发(R&D)",
        "商务区(CBD)",
        "产品(an)",
        "公里(km)",
        "中国(China)",
        "精品高線、棒(卷)線",
        "上(shang)",
        "咖啡(café)",
        "是(shìfēi)",
        "(shí)",
        "A(ā)",
        "质(zhì",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    """Abbreviations, units, words, glosses too long for their character, and bare brackets stay."""
    assert pinyin.find(text) == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("春風浩蕩,,萬象更新,。", "春風浩蕩,萬象更新。"),
        ("早落地,、早竣工", "早落地、早竣工"),
        ("開發,;堅持", "開發;堅持"),
        ("增加8.97%,。”", "增加8.97%。”"),
        ("“信”,,強", "“信”,強"),
        ("一，，二，。三、、四；；五：：", "一，二。三、四；五："),
        ("完了。。", "完了。"),
    ],
)
def test_doubled_punctuation_is_single(text: str, clean: str) -> None:
    """The first of two stops goes."""
    assert mended(doubled.find, text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "真的吗?!",
        "什么？！",
        "好！！！",
        "等等……",
        "——他",
        "嗯。。。",
        "1,,2",
        "a,b,,c",
        "1,234",
        "啊,,,",
        "“好。”，他说",
    ],
)
def test_sound_punctuation_stays(text: str) -> None:
    """Ellipses, dashes, cries, lists and thousands are meant."""
    assert doubled.find(text) == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("杭鋼集團黨委書記", "杭钢集团党委书记"),
        ("隨著改革開放", "随着改革开放"),
        ("處處升騰著生機", "处处升腾着生机"),
        ("發展,著力推動、著手啟動", "发展,着力推动、着手启动"),
        ("著名學者的著作成績顯著", "著名学者的著作成绩显著"),
        ("原著與名著,論著、譯著、合著", "原著与名著,论著、译著、合著"),
        ("彰顯著活力,討論著方案,結合著實際,帶著作業", "彰显着活力,讨论着方案,结合着实际,带着作业"),
        ("他著有《史記》,編著、撰著", "他著有《史记》,编著、撰著"),
        ("乾隆年間,扭轉乾坤,乾燥與餅乾", "乾隆年间,扭转乾坤,干燥与饼干"),
        ("由於單位在於戲曲對於潛在關於其一", "由于单位在于戏曲对于潜在关于其一"),
        ("裏面裡面,皇后與以後,甚麼這麼", "里面里面,皇后与以后,什么这么"),
        ("瞭解瞭望,反覆覆蓋,藉口狼藉", "了解瞭望,反复覆盖,借口狼藉"),
        ("計畫規畫圖畫", "计划规划图画"),
        ("幹部乾旱干預", "干部干旱干预"),
    ],
)
def test_traditional_becomes_simplified(text: str, clean: str) -> None:
    """Characters by OpenCC's tables, words by their context."""
    assert mended(script.find, text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "著名学者的原著成效显著，名著重印",
        "乾隆年间的李乾坤与毕昇",
        "于是后来里面干部着力推进",
        "狼藉、瞭望、覆盖、答覆、彷徨、宫商角徵羽",
        "GDP 100% é 😀",
        "",
    ],
)
def test_simplified_text_is_left_alone(text: str) -> None:
    """No character of sound simplified text is touched, whatever it is elsewhere."""
    assert script.find(text) == []


def test_half_converted_text_is_finished() -> None:
    """What an earlier conversion left of 著 becomes 着 in a simplified line too."""
    assert (
        mended(script.find, "随著改革，著力推进，意味著成绩显著")
        == "随着改革，着力推进，意味着成绩显著"
    )


def test_lines_are_judged_one_by_one() -> None:
    """In a mixed text each line keeps or loses the characters that both scripts have."""
    text = "乾燥的環境發展\n李乾坤在乾县工作，时间不长"
    assert mended(script.find, text) == "干燥的环境发展\n李乾坤在乾县工作，时间不长"


def test_script_tells_what_it_doubts() -> None:
    """A 乾 in no known word, and a 著 before a book, are for the reviewer to look at."""
    doubts = {text: [c.certain for c in script.find(text)] for text in ("黃乾", "乾燥機", "帶著書")}
    assert doubts["黃乾"] == [True, False]
    assert all(doubts["乾燥機"])
    assert False in doubts["帶著書"]
