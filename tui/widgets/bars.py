"""The one-line bars of the bench: header, labels, keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.style import Style
from rich.text import Text

from text.scheme import Label, Scheme
from tui.choices.label_colours import label_ink
from tui.choices.theme import Role, ink
from tui.keymap import cap_of
from tui.language import Language, say, spoken
from tui.page.cells import cells, drawable, fit
from tui.widgets.lines import Lines

DIM = Style(dim=True)
BOLD = Style(bold=True)

MOST_NAME = 16
"""Cells for the name of a label."""

MOST_COMPANY = 24
"""Cells for the name of whoever else is at the article."""

BAR = "▏▎▍▌▋▊▉█"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reviewer is: this article's place among all, and its decided marks."""

    article: int
    articles: int
    decided: int
    total: int
    done: bool = False
    waiting: str = ""
    company: str = ""
    signs: str = ""


class HeaderBar(Lines):
    """Where one is: article, progress and what the suggesters are at."""

    def show(self, title: str, place: str, progress: Progress) -> None:
        """Show an article's name and the progress through it."""
        room = self.size.width
        right = _progress(progress, narrow=room < 100)
        left = Text(" 金标 jinbiao " if room >= 72 else " 金标 ", BOLD)
        name = drawable(" · ".join(part for part in (title, place) if part)).replace("\n", " ")
        left.append("  " + fit(name, max(0, room - left.cell_len - right.cell_len - 3)) + " ")
        self.put([left + right])


def _progress(progress: Progress, *, narrow: bool) -> Text:
    text = Text()
    if progress.waiting:
        text.append(f" {progress.waiting} ", ink(Role.NOTICE, bold=True))
    if progress.company:
        company = drawable(progress.company).replace("\n", " ")
        text.append(
            f" {fit(company, min(cells(company), MOST_COMPANY))} ", ink(Role.WARNING, bold=True)
        )
    if progress.signs:
        text.append(f" {progress.signs} ", ink(Role.NOTICE, bold=True))
    word = "" if narrow else say("第 ", "article ")
    text.append(f" {word}{progress.article}/{progress.articles} ")
    share = progress.decided / progress.total if progress.total else 0.0
    text.append(f" {gauge(share, 6 if narrow else 12)} ")
    text.append(f"{progress.decided}/{progress.total}", BOLD)
    if progress.done:
        text.append(say(" ✓ 完成 ", " ✓ done "), ink(Role.GOOD, bold=True))
    return text + Text(" ")


def gauge(share: float, width: int) -> str:
    """A bar of `width` cells, filled by `share` (0 to 1)."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, part = divmod(eighths, 8)
    bar = "█" * full + (BAR[part - 1] if part else "")
    return "▕" + bar.ljust(width) + "▏"


class LabelBar(Lines):
    """The labels with their keys and how often each stands in the article."""

    def show(self, scheme: Scheme, counts: Mapping[str, int], current: str | None) -> None:
        """Show the labels as fully as there is room for; the current mark's one stands out.

        Those without a key are only counted, apart from the current mark's one.
        """
        shown = [label for label in scheme.labels if label.key or label.name == current]
        others = _others(len(scheme.labels) - len(shown))
        for write in (_with_count, _by_name, _shortly(shown)):
            line = Text()
            for label in shown:
                words = label_ink(label, scheme).words
                style = Style(color=words, bold=True, reverse=label.name == current)
                line.append(" ").append(write(label, counts.get(label.name, 0)), style)
            line.append(others, DIM)
            if line.cell_len <= self.size.width:
                break
        self.put([line])


def _others(count: int) -> str:
    """Where the labels are that have no key of their own."""
    cap = cap_of("labels")
    return say(f"  {cap} 其余 {count} 种", f"  {cap} {count} more") if count else ""


def _with_count(label: Label, count: int) -> str:
    return f"{_by_name(label, count)} {count} "


def _by_name(label: Label, _count: int) -> str:
    name = drawable(say(label.zh, label.name))
    return f"{label.key or '·'} {fit(name, min(cells(name), MOST_NAME))}"


def _shortly(labels: Sequence[Label]) -> Callable[[Label, int], str]:
    size = 1 if spoken() is Language.ZH else 2
    short = abbreviations([say(label.zh, label.name) for label in labels], size)
    shown = {label.name: drawable(words) for label, words in zip(labels, short, strict=True)}
    return lambda label, _count: f"{label.key or '·'}{shown[label.name]}"


def abbreviations(names: Sequence[str], size: int) -> list[str]:
    """`size` characters for each name; of those that begin alike the last one tells them apart."""
    short = []
    for name in names:
        alike = [other for other in names if other[:size] == name[:size]]
        places = enumerate(zip_longest(*alike))
        apart = next((at for at, letters in places if len(set(letters)) > 1), size - 1)
        short.append(name[: size - 1] + (name[apart : apart + 1] or name[size - 1 : size]))
    return short


class KeyBar(Lines):
    """The keys that matter now, or a notice; at the right when the last decision was saved."""

    tells = False
    """Whether it shows a notice."""

    _told = Text()
    """The keys that were shown last."""

    def show(
        self, keys: Sequence[tuple[str, str, str]], saved: str | None = None, *, kept: int = 2
    ) -> None:
        """Show keys as (cap, Chinese, English), the first ones first.

        The last `kept`, such as help and the way back, are always there.
        """
        self.tells = False
        right = Text(say(f" 已存 {saved}", f" saved {saved}") if saved else "", DIM)
        room = self.size.width - right.cell_len
        line = _keys(keys, room, kept)
        line.pad_right(max(0, room - line.cell_len))
        self._told = line + right
        self.put([self._told])

    def show_again(self) -> None:
        """Show the keys in place of a notice, if there is one."""
        if self.tells:
            self.tells = False
            self.put([self._told])

    def say(self, notice: str, *, warning: bool = False) -> None:
        """Show a notice in place of the keys."""
        self.tells = True
        style = ink(Role.WARNING if warning else Role.NOTICE, bold=True)
        self.put([Text(" " + drawable(notice), style)])


def _keys(keys: Sequence[tuple[str, str, str]], room: int, kept: int) -> Text:
    """As many keys as fit into `room` cells, the last `kept` of them at any rate."""
    parts = [_key(cap, say(zh, en)) for cap, zh, en in keys]
    line, last = Text(), Text().join(parts[-kept:])
    for part in parts[:-kept]:
        if line.cell_len + part.cell_len + last.cell_len > room:
            break
        line.append_text(part)
    return line.append_text(last)


def _key(cap: str, words: str) -> Text:
    return Text.assemble((f" {cap} ", BOLD), (words, DIM))
