"""The one-line bars of the bench: header, labels, keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual.widgets import Static

from text.scheme import Scheme
from tui.page.cells import cells, drawable, fit

DIM = Style(dim=True)
BOLD = Style(bold=True)
NOTICE = Style(color="#ffd866", bold=True)
WARNING = Style(color="#ff9a4d", bold=True)

BAR = "▏▎▍▌▋▊▉█"
LEFT_OUT = "略"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reviewer is: this article's place among all, and its decided marks."""

    article: int
    articles: int
    decided: int
    total: int
    done: bool = False
    waiting: str = ""


class Bar(Static):
    """A line that never changes the layout when its words change."""

    def put(self, line: Text) -> None:
        """Show `line`."""
        line.no_wrap = True
        line.overflow = "crop"
        self.update(line, layout=False)


class HeaderBar(Bar):
    """Where one is: article, progress and what the suggesters are at."""

    def show(self, title: str, place: str, progress: Progress) -> None:
        """Show an article's name and the progress through it."""
        room = self.size.width
        right = _progress(progress, narrow=room < 100)
        left = Text(" 金标 jinbiao " if room >= 72 else " 金标 ", BOLD)
        name = drawable(" · ".join(part for part in (title, place) if part)).replace("\n", " ")
        left.append("  " + fit(name, max(0, room - left.cell_len - right.cell_len - 3)) + " ")
        self.put(left + right)


def _progress(progress: Progress, *, narrow: bool) -> Text:
    text = Text()
    if progress.waiting:
        text.append(f" {progress.waiting} ", NOTICE)
    word = "" if narrow else "article "
    text.append(f" {word}{progress.article}/{progress.articles} ")
    share = progress.decided / progress.total if progress.total else 0.0
    text.append(f" {gauge(share, 6 if narrow else 12)} ")
    text.append(f"{progress.decided}/{progress.total}", BOLD)
    if progress.done:
        text.append(" ✓ 完成 ", Style(color="#57d98a", bold=True))
    return text + Text(" ")


def gauge(share: float, width: int) -> str:
    """A bar of `width` cells, filled by `share` (0 to 1)."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, part = divmod(eighths, 8)
    bar = "█" * full + (BAR[part - 1] if part else "")
    return "▕" + bar.ljust(width) + "▏"


class LabelBar(Bar):
    """The labels with their keys and how often each stands in the article."""

    def show(self, scheme: Scheme, counts: Mapping[str, int], current: str | None) -> None:
        """Show the labels; the current mark's one stands out."""
        for with_counts in (True, False):
            line = _labels(scheme, counts, current, with_counts=with_counts)
            if line.cell_len <= self.size.width:
                break
        self.put(line)


def _labels(
    scheme: Scheme, counts: Mapping[str, int], current: str | None, *, with_counts: bool
) -> Text:
    line = Text()
    for label in scheme.labels:
        style = Style(color=label.colour, bold=True, reverse=label.name == current)
        words = f"{label.key} {label.zh}"
        if with_counts:
            words += f" {counts.get(label.name, 0)}"
        line.append(" ")
        line.append(words if label.key else f"· {words.strip()}", style)
        line.append(" " if with_counts else "")
    return line


class KeyBar(Bar):
    """The keys that matter now, or a notice; at the right when the last decision was saved."""

    def show(self, keys: Sequence[tuple[str, str, str]], saved: str | None) -> None:
        """Show keys as (cap, Chinese, English), as many as there is room for; the last is kept."""
        right = Text(f" 已存 saved {saved} " if saved else " ", DIM)
        room = self.size.width - right.cell_len
        bilingual = cells("".join(f" {cap} {zh} {en} " for cap, zh, en in keys)) <= room
        line = _keys(keys, room, bilingual=bilingual)
        line.pad_right(max(0, room - line.cell_len))
        self.put(line + right)

    def say(self, notice: str, *, warning: bool = False) -> None:
        """Show a notice in place of the keys."""
        self.put(Text(" " + drawable(notice), WARNING if warning else NOTICE))


def _keys(keys: Sequence[tuple[str, str, str]], room: int, *, bilingual: bool) -> Text:
    parts = [_key(cap, f"{zh} {en}" if bilingual else zh) for cap, zh, en in keys]
    *others, last = parts
    line = Text()
    for part in others:
        if line.cell_len + part.cell_len + last.cell_len > room:
            break
        line.append_text(part)
    return line.append_text(last)


def _key(cap: str, words: str) -> Text:
    return Text.assemble((f" {cap} ", BOLD), (words + " ", DIM))


def counts_by_label(labels: Iterable[str]) -> dict[str, int]:
    """How often each label stands among `labels`."""
    counts: dict[str, int] = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    return counts
