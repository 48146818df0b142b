"""Four articles, in three of which the same firm stands."""

from __future__ import annotations

from store.store import Store
from tests.store.building import article, suggest
from text.span import Suggestion

FIRM = "甘肃科技集团"
TEXTS = (
    f"标题一\n{FIRM}说，{FIRM}到明年增产。",
    f"标题二\n张利明在{FIRM}说。",
    "标题三\n别家公司说。",
    f"标题四\n{FIRM}。",
)
ARTICLES = [article(text, f"{number}.txt", text[:3]) for number, text in enumerate(TEXTS, 1)]
IDS = [it.id for it in ARTICLES]


def put(store: Store, number: int, label: str = "ORG") -> None:
    """Suggest the firm and the person wherever they stand in that article."""
    text = TEXTS[number]
    places = [at for at in range(len(text)) if text.startswith(FIRM, at)]
    run = [Suggestion(at, at + len(FIRM), label, {}, 0.9 - at / 100, "lac") for at in places]
    if "张利明" in text:
        run.append(suggest("张利明", "PER", text=text, score=0.4))
    store.put_suggestions(IDS[number], "jinbiao", "1", run)
