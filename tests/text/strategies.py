"""Random texts, changes and damage for the laws of alignment."""

from __future__ import annotations

from hypothesis import strategies as st

from text.change import Change

LETTERS = "甲乙丙丁戊己庚辛壬癸abc,。\n"

# Whatever a repair may stumble on, in one bag.
DAMAGE = st.sampled_from(
    [
        "實(shí)",
        "了(le)",
        "（GDP）",
        ",,",
        ",。",
        "，，",
        "……",
        "\r\n",
        "\r",
        "\u2028",
        "\x1b[31m",
        "\x1b]0;x\x07",
        "\x1b",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\0",
        "\x85",
        "\ue001",
        "\ud800",
        "隨著",
        "著名",
        "乾隆",
        "計畫",
        "發展",
        "&nbsp;",
        "&lt;",
        "&#27;",
        "&amp;amp;",
        "１２３％",
        "ＡＢＣ",
        "新 质 生 产 力",
        "高地?!卑肷交刎撠熑吮硎?,",
        "ä¸­å›½",
        "涓浗",
        "，\n",
        "的\n",
        "。\n",
        "\n\n",
        "\u3000\u3000",
        "集团今年实现工业总产值",
        "?!",
        "[/nope]",
        "👨\u200d👩",
        "e\u0301",
    ]
)
DAMAGED = st.lists(DAMAGE | st.text(LETTERS, max_size=8), max_size=30).map("".join)


@st.composite
def changes(draw: st.DrawFn, length: int) -> list[Change]:
    """Changes in order and without overlap to a text of `length` code points."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=12)))
    found = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(st.text("子丑寅卯", max_size=5))
        found.append(Change(start, end, after, "test", whole=draw(st.booleans())))
    return found
