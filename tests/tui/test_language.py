"""The bench speaks one language at a time, and knows which."""

from __future__ import annotations

import pytest

from tui.app import JinbiaoApp
from tui.keymap import GROUPS
from tui.language import Language, Phrase, language_of_locale, say, speak, spoken


@pytest.fixture
def english() -> None:
    """English for one test; every test begins in Chinese."""
    speak(Language.EN)


def test_words_are_said_in_the_language_spoken() -> None:
    """What is said follows, what was made at import too."""
    phrase = Phrase("接受", "accept")
    assert (say("是", "yes"), str(phrase)) == ("是", "接受")
    speak(Language.EN)
    assert (spoken(), say("是", "yes"), str(phrase)) == (Language.EN, "yes", "accept")


@pytest.mark.parametrize(
    ("variable", "value", "language"),
    [
        ("LANG", "zh_CN.UTF-8", Language.ZH),
        ("LANG", "zh_TW", Language.ZH),
        ("LC_ALL", "en_GB.UTF-8", Language.EN),
        ("LANG", "C.UTF-8", Language.EN),
        ("LANG", "", Language.EN),
    ],
)
def test_the_locale_chooses(
    variable: str, value: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chinese for any Chinese locale, English for all others."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert language_of_locale() is language


def test_every_key_says_what_it_does_in_both_languages() -> None:
    """A key without words is a further one of the key before it."""
    for key in (key for group in GROUPS for key in group.keys):
        assert bool(key.zh) is bool(key.en), key.keys
        assert key.zh or key.action.startswith("label("), key.keys


async def test_the_bench_in_english(english: None, app: JinbiaoApp) -> None:
    """Bars, titles and labels are in English."""
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.pause(0.2)
        view = app.bench.view
        assert view.spread.annotated.border_title == "annotated"
        labels = view.labels.render_line(0).text
        assert "1 PER 1" in labels
        assert "人物" not in labels
        assert "accept" in view.keys.render_line(0).text
