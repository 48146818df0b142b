"""What the bench says of a store that others use too."""

from __future__ import annotations

from datetime import datetime

from store.claims import Claim
from tui.called import called
from tui.keymap import cap_of
from tui.language import say


def waiting() -> str:
    """The store is locked just now."""
    return say(
        "存储库被另一程序锁住，正在等……尚未保存",
        "another program holds the store: waiting… not saved yet",
    )


def suggesting(done: float | None, left: int) -> str:
    """The worker is so far (0 to 1) with the article on the bench, or has others left to do."""
    if done is not None:
        return say(f"建议中 {done:.0%}", f"suggesting {done:.0%}")
    return say(f"建议中 · 还有 {left} 篇", f"suggesting · {left} to go")


def slow(seconds: float) -> str:
    """A decision took that long until it was on disk."""
    return say(
        f"保存用了 {seconds:.1f} 秒（已存好）：磁盘忙，或另有程序在写",
        f"saving took {seconds:.1f} s (it is saved): a busy disk, or another program writing",
    )


def conflict() -> str:
    """The reading was changed in another window of the same person."""
    return say(
        "本篇在你的另一窗口改过了：已显示现状，刚才这一键没有保存，请再判断一次",
        "you changed this article in another window: it is shown as it is now; this key saved"
        " nothing, decide again",
    )


def changed_here() -> str:
    """What stood under the cursor was changed elsewhere."""
    return say(
        "光标处在别处改过了，请再看", "what is under the cursor was changed elsewhere: look again"
    )


def held(claim: Claim) -> str:
    """Somebody else is at the article."""
    until = datetime.fromisoformat(claim.until).astimezone()
    return say(
        f"{claim.person} 正在做这一篇（到 {until:%H:%M}）· 各判各的，互不影响",
        f"{claim.person} is at this article (until {until:%H:%M}) · your readings stay apart",
    )


def company(claim: Claim | None) -> str:
    """Who else is at the article, for the header; empty for nobody."""
    return say(f"{claim.person} 在做", f"{claim.person} is at it") if claim else ""


def left_to_others() -> str:
    """Only articles that others have claimed are left."""
    done, library = cap_of("done"), cap_of("library")
    return say(
        f"剩下的都有人在做 · 再按 {done} 照样打开一篇 · {library} 文章库",
        f"others are at all that is left · {done} again opens one all the same · {library} library",
    )


def all_done() -> str:
    """Nothing is left."""
    leave = cap_of("quit")
    return say(
        f"全部完成 · {leave} 退出后：{called()} export",
        f"all articles are done · {leave} quit, then: {called()} export",
    )


def no_more() -> str:
    """There is no article beyond the first or the last."""
    library = cap_of("library")
    return say(f"没有更多文章 · {library} 文章库", f"no more articles this way · {library} library")


def no_worker() -> str:
    """There is nobody left who could suggest."""
    return say(
        "不再有新建议：已有的和你的判断都在；退出再打开即可恢复",
        "no more suggestions come: those there and your decisions are safe; quit and open again",
    )
