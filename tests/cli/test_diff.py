"""`clean --diff`: every repair in its line, and nothing hostile let through."""

from hypothesis import given
from hypothesis import strategies as st

from text.alignment import Alignment
from text.article import Article, Repair, Revision
from text.change import Change, rewrite
from text.visible import is_hostile
from tui.cli.diff import diff_lines, stretches


def article(raw: str, *passes: list[Change]) -> Article:
    """An article cleaned by `passes`, one after another; only the first one's repairs are kept."""
    text, alignment = raw, Alignment.identity(len(raw))
    repairs: tuple[Repair, ...] = ()
    for changes in passes:
        text, step = rewrite(text, changes)
        alignment = step.compose(alignment)
        repairs = repairs or tuple(
            Repair(
                change.kind,
                *step.to_clean(change.start, change.end),
                change.start,
                change.end,
                raw[change.start : change.end],
                change.after,
                change.certain,
            )
            for change in changes
        )
    return Article("0" * 16, "a.txt", "utf-8", raw, "", Revision(text, alignment, "1", repairs))


def test_a_repair_stands_in_its_line() -> None:
    """Lines without a repair are left out; the others have their number, marks and counts."""
    cleaned = article(
        "第一行\n預計增长,,\n第三行",
        [
            Change(4, 5, "预", "traditional"),
            Change(5, 6, "计", "traditional"),
            Change(8, 10, ",", "punctuation"),
        ],
    )
    assert list(diff_lines(cleaned)) == [
        "2: [-預計-]{+预计+}增长[-,,-]{+,+}  (traditional 2, punctuation 1)"
    ]


def test_what_was_removed_has_no_after() -> None:
    """Pinyin in brackets is gone; there is nothing in its place."""
    cleaned = article("济(jǐ)源", [Change(1, 5, "", "pinyin")])
    assert list(diff_lines(cleaned)) == ["1: 济[-(jǐ)-]源  (pinyin 1)"]


def test_an_uncertain_repair_is_marked_for_the_reviewer() -> None:
    """Question marks stand in for the plus signs."""
    cleaned = article("高地?!卑", [Change(2, 5, "。”半", "gbk", certain=False, whole=True)])
    assert list(diff_lines(cleaned)) == ["1: 高地[-?!卑-]{?。”半?}  (gbk 1)"]


def test_hostile_characters_are_written_out() -> None:
    """An escape sequence that was removed is told apart, and does not reach the terminal."""
    cleaned = article("a\x1b]0;x\x07\u202eb", [Change(1, 8, "", "hostile")])
    assert list(diff_lines(cleaned)) == [r"1: a[-\x1b]0;x\x07\u202e-]b  (hostile 1)"]


def test_lines_are_those_of_the_clean_text() -> None:
    """A mended line end still ends its line, a break taken out does not."""
    cleaned = article(
        "一\r\n二\n三\n四",
        [Change(1, 3, "\n", "line end"), Change(4, 5, "", "break")],
    )
    assert list(diff_lines(cleaned)) == [
        r"1: 一[-\x0d\x0a-]{+\x0a+}  (line end 1)",
        r"2: 二[-\x0a-]三  (break 1)",
    ]


@st.composite
def _cleaned(draw: st.DrawFn) -> Article:
    """An article of damaged text after up to three passes of arbitrary changes."""
    raw = draw(st.text("預计a\n\r\x1b\u202e(,", min_size=1, max_size=30))
    passes = []
    length = len(raw)
    for _ in range(draw(st.integers(1, 3))):
        cuts = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
        changes = [
            Change(start, end, draw(st.text("预x\n", max_size=3)), "kind", draw(st.booleans()))
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        passes.append(changes)
        length += sum(len(change.after) - change.end + change.start for change in changes)
    return article(raw, *passes)


@given(_cleaned())
def test_nothing_is_lost_and_nothing_hostile_shown(cleaned: Article) -> None:
    """The stretches hold all of the raw and all of the clean text; the lines are safe to print."""
    parts = list(stretches(cleaned))
    assert "".join(part.before for part in parts) == cleaned.raw
    assert "".join(part.after for part in parts) == cleaned.revision.text
    assert not any(is_hostile(character) for line in diff_lines(cleaned) for character in line)
