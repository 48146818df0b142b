"""The language that the bench speaks: Chinese or English, chosen once and asked everywhere."""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the bench, by the name that `--lang` takes."""

    ZH = "zh"
    EN = "en"


class _Tongue:
    """What is spoken now; one for the process, as there is one terminal."""

    language = Language.ZH


def speak(language: Language) -> None:
    """Speak `language` from now on; what is on the screen changes as it is drawn anew."""
    _Tongue.language = language


def spoken() -> Language:
    """The language that is spoken now."""
    return _Tongue.language


def say(zh: str, en: str) -> str:
    """The one of two wordings that is in the language spoken now."""
    return zh if _Tongue.language is Language.ZH else en


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in both languages, for tables made at import; `str()` says them."""

    zh: str
    en: str

    def __str__(self) -> str:
        return say(self.zh, self.en)


def language_of_locale() -> Language:
    """Chinese where the locale's messages are in Chinese, else English."""
    chosen = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return Language.ZH if (locale.normalize(chosen)).lower().startswith("zh") else Language.EN
