"""Each repair by itself: what it mends, and the sound text that it leaves alone."""

from __future__ import annotations

import pytest

from text.change import Change, rewrite
from text.repairs import (
    doubled,
    entities,
    full_width,
    hostile,
    line_ends,
    loose_stops,
    lost_blanks,
    mojibake,
    pinyin,
    script,
    spacing,
    wrapped_lines,
)


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


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("甲&nbsp;乙&ldquo;丙&rdquo;", "甲\xa0乙“丙”"),
        ("&#8220;&#x201D;&hellip;&middot;", "“”…·"),
        ("&amp;nbsp;&amp;amp;lt;", "\xa0<"),
        ("R&amp;D", "R&D"),
    ],
)
def test_entities_are_read(text: str, clean: str) -> None:
    """References by name and number, and those of a page that was escaped twice."""
    assert mended(entities.find, text) == clean


@pytest.mark.parametrize("text", ["R&D;投入", "AT&T", "&甲;", "&nosuch;", "a && b;", "&lt"])
def test_ampersands_stay(text: str) -> None:
    """An ampersand that opens no reference is one."""
    assert entities.find(text) == []


def test_full_width_numbers_and_words_become_plain() -> None:
    """Digits, their points, thousands and per cent signs, and Latin words, one for one."""
    text = "２０２５年Ｔ梁１６８．４亿元９１．２％，３，２００人ＧＤＰ，１，２、３"
    changes = full_width.find(text)
    assert rewrite(text, changes)[0] == "2025年T梁168.4亿元91.2%，3,200人GDP，1，2、3"
    assert all(len(change.after) == change.end - change.start for change in changes)
    assert full_width.find("100％，甲．乙（丙）") == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("挖 掘 新 质 生 产 力  推 动 再 升 级", "挖掘新质生产力  推动再升级"),
        ("2 0 2 3 年 统 计 公 报", "2023年统计公报"),
        (
            "正文。\n统\u3000计\u3000公\u3000报\u3000摘\u3000登\n正 文",
            "正文。\n统计公报摘登\n正 文",
        ),
    ],
)
def test_letter_spacing_goes(text: str, clean: str) -> None:
    """A line with a blank after each character is closed up; its word spaces stay."""
    assert mended(spacing.find, text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "市经信局局长 章 澜",
        "聚焦“绿色 低碳 智能 高端”转型",
        "水泥 万吨 986.42 -7.3",
        "张 三",
        "a b c d e f g",
    ],
)
def test_meant_spaces_stay(text: str) -> None:
    """Names of two characters, spaced headlines, tables and Latin letters are left alone."""
    assert spacing.find(text) == []


def test_blanks_around_stops_go() -> None:
    """A blank before a stop goes, with its twin after it; one after a stop alone stays."""
    assert (
        mended(loose_stops.find, "之年 。 在此 , 各地 、 “增长 5% ；")
        == "之年。在此,各地、“增长 5%；"
    )
    assert loose_stops.find("第一。 第二, 第三：“好” GDP , R&D") == []


def test_question_marks_for_an_indent_go() -> None:
    """Two and more before the first word of a line were blanks; one, or one elsewhere, is meant."""
    assert mended(lost_blanks.find, "? ? ? ?集团\n??“党委") == "集团\n“党委"
    assert lost_blanks.find("?集团??党委?? 好\n? ?\nabc") == []


@pytest.mark.parametrize(("written", "read"), [("utf-8", "latin-1"), ("gb18030", "latin-1")])
def test_bytes_taken_for_letters_are_read_again(written: str, read: str) -> None:
    """A stretch of misread bytes comes back between sound text, character by character."""
    text = "前文" + "新质生产力，发展".encode(written).decode(read) + "后文"
    changes = mojibake.find(text)
    assert rewrite(text, changes)[0] == "前文新质生产力，发展后文"
    assert [change.after for change in changes] == list("新质生产力，发展")


def test_utf8_taken_for_gbk_is_read_again() -> None:
    """What the wrong reading kept comes back; a character that lost a byte is an uncertain □."""
    text = "新质生产力，发展产业".encode().decode("gbk", "replace")
    changes = mojibake.find(text)
    assert rewrite(text, changes)[0] == "新质生产力，发展产业"
    cut = mojibake.find("新质生产力".encode().decode("gbk", "replace"))
    assert cut[-1].after == "□"
    assert not cut[-1].certain


@pytest.mark.parametrize(
    "text",
    [
        "產業鏈、鎖定、鏡頭、銀行",
        "Café naïve déjà vu Über",
        "一江之隔·两岸……——“‘好’”",
        "涓涓细流汇成江河",
        "5°×3±2",
        "€100、™、®",
    ],
)
def test_sound_letters_are_no_mojibake(text: str) -> None:
    """Traditional text, accents, rare characters and marks are what they look like."""
    assert mojibake.find(text) == []


PAGE = (
    "杭钢集团认真贯彻落实省第十五次党代会精神，坚持走绿\n"
    "色低碳循环发展之路，全力抓好节能环保这一战略主攻产\n"
    "业，致力于生态环保项目开发投资、生态环保产业孵化运\n"
    "营和生态环保综合服务。环保产业经过多年发展，在固废\n"
    "（危废）等领域已形成一定基础。\n"
    "下一步，各单位将加快推进，2023年力争实现R&D投入增\n"
    "长10%以上。\n"
)


def test_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    """The breaks at the margin go, those between paragraphs stay."""
    clean = mended(wrapped_lines.find, PAGE)
    assert clean == PAGE.replace("绿\n色", "绿色").replace("产\n业", "产业").replace(
        "运\n营", "运营"
    ).replace("废\n（", "废（").replace("增\n长", "增长")


def test_indented_paragraphs_begin_anew() -> None:
    """An indented line opens a paragraph even below a full line, and other lines lose no blank."""
    lines = ["\u3000\u3000" + "新质生产力是，" * 3, *["先进生产力质态，" * 3] * 4]
    text = "\n".join(lines * 2)
    assert mended(wrapped_lines.find, text).count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "坚持“三大突出” 开启“双示范”两个“新三年”建设\n市委常委、嘉善县委书记\n江海洋\n新的一年。",
        "一、总体要求\n二、主要目标\n三、重点任务",
        "春眠不觉晓，\n处处闻啼鸟。",
        "第一段，说了话。\n第二段，也说了话。\n第三段",
        "产品名称 单位 产量\n水泥 万吨 986.42\n钢材 万吨 12.34\n发电 亿度 22.11",
        "甲\n\n乙，\n\n丙",
    ],
)
def test_sound_lines_stay(text: str) -> None:
    """Headlines, lists, verse, paragraphs and tables are left line for line."""
    assert wrapped_lines.find(text) == []


def test_a_line_cannot_start_with_a_stop() -> None:
    """A break before a mark that never opens a line is none, even in two lines."""
    assert mended(wrapped_lines.find, "全年增长5%\n，完成计划") == "全年增长5%，完成计划"
    assert mended(wrapped_lines.find, "we will\n，and") == "we will，and"
