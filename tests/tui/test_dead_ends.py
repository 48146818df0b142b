"""Where there is nothing, it says so, and which key leads out or on, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from tests.tui.conftest import fake_worker
from tests.tui.opened import shown
from text.loading import load_bytes
from text.scheme import default_scheme
from text.span import Suggestion
from tui.app import JinbiaoApp
from tui.choices.hands import choose
from tui.language import Language, speak

PLAIN = "今天下雨，大家都在家里看书喝茶。\n"
ENDS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "an article without a suggestion": (("n",), "还没有标注 · v 选择", "no spans yet · v select"),
    "nothing to decide on": (("a",), "n 下一处 · v 选择", "n next · v select"),
    "nothing to describe": (("e",), "n 下一处 · v 选择", "n next · v select"),
    "nothing to own": (("o",), "n 下一处 · v 选择", "n next · v select"),
    "a list without spans": (("S",), "v 选择 · S 原文", "v select · S the source"),
    "nowhere to jump": (("J",), "t 看别的 · Esc 返回", "t shows others · Esc back"),
    "no history": (("H",), "还没有改动 · Esc 返回", "nothing was changed yet · Esc back"),
    "no repairs": (("R",), "没有修复 · Esc 返回", "no repairs · Esc back"),
    "no targets": (("t",), "还没有目标或成果 · Esc", "no target or result yet · Esc"),
    "no such target": (
        ("t", "/", "x", "enter"),
        "没有这样的目标或成果 · / v D 放宽",
        "no such target or result · / v D widen",
    ),
    "no decision": (("%",), "还没有判断 · Esc", "nothing decided yet · Esc"),
    "nothing found": (("/", "z", "z"), "本篇没有 · Esc 返回", "not in this article · Esc back"),
    "no such article": (
        ("L", "/", "z", "z", "enter"),
        "没有符合的文章 · / 改筛选 · 0 全部 · Esc",
        "no article fits · / another filter · 0 all of them · Esc",
    ),
    "no such label": ((";", "z", "z"), "没有这样的标签 · Esc 不选", "no such label · Esc back"),
    "nothing above a score": (("+",), "Tab 换本篇或全库 · Esc 返回", "article or store · Esc back"),
    "no such command": (("ctrl+p", *"zzzz"), "没有这样的命令 · Esc", "no such command · Esc"),
    "no more articles": (
        ("N",),
        "没有更多文章 · L 文章库",
        "no more articles this way · L library",
    ),
    "all done": (("d",), "全部完成 · q 退出", "all articles are done · q quit"),
}
"""By what there is not: the keys that lead there, and what is said in each language."""


def opened(folder: Path, text: str, *offers: Suggestion) -> Store:
    store = Store.open(folder / "plain.db", "测试", default_scheme())
    article = load_bytes(text.encode(), "plain.txt")
    store.add(article)
    store.put_suggestions(article.id, SUGGESTER, VERSION, list(offers))
    return store


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[JinbiaoApp]:
    """The app on one article in which there is nothing to find or to mend."""
    store = opened(tmp_path, PLAIN)
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    app.lookout.look = lambda: None  # type: ignore[method-assign]  # nobody else writes
    yield app
    store.close()


async def go(pilot: Pilot[None], *keys: str) -> None:
    await pilot.pause(0.3)
    for key in keys:
        await pilot.press(key)
        await pilot.pause(0.1)
    await pilot.pause(0.5)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ENDS)
async def test_each_dead_end_says_what_leads_out(
    plain: JinbiaoApp, name: str, language: Language
) -> None:
    """In full on a small terminal; and Escape leads back to the bench from each."""
    speak(language)
    keys, zh, en = ENDS[name]
    async with plain.run_test(size=(80, 24)) as pilot:
        await go(pilot, *keys)
        assert (zh if language is Language.ZH else en) in shown(plain)
        for _ in range(2):
            await pilot.press("escape")
            await pilot.pause(0.1)
        assert plain.screen is plain.bench


@pytest.mark.parametrize(
    ("language", "told"),
    [(Language.ZH, "没有可选的名称 · Esc"), (Language.EN, "no name to choose · Esc")],
)
async def test_a_target_in_an_article_without_names(
    tmp_path: Path, language: Language, told: str
) -> None:
    """Nobody can be its owner."""
    speak(language)
    words = "产值增长6%"
    store = opened(tmp_path, f"去年{words}。\n", Suggestion(2, 8, "RESULT", {}, 0.9, "test"))
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "o")
        assert told in shown(app)
        await pilot.press("escape")
        assert app.screen is app.bench
    store.close()


@pytest.mark.parametrize(
    ("language", "told"),
    [(Language.ZH, "没有要看的修复 · t 全部 · Esc"), (Language.EN, "t all · Esc")],
)
async def test_repairs_of_which_none_needs_a_look(
    tmp_path: Path, language: Language, told: str
) -> None:
    """`t` shows those that every article has."""
    speak(language)
    store = opened(tmp_path, "今天下雨，大家都在家裡看書。\n")
    app = JinbiaoApp(store, default_scheme(), worker=fake_worker)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "R")
        assert told in shown(app)
        await go(pilot, "t")
        assert "看書" in shown(app) or "裡" in shown(app)
    store.close()


@pytest.fixture
def own_keys() -> Iterator[None]:
    """Keys that are not the bench's own, for as long as the test."""
    choose({"list": "f5", "select": "f6", "next": "f7", "done": "f8", "quit": "f9"})
    yield
    choose({})


@pytest.mark.usefixtures("own_keys")
async def test_what_leads_out_is_told_by_the_keys_that_do_it(plain: JinbiaoApp) -> None:
    """Those of one's own where one has chosen others."""
    async with plain.run_test(size=(80, 24)) as pilot:
        for keys, told in (
            (["f5"], "f6 选择 · f5 原文"),
            (["a"], "f7 下一处 · f6 选择"),
            (["f8"], "全部完成 · f9 退出"),
        ):
            await go(pilot, *keys)
            assert told in shown(plain)
