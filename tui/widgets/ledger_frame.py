"""What stands on the frame of the ledger: how much there is of what, and how it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tui.language import say
from tui.review.ledger import MOST, Ledger, Row, View, places_of
from tui.widgets.framed import framed


def title(ledger: Ledger, rows: Sequence[Row]) -> str:
    """How many figures are shown, and what was found among all."""
    count = len(places_of(rows))
    conflicts, standings = len(ledger.matches.conflicts), len(ledger.matches.standings)
    return say(
        f"目标台账 · {count} 条 · {conflicts} 有矛盾 · {standings} 有成果",
        f"targets ledger · {count} · {conflicts} contradicted · {standings} with a result",
    )


def subtitle(ledger: Ledger, view: View, *, loading: bool, stale: bool) -> Text:
    """What is looked at, and what is to be known of it: more to come, cut off, out of date."""
    told = [str(view.grouping.value), str(view.choice.value)]
    if view.decided_only:
        told.append(say("只看已定", "decided only"))
    if view.filter:
        told.append(view.filter)
    if loading:
        told.append(say("读取中…", "reading…"))
    elif ledger.full:
        told.append(
            say(f"仅前 {MOST:,} 条，请用 / 缩小", f"only the first {MOST:,}: narrow with /")
        )
    if stale:
        told.append(say("有变化 · R 重读", "changed · R reads again"))
    return framed(" · ".join(told))
